import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays } from '#platform/time.ts'
import { correctedParts } from './correction.ts'
import { missingFrom, type Part } from './gate.ts'
import { daysOf, feedbackStanding, isShort, lastFeedbackDay, usualLastDay } from './period.ts'
import { emptyProposal, type Proposal } from './proposal.ts'
import { readSection, sections, sectionValues } from './section.ts'

const consultation = {
  canChange: 'The hours',
  cannotChange: 'The building',
  decides: 'The board',
  opensOn: '2026-07-01',
  closesOn: '2026-09-22',
  feedbackDueOn: '2026-12-01',
}
const proposal: Proposal = {
  ...emptyProposal,
  options: [{ title: 'Open late', description: 'Until 8pm', preferred: true, reason: 'Most people asked for it' }],
  discarded: [{ title: 'Open all night', why: 'It costs too much' }],
  involvement: [{ what: 'We asked at the clinic', when: 'March 2026', who: '40 patients', changed: 'We added Saturdays' }],
  noQuality: 'Care itself stays as it is',
  noPrivacy: 'We keep nothing new about anyone',
  notDecided: true,
  decidesFrom: '2026-10-20',
  notAVote: true,
  feedbackHow: 'On this page',
}
const documents = (['proposal', 'involvement', 'equality'] as const).map((kind) => ({ kind, withdrawal: null }))
const questions = [{ type: 'long-text' }]
const whole = { consultation, proposal, documents, questions, preElection: [] }
const missing = (changed: object = {}) => missingFrom({ ...whole, ...changed })
const parts = (changed: object): Part[] => missing(changed).map(({ part }) => part)

test('SAY-2: a formal consultation with everything a fair one needs lacks nothing', () => {
  assert.deepEqual(missing(), [])
})

test('SAY-2: nothing set out, everything is missing, each with the rule it comes from and where to put it right', () => {
  const all = missingFrom({
    consultation: { ...consultation, canChange: '', cannotChange: '', decides: '', closesOn: '2026-07-31', feedbackDueOn: null },
    proposal: emptyProposal,
    documents: [],
    questions: [],
    preElection: [{ from: '2026-06-20', to: '2026-07-04' }],
  })
  assert.equal(all.length, 19)
  assert.equal(new Set(all.map(({ what }) => what)).size, 19)
  assert.ok(all.every(({ why }) => why.length > 10))
})

test('SAY-2: each thing is missing by itself when it alone is taken away', () => {
  const without = (changed: Partial<Proposal>) => parts({ proposal: { ...proposal, ...changed } })
  assert.deepEqual(without({ options: [] }), ['options'])
  assert.deepEqual(without({ options: [], noOptions: 'People are asked for theirs' }), [])
  assert.deepEqual(without({ options: [{ ...proposal.options[0]!, reason: '' }] }), ['options'])
  assert.deepEqual(without({ options: [{ ...proposal.options[0]!, preferred: false, reason: '' }] }), [])
  assert.deepEqual(without({ discarded: [] }), ['options'])
  assert.deepEqual(without({ involvement: [] }), ['involvement'])
  assert.deepEqual(without({ noQuality: '' }), ['assessments'])
  assert.deepEqual(without({ notAVote: false }), ['decision'])
  assert.deepEqual(without({ notDecided: false }), ['decision'])
  assert.deepEqual(without({ decidesFrom: consultation.closesOn }), ['decision'])
  assert.deepEqual(without({ feedbackHow: '' }), ['decision'])
  assert.deepEqual(parts({ documents: documents.slice(1) }), ['assessments'])
  assert.deepEqual(parts({ documents: documents.filter(({ kind }) => kind !== 'involvement') }), ['documents'])
  assert.deepEqual(parts({ questions: [{ type: 'one-of' }] }), ['questions'])
})

test('SAY-2: a withdrawn document shows nothing', () => {
  assert.deepEqual(parts({ documents: documents.map(({ kind }) => ({ kind, withdrawal: { reason: 'Wrong', at: new Date() } })) }), [
    'documents',
    'assessments',
    'assessments',
  ])
})

