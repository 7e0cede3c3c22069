import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { draftConsultation, findConsultation } from '#capabilities/consultations'
import { receiveResponse, setAsideResponse, withdrawResponse } from '#capabilities/contributions'
import { findSurvey, type GivenAnswer, type Question, releaseSurvey, type SurveyVersion, typeOf } from '#capabilities/surveys'
import type { Answer, Workplace } from '#platform/commands.ts'
import type { Actor } from '#platform/context.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { slots } from '../../app.ts'

const operator: Actor = { kind: 'operator' }
const command = (name: string) => slots.commands.find((one) => one.name === name)!

/** Runs a command on a file that holds this text. */
async function run(
  house: TestHouse,
  name: string,
  file: string | Uint8Array,
  options: Record<string, string | boolean> = {},
): Promise<Record<string, unknown>> {
  const place = {
    within: (_slug: string, work: Parameters<Workplace['within']>[1]) => house.within(operator, work),
    commissioners: async () => [house.commissioner],
    open: () => Readable.from([Buffer.from(file)]),
    write: () => {},
    progress: () => {},
  } as unknown as Workplace
  const answer: Answer = await command(name).run(place, ['-'], options)
  return answer.json as Record<string, unknown>
}

const bus = { value: 'bus', label: 'By bus' }
const car = { value: 'car', label: 'By car' }
const questions: Question[] = [
  { key: 'q1', type: 'one-of', text: 'How do you get here?', options: [bus, car], other: true },
  {
    key: 'q2',
    type: 'some-of',
    text: 'What do you need?',
    options: [
      { value: 'ramp', label: 'A ramp' },
      { value: 'quiet', label: 'A quiet room' },
    ],
  },
  {
    key: 'q3',
    type: 'matrix',
    text: 'How was it?',
    rows: [{ value: 'staff', label: 'The staff' }],
    options: [
      { value: 'good', label: 'Good' },
      { value: 'bad', label: 'Bad' },
    ],
  },
  { key: 'q4', type: 'number', text: 'How many visits?', least: -5 },
  { key: 'q5', type: 'date', text: 'When did you come?' },
  { key: 'q6', type: 'postcode', text: 'What is your postcode?' },
  {
    key: 'q7',
    type: 'long-text',
    text: 'Tell us more',
    page: 'More',
    asked: { when: 'all', of: [{ question: 'q1', is: 'any of', values: ['bus'] }] },
  },
  { key: 'q8', type: 'ranking', text: 'What matters most?', options: [bus, car] },
]

/** A consultation with these questions, which people can answer. */
const consultation = (house: TestHouse, asked: readonly Question[] = questions, title = 'Getting here') =>
  house.within(operator, async (ctx) => {
    const id = await draftConsultation(ctx, {
      title,
      slug: title.toLowerCase().replaceAll(' ', '-'),
      summary: 'Buses',
      canChange: 'All',
      cannotChange: 'None',
      opensOn: '2026-03-01',
      closesOn: '2026-04-01',
      promise: 'linked',
      questions: asked,
    })
    const { surveyId } = await findConsultation(ctx.db, id)
    await releaseSurvey(ctx, surveyId)
    return { id, surveyId }
  })

/** Someone answers: a form as it would be posted. */
const answered = (house: TestHouse, surveyId: string, body: Record<string, string | string[]>) =>
  house.within(operator, async (ctx) => {
    const version: SurveyVersion = await findSurvey(ctx.db, surveyId)
    const answers = version.questions.flatMap((question): GivenAnswer[] => {
      const { mistakes, ...given } = typeOf(question).answer(question, body)
      assert.deepEqual(mistakes, {})
      return given.choices || given.words || given.apart ? [{ question, ...given }] : []
    })
    return receiveResponse(ctx, { version, answers, channel: 'web', place: 'Ward 3' })
  })

