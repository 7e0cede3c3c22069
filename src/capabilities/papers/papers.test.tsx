import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { draftConsultation, publishConsultation } from '#capabilities/consultations'
import type { Question, SurveyVersion } from '#capabilities/surveys'
import type { Actor, Staff } from '#platform/context.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { slots } from '../../app.ts'
import { differenceRate, rateInWords } from './error-rate.ts'
import { differencesBetween } from './paper-form.ts'
import { shownSerial } from './serial.ts'

const operator: Actor = { kind: 'operator' }
const questions: Question[] = [
  {
    key: 'q1',
    type: 'one-of',
    text: 'Where should it go?',
    options: [
      { value: 'library', label: 'The library' },
      { value: 'hospital', label: 'The hospital' },
    ],
    required: true,
  },
  {
    key: 'q2',
    type: 'long-text',
    text: 'Why?',
    page: 'More',
    asked: { when: 'all', of: [{ question: 'q1', is: 'any of', values: ['library'] }] },
  },
]

interface Paper {
  home: string
  lead: Staff
  analyst: Staff
  serials: string[]
}

/** A consultation open in March 2026, with three forms printed. */
async function papersIn(house: TestHouse): Promise<Paper> {
  const id = await house.within(operator, async (ctx) => {
    const consultation = await draftConsultation(ctx, {
      title: 'Moving the clinic',
      slug: 'clinic',
      summary: 'The lease ends.',
      canChange: 'Where it goes.',
      cannotChange: 'The lease ends.',
      opensOn: '2026-03-01',
      closesOn: '2026-03-31',
      promise: 'linked',
      questions,
    })
    await publishConsultation(ctx, consultation)
    return consultation
  })
  const [lead, analyst] = [await house.staff('engagement lead'), await house.staff('analyst')]
  const home = `/testshire/desk/consultations/${id}/papers`
  const made = await house.post(`${home}/print`, { copies: '3' }, { as: analyst })
  const sheets = (await house.get(made.location, { as: analyst })).text
  return { home, lead, analyst, serials: [...sheets.matchAll(/aria-label="Form ([0-9A-Z]{4}-[0-9A-Z]{3})"/g)].map(([, serial]) => serial!) }
}

const typed = (serial: string, more: Record<string, string> = {}) => ({
  serial,
  'receivedOn-day': '10',
  'receivedOn-month': '3',
  'receivedOn-year': '2026',
  q1: 'library',
  q2: 'It is near the bus',
  ...more,
})

const responses = (house: TestHouse) =>
  house.within(operator, ({ db }) => db.selectFrom('responses').select(['channel', 'said_on']).execute())

test(
  'SAY-3: a form is printed with every question, its conditions, a promise and a serial number of its own',
  inHouse(slots, async (house) => {
    const { home, analyst, serials } = await papersIn(house)
    assert.equal(new Set(serials).size, 3)
    const made = await house.post(`${home}/print`, { copies: '1' }, { as: analyst })
    const sheet = (await house.get(made.location, { as: analyst })).text
    for (const words of ['1. Where should it go?', '2. Why?', 'Only if the answer to', 'The hospital', 'Your email address'])
      assert.ok(sheet.includes(words), words)
    assert.doesNotMatch(sheet, /<input|<textarea/)
    for (const copies of ['0', '201', 'ten', '']) assert.equal((await house.post(`${home}/print`, { copies }, { as: analyst })).status, 422)
  }),
)

test(
  'SAY-3: a form typed alike by two people is one response on paper, on the day it came; spaces do not matter',
  inHouse(slots, async (house) => {
    const { home, lead, analyst, serials } = await papersIn(house)
    const first = await house.post(`${home}/keying`, typed(serials[0]!), { as: analyst })
    assert.equal(first.status, 303)
    assert.match((await house.get(first.location, { as: analyst })).text, /Somebody else types it again/)
    assert.deepEqual(await responses(house), [], 'one typing is no response yet')
    const second = await house.post(`${home}/keying`, typed(serials[0]!.toLowerCase(), { q2: ' It is  near the bus\n' }), { as: lead })
    assert.match((await house.get(second.location, { as: lead })).text, /both typings agree/)
    assert.deepEqual(await responses(house), [{ channel: 'paper', said_on: '2026-03-10' }])
    const list = (await house.get(home, { as: lead })).text
    assert.match(list, /0 of 2 answers that two people typed differed: 0\.00%/)
    const kept = await house.within(operator, ({ db }) => db.selectFrom('keyings').select('typed').execute())
    assert.deepEqual(kept, [{ typed: {} }, { typed: {} }], 'what was typed is kept once')
  }),
)