test('SAY-2: twelve weeks unless a reason says less; feedback within twelve weeks of closing unless a reason says more', () => {
  const short = { ...consultation, closesOn: '2026-09-21' }
  assert.deepEqual(parts({ consultation: short }), ['time'])
  assert.deepEqual(parts({ consultation: short, proposal: { ...proposal, shortPeriod: 'The lease ends' } }), [])
  const late = { ...consultation, feedbackDueOn: '2026-12-16' }
  assert.deepEqual(parts({ consultation: late }), ['decision'])
  assert.deepEqual(parts({ consultation: late, proposal: { ...proposal, feedbackLate: 'The board meets in January' } }), [])
  assert.deepEqual(parts({ consultation: { ...consultation, feedbackDueOn: consultation.closesOn } }), ['decision'])
})

test('SAY-2: it does not open in a pre-election period without a reason; one that begins later does not stop it', () => {
  assert.deepEqual(parts({ preElection: [{ from: '2026-06-20', to: '2026-07-01' }] }), ['time'])
  assert.deepEqual(parts({ preElection: [{ from: '2026-07-02', to: '2026-07-20' }] }), [])
  assert.deepEqual(
    parts({ preElection: [{ from: '2026-06-20', to: '2026-07-01' }], proposal: { ...proposal, preElection: 'People are in danger' } }),
    [],
  )
})

test('twelve weeks from any day are eighty-four days, and not one less', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
      const opensOn = addDays('2000-01-01', days)
      const closesOn = usualLastDay(opensOn)
      assert.equal(daysOf({ opensOn, closesOn }), 84)
      assert.equal(isShort({ opensOn, closesOn }), false)
      assert.equal(isShort({ opensOn, closesOn: addDays(closesOn, -1) }), true)
      assert.equal(lastFeedbackDay(closesOn), addDays(closesOn, 84))
    }),
  )
})

test('feedback is late from the day after it was due', () => {
  const on = (today: string, given = false) => feedbackStanding({ dueOn: '2026-12-01', given }, today)
  assert.deepEqual(
    [on('2026-11-01'), on('2026-11-17'), on('2026-12-01'), on('2026-12-02'), on('2026-12-02', true)],
    ['due', 'due soon', 'due soon', 'late', 'given'],
  )
  assert.equal(feedbackStanding({ dueOn: null, given: false }, '2026-12-02'), 'none promised')
})

test('a correction names every part that it changes, each as it was, and no other', () => {
  const before = { ...proposal, summary: 'Old', canChange: 'A', cannotChange: 'B', decides: 'C', otherWays: '' }
  const after = { ...before, summary: 'New', options: [] }
  assert.deepEqual(correctedParts(before, after), [
    { part: 'What it is about', before: 'Old' },
    { part: 'The options', before: 'Open late\nUntil 8pm\nWe prefer this one.\nMost people asked for it' },
  ])
  assert.deepEqual(correctedParts(before, before), [])
})

test('what a page shows of what is kept is read back as it was', () => {
  const ways = {
    answering: 'invited' as const,
    communities: ['Carers'],
    otherWays: 'By phone',
    formatsWithin: 5,
    feedbackDueOn: '2026-12-01',
  }
  const values = sectionValues(ways, proposal)
  const back = Object.assign(
    {},
    ...sections.map((section) => readSection(section, values)).map((form) => (form.ok ? form.value : form.errors)),
  )
  assert.deepEqual(back, { ...proposal, ...ways })
})

test('a numbered field with nothing in it is left out; one without its first is a mistake, where it is', () => {
  const form = readSection('options', { 'option-1-title': ' ', 'option-3-description': 'Later', 'discarded-2-title': 'Nights' })
  assert.deepEqual(form.errors, { 'option-3-title': 'Enter this, or empty the boxes that go with it' })
  assert.equal(form.values['option-3-description'], 'Later')
})