const everything = {
  q1: 'other',
  'q1-other': '=HYPERLINK("x")',
  q2: ['ramp'],
  'q3.staff': 'good',
  q4: '-2',
  'q5.day': '1',
  'q5.month': '2',
  'q5.year': '2026',
  q6: 'RM1 3BD',
  q7: 'Said "so",\nand left',
  'q8.bus': '2',
  'q8.car': '1',
}

const exported = async (house: TestHouse, id: string, body: Record<string, string> = { format: 'csv' }) => {
  const reply = await house.post(`/testshire/desk/consultations/${id}/exports`, body, { as: await house.staff('analyst') })
  // How it ended is written down after the last byte: what comes after two pieces of work more sees it.
  for (let at = 0; at < 2; at++) await house.within(operator, async () => {})
  return reply
}

const linesOf = (text: string) =>
  text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n')

test(
  'field 3, 4 and 5: a column for each question whatever the route, the tick beside the words, and no choice is empty',
  inHouse(slots, async (house) => {
    const { id, surveyId } = await consultation(house)
    await answered(house, surveyId, everything)
    await answered(house, surveyId, { q1: 'bus', q7: 'Late again' })
    await answered(house, surveyId, { q1: 'car' })
    const { text, status, header } = await exported(house, id)
    assert.equal(status, 200)
    assert.match(header('content-disposition') ?? '', /getting-here-answers-2026-03-10\.csv/)
    const [head = '', ...rows] = linesOf(text)
    assert.equal(
      head,
      'row,version,channel,variant,place,said_on,q1: How do you get here?,"q1-other: How do you get here?: something else, in words",q2.ramp: What do you need?: A ramp,q2.quiet: What do you need?: A quiet room,q3.staff: How was it?: The staff,q4: How many visits?,q5: When did you come?,q6.area: What is your postcode?: area,q6.decile: What is your postcode?: deprivation decile,q7: Tell us more,q8.bus: What matters most?: By bus,q8.car: What matters most?: By car',
    )
    assert.ok(
      rows.some((row) =>
        row.includes(
          `1,On this website,,Ward 3,2026-03-10,Something else,"'=HYPERLINK(""x"")",Yes,No,Good,-2,2026-02-01,RM1,,"Said ""so"",\nand left",2,1`,
        ),
      ),
      text,
    )
    assert.ok(rows.some((row) => /On this website,,Ward 3,2026-03-10,By bus,,,,,,,,,Late again,,$/.test(row)))
    assert.ok(rows.some((row) => /On this website,,Ward 3,2026-03-10,By car,,,,,,,,,,,$/.test(row)))
  }),
)

test(
  'field 2: the second survey exports its own rows',
  inHouse(slots, async (house) => {
    const first = await consultation(house)
    const second = await consultation(house, [{ key: 'q1', type: 'short-text', text: 'Why?' }], 'Parking')
    await answered(house, first.surveyId, { q1: 'bus' })
    await answered(house, second.surveyId, { q1: 'It is dear' })
    const { text } = await exported(house, second.id)
    assert.deepEqual(linesOf(text).slice(0, 1), ['row,version,channel,variant,place,said_on,q1: Why?'])
    assert.match(text, /It is dear/)
    assert.doesNotMatch(text, /By bus/)
  }),
)