test(
  'SAY-3: the same person does not type a form twice, and is told so with everything typed kept',
  inHouse(slots, async (house) => {
    const { home, analyst, serials } = await papersIn(house)
    await house.post(`${home}/keying`, typed(serials[0]!), { as: analyst })
    const again = await house.post(`${home}/keying`, typed(serials[0]!), { as: analyst })
    assert.equal(again.status, 422)
    assert.match(again.text, /You typed this form the first time/)
    assert.match(again.text, /It is near the bus/)
    assert.match(again.text, /href="#serial"/)
  }),
)

test(
  'SAY-3: where two typings differ nothing counts until somebody settles it; the differences are shown and the error rate is known',
  inHouse(slots, async (house) => {
    const { home, lead, analyst, serials } = await papersIn(house)
    const plain = serials[0]!.replace('-', '')
    await house.post(`${home}/keying`, typed(serials[0]!), { as: analyst })
    const second = await house.post(`${home}/keying`, typed(serials[0]!, { q1: 'hospital' }), { as: lead })
    assert.match((await house.get(second.location, { as: lead })).text, /waits to be settled/)
    assert.deepEqual(await responses(house), [])
    const third = await house.staff('engagement lead')
    assert.equal((await house.post(`${home}/keying`, typed(serials[0]!), { as: third })).status, 422)

    const page = (await house.get(`${home}/forms/${plain}/settlement`, { as: lead })).text
    assert.match(page, /href="#q1"/)
    assert.match(page, /The library[\s\S]*The hospital/)
    assert.equal((await house.get(`${home}/forms/${plain}/settlement`, { as: analyst })).status, 403)
    await house.post(`${home}/forms/${plain}/settlement`, { q1: 'hospital', q2: 'It is near the bus' }, { as: lead })
    assert.equal((await responses(house)).length, 1)
    const choices = await house.within(operator, ({ db }) => db.selectFrom('answers').select('choices').execute())
    assert.deepEqual(choices, [{ choices: ['hospital'] }])
    assert.match((await house.get(home, { as: lead })).text, /1 of 2 answers that two people typed differed: 50\.00%/)
    assert.equal((await house.post(`${home}/forms/${plain}/settlement`, { q1: 'library' }, { as: lead })).status, 404)
  }),
)

test(
  'SAY-3: what stands on paper counts whatever an earlier answer said, and nothing has to be answered',
  inHouse(slots, async (house) => {
    const { home, lead, analyst, serials } = await papersIn(house)
    for (const as of [analyst, lead]) assert.equal((await house.post(`${home}/keying`, typed(serials[0]!, { q1: '' }), { as })).status, 303)
    const words = await house.within(operator, ({ db }) => db.selectFrom('contributions').select('words').execute())
    assert.deepEqual(words, [{ words: 'It is near the bus' }])
  }),
)

test(
  'SAY-3: a number nobody printed, a wrong sign and a form that came too late are mistakes beside the field',
  inHouse(slots, async (house) => {
    const { home, analyst, serials } = await papersIn(house)
    const wrongSign = serials[0]!.slice(0, -1) + (serials[0]!.endsWith('0') ? '1' : '0')
    for (const serial of ['', 'nonsense', wrongSign]) {
      const reply = await house.post(`${home}/keying`, typed(serial), { as: analyst })
      assert.equal(reply.status, 422)
      assert.match(reply.text, /It is near the bus/)
    }
    house.now = new Date('2026-04-20T10:00:00Z')
    const late = await house.post(`${home}/keying`, typed(serials[0]!, { 'receivedOn-day': '8', 'receivedOn-month': '4' }), { as: analyst })
    assert.equal(late.status, 422)
    assert.match(late.text, /came too late/)
    assert.equal(
      (await house.post(`${home}/keying`, typed(serials[0]!, { 'receivedOn-day': '7', 'receivedOn-month': '4' }), { as: analyst })).status,
      303,
    )
    house.now = new Date('2026-06-20T10:00:00Z')
    assert.equal((await house.post(`${home}/keying`, typed(serials[1]!), { as: analyst })).status, 422)
  }),
)

