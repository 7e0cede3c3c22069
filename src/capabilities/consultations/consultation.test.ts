import assert from 'node:assert/strict'
import { test } from 'node:test'
import { slugOf } from '#platform/slugs.ts'
import { londonDate } from '#platform/time.ts'
import { dateTyped } from '#platform/typed-dates.ts'
import { daysLeft, isClosed, isClosingSoon, isOpen, linesOf, standingOf } from './consultation.ts'
import { readDraft } from './forms.ts'

const july = { opensOn: '2026-06-01', closesOn: '2026-07-31', publication: {}, closure: null }
const at = (moment: string) => londonDate(new Date(moment))

test('SAY-2: the last day ends at midnight in London, in summer too', () => {
  assert.equal(isOpen(july, at('2026-07-31T22:30:00Z')), true)
  assert.equal(isOpen(july, at('2026-07-31T23:30:00Z')), false)
  assert.equal(isClosed(july, at('2026-07-31T23:30:00Z')), true)
  assert.equal(isOpen(july, at('2026-05-31T22:59:59Z')), false)
  assert.equal(isOpen(july, at('2026-05-31T23:00:00Z')), true)
})

test('SAY-2: a draft is neither open nor closed, and a closure closes at once and for good', () => {
  const draft = { ...july, publication: null }
  assert.deepEqual(
    ['2026-05-01', '2026-07-01', '2026-09-01'].map((today) => standingOf(draft, today)),
    ['draft', 'draft', 'draft'],
  )
  assert.deepEqual(
    ['2026-05-01', '2026-06-01', '2026-07-31', '2026-08-01'].map((today) => standingOf(july, today)),
    ['opening soon', 'open', 'open', 'closed'],
  )
  assert.equal(standingOf({ ...july, closure: {} }, '2026-07-01'), 'closed')
})

test('it closes soon when a week or less is left', () => {
  assert.equal(daysLeft(july, '2026-07-31'), 0)
  assert.equal(isClosingSoon(july, '2026-07-24'), true)
  assert.equal(isClosingSoon(july, '2026-07-23'), false)
  assert.equal(isClosingSoon(july, '2026-08-01'), false)
})

test('an address is made of the letters of a title', () => {
  assert.equal(slugOf('Blood tests: closer to home?'), 'blood-tests-closer-to-home')
  assert.equal(slugOf("Women's café – Llŷn"), 'womens-cafe-llyn')
  assert.equal(slugOf('你好'), '')
})

test('lines lose the dashes typed before them', () => {
  assert.deepEqual(linesOf('- Opening times\n\n• Parking \n-5 degrees'), ['Opening times', 'Parking', '-5 degrees'])
})

const date = (day: string, month: string, year: string) => dateTyped({ 'on-day': day, 'on-month': month, 'on-year': year }, 'on')

test('a date is read from its three parts, and what is no date is refused', () => {
  assert.equal(date('3', '9', '2026'), '2026-09-03')
  assert.equal(date('29', '2', '2028'), '2028-02-29')
  assert.equal(date('', '', ''), '')
  for (const [day, month, year] of [
    ['29', '2', '2026'],
    ['31', '4', '2026'],
    ['1', '13', '2026'],
    ['1', '1', '26'],
    ['', '1', '2026'],
    ['a', 'b', 'c'],
  ] as const)
    assert.equal(date(day, month, year), null)
})

const typed = {
  title: 'Clinic hours',
  summary: 'We plan to open later.',
  canChange: 'The hours',
  cannotChange: 'The building',
  decides: 'The board',
  promise: 'linked',
  ...{ 'opensOn-day': '1', 'opensOn-month': '6', 'opensOn-year': '2026' },
  ...{ 'closesOn-day': '31', 'closesOn-month': '7', 'closesOn-year': '2026' },
}
const slugOfDraft = (body: object, taken: string[] = []) => {
  const form = readDraft({ ...typed, ...body }, { slugsTaken: new Set(taken) })
  return form.ok ? form.value.slug : form.errors.slug
}

test('an address is made from the title, gives way to others, and is never a word of our own', () => {
  assert.equal(slugOfDraft({}), 'clinic-hours')
  assert.equal(slugOfDraft({}, ['clinic-hours', 'clinic-hours-2']), 'clinic-hours-3')
  assert.match(slugOfDraft({ slug: 'clinic-hours' }, ['clinic-hours']) ?? '', /Another consultation has this address/)
  assert.match(slugOfDraft({ title: 'New' }) ?? '', /page of our own/)
  assert.match(slugOfDraft({ title: '你好' }) ?? '', /Enter an address/)
})

test('a draft says what to do about each mistake', () => {
  const none = readDraft({ 'opensOn-day': '31', 'opensOn-month': '2', 'opensOn-year': '2026' }, { slugsTaken: new Set() })
  assert.deepEqual(Object.keys(none.errors).toSorted(), [
    'canChange',
    'cannotChange',
    'closesOn',
    'decides',
    'opensOn',
    'promise',
    'summary',
    'title',
  ])
  assert.match(none.errors.opensOn ?? '', /must be a real date/)
  const early = readDraft({ ...typed, 'closesOn-month': '5' }, { slugsTaken: new Set() })
  assert.match(early.errors.closesOn ?? '', /after the day it opens/)
})