test(
  'field 12: what is held, taken back or set aside does not leak; equality answers and addresses are in no row',
  inHouse(slots, async (house) => {
    const { id, surveyId } = await consultation(house, [
      ...questions.slice(0, 2),
      { key: 'q3', type: 'long-text', text: 'What happened?' },
      { key: 'q4', type: 'email', text: 'Your email' },
      {
        key: 'q5',
        type: 'one-of',
        text: 'Are you disabled?',
        options: [
          { value: 'yes', label: 'Disabled-yes' },
          { value: 'no', label: 'Disabled-no' },
        ],
        block: 'equality',
      },
    ])
    await answered(house, surveyId, { q1: 'bus', q3: 'All fine', q4: 'sam@example.org', q5: 'yes' })
    const aside = await answered(house, surveyId, { q1: 'car', q3: 'Set aside words' })
    const back = await answered(house, surveyId, { q3: 'Taken back words' })
    const worrying = await answered(house, surveyId, { q1: 'car', q3: 'A nurse hit me and I am afraid, I want to kill myself' })
    const lead = await house.staff('engagement lead')
    const isHeld = await house.within(lead, async (ctx) => {
      await setAsideResponse(ctx, aside.responseId, 'Sent twice')
      await withdrawResponse(ctx, back.responseId)
      const held = await ctx.db
        .selectFrom('held_contributions')
        .select('response_id')
        .where('response_id', '=', worrying.responseId)
        .execute()
      return held.length > 0
    })
    assert.ok(isHeld, 'the duty inbox holds it')

    const { text } = await exported(house, id)
    assert.equal(linesOf(text).length, 3)
    assert.match(text, /All fine/)
    assert.doesNotMatch(text, /sam@|Disabled|Set aside words|Taken back|nurse|afraid/)
    const all = await exported(house, id, { format: 'csv', all: 'yes' })
    assert.equal(linesOf(all.text).length, 4)
    assert.match(all.text, /set_aside/)
    assert.match(all.text, /Yes,By car,.*Set aside words/)
    assert.doesNotMatch(all.text, /sam@|Disabled|Taken back|nurse/)
    const json = JSON.parse((await exported(house, id, { format: 'json' })).text)
    assert.ok(json.leftOut.some((line: string) => line.includes('equality questions are left out')))
  }),
)

test(
  'INS-7: how many will be exported is on the page before, and how many were written after; a form mistake exports nothing',
  inHouse(slots, async (house) => {
    const { id, surveyId } = await consultation(house)
    const analyst = await house.staff('analyst')
    const page = `/testshire/desk/consultations/${id}/exports`
    assert.match((await house.get(page, { as: analyst })).text, /Nobody has answered yet/)
    for (let at = 0; at < 3; at++) await answered(house, surveyId, { q1: 'bus' })
    assert.match((await house.get(page, { as: analyst })).text, /<strong>3<\/strong> responses will be exported/)
    const mistake = await house.post(page, {}, { as: analyst })
    assert.equal(mistake.status, 422)
    assert.match(mistake.text, /href="#format">\s*Choose what you want the file to be/)
    assert.equal((await house.post(page, { format: 'csv' }, { as: await house.staff('approver') })).status, 403)
    assert.equal(linesOf((await exported(house, id)).text).length, 4)
    const after = (await house.get(page, { as: analyst })).text
    assert.match(after, /3, all of them/)
    await house.within(operator, async ({ db }) => {
      const events = await db
        .selectFrom('events')
        .select(['name', 'detail'])
        .where('subject_kind', '=', 'responses')
        .orderBy('id')
        .execute()
      assert.deepEqual(
        events.map(({ name }) => name),
        ['responses.exported', 'responses.export-finished'],
      )
    })
  }),
)

test(
  'PLT-4: an exported CSV comes back in as it was, and again adds nothing',
  inHouse(slots, async (house) => {
    const { id, surveyId } = await consultation(house)
    await answered(house, surveyId, everything)
    await answered(house, surveyId, { q1: 'bus', q7: 'Late again' })
    await answered(house, surveyId, { q1: 'bus', q7: 'Late again' })
    const { text } = await exported(house, id)
    const copy = await consultation(house, questions, 'A copy')
    const options = { survey: copy.surveyId }
    assert.deepEqual(await run(house, 'import responses', text, options), { read: 3, imported: 3, already: 0, rejected: [], notes: [] })
    assert.deepEqual(await run(house, 'import responses', text, options), { read: 3, imported: 0, already: 3, rejected: [], notes: [] })
    const again = await exported(house, copy.id)
    const answersIn = (csv: string) =>
      linesOf(csv)
        .map((line) => line.replace(/^\d+,/, '').replace('On this website', '').replace('Brought in from a file', ''))
        .sort()
    assert.deepEqual(answersIn(again.text), answersIn(text))
  }),
)