test(
  'SAY-3: a copy or a form without a number is given one, with everything typed so far kept',
  inHouse(slots, async (house) => {
    const { home, lead, analyst } = await papersIn(house)
    const asked = await house.post(home, typed(''), { as: analyst })
    assert.match(asked.text, /is a new number/)
    assert.match(asked.text, /It is near the bus/)
    const serial = /name="serial"[^>]*value="([0-9A-Z-]{8})"/.exec(asked.text)![1]!
    for (const as of [analyst, lead]) await house.post(`${home}/keying`, typed(serial), { as })
    assert.equal((await responses(house)).length, 1)
  }),
)

test(
  'SAY-3: a form is taken with one typing for a reason, and counted apart',
  inHouse(slots, async (house) => {
    const { home, lead, analyst, serials } = await papersIn(house)
    const plain = serials[0]!.replace('-', '')
    await house.post(`${home}/keying`, typed(serials[0]!), { as: analyst })
    assert.equal((await house.post(`${home}/forms/${plain}/single-keying`, { reason: '' }, { as: lead })).status, 422)
    assert.equal(
      (await house.post(`${home}/forms/${plain}/single-keying`, { reason: 'Only one of us is here' }, { as: analyst })).status,
      403,
    )
    await house.post(`${home}/forms/${plain}/single-keying`, { reason: 'Only one of us is here' }, { as: lead })
    assert.equal((await responses(house)).length, 1)
    assert.match((await house.get(home, { as: lead })).text, /Done with one typing/)
  }),
)

test(
  'SAY-3: a scan is kept with its form, for those who type, as a download; a file that lies is refused',
  inHouse(slots, async (house) => {
    const { home, analyst, serials } = await papersIn(house)
    const form = `${home}/forms/${serials[0]!.replace('-', '')}`
    const lie = { scan: [{ name: 'scan.pdf', bytes: Buffer.from('MZ not a PDF') }] }
    assert.equal((await house.post(`${form}/scans`, {}, { as: analyst, files: lie })).status, 422)
    const honest = { scan: [{ name: 'scan.pdf', bytes: Buffer.from('%PDF-1.4\n%%EOF') }] }
    assert.equal((await house.post(`${form}/scans`, {}, { as: analyst, files: honest })).status, 303)
    const link = /href="([^"]*\/scans\/[^"]+)"/.exec((await house.get(form, { as: analyst })).text)![1]!
    assert.match((await house.get(link, { as: analyst })).header('content-disposition') ?? '', /^attachment/)
    const auditor = await house.staff('auditor')
    assert.equal((await house.get(link, { as: auditor })).status, 403)
  }),
)

const version = { id: '', surveyId: '', number: 1, promise: 'linked', questions, released: true, title: '' } as SurveyVersion
const bodies = fc.record({ q1: fc.constantFrom('library', 'hospital', ''), q2: fc.string() })

test('SAY-3: a typing never differs from itself, and differences are the same whoever typed first', () => {
  fc.assert(
    fc.property(bodies, bodies, (one, other) => {
      assert.deepEqual(differencesBetween(version, one, one), [])
      const keys = (first: typeof one, second: typeof one) => differencesBetween(version, first, second).map(({ question }) => question.key)
      assert.deepEqual(keys(one, other), keys(other, one))
    }),
  )
})

test('SAY-3: the difference rate is a share of what was compared, and of nothing there is none', () => {
  assert.equal(differenceRate({ compared: 400, differed: 3 }), 0.0075)
  assert.equal(differenceRate({ compared: 0, differed: 0 }), null)
  assert.match(rateInWords({ forms: 1, single: 1, compared: 0, differed: 0 }), /No form has been typed by two people/)
  assert.equal(shownSerial('4KB27QX'), '4KB2-7QX')
})
