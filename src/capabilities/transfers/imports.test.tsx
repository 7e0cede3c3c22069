import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { draftConsultation, findConsultation } from '#capabilities/consultations'
import { type Question, releaseSurvey } from '#capabilities/surveys'
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

test(
  'a broken row is refused by its number and reason, and the rest comes in',
  inHouse(slots, async (house) => {
    const { surveyId } = await consultation(house)
    const rows = Array.from({ length: 2500 }, (_, at) => `R${at},${at === 1200 ? 'By boat' : 'By bus'},${at === 1300 ? 'many' : at % 9}`)
    const file = `id,q1,How many visits?,Hair colour\n${rows.map((row) => `${row},red`).join('\n')}\nR7,By car,1,red\nR8,"unclosed\n`
    const answer = await run(house, 'import responses', file, { survey: surveyId })
    assert.deepEqual(answer, {
      read: 2502,
      imported: 2498,
      already: 0,
      rejected: [
        { row: 1202, reason: '“By boat” is not among the answers to “How do you get here?”' },
        { row: 1302, reason: 'Your answer to “How many visits?” must be a number, like 12' },
        { row: 2502, reason: 'Its id came with other answers before' },
        { row: 2503, reason: 'A quotation mark is opened and never closed' },
      ],
      notes: ['Columns left out, since no question asks for them: Hair colour'],
    })
    await assert.rejects(
      run(house, 'import responses', 'a,b\n1,2\n', { survey: surveyId }),
      /No column of the file is a question of this survey/,
    )
    await assert.rejects(run(house, 'import responses', '', { survey: surveyId }), /file is empty/)
  }),
)

test(
  'SAY-1: our own JSON comes in and goes out the same; the same file again adds nothing; an unknown word is refused with its place',
  inHouse(slots, async (house) => {
    const survey = { goldthread: 'survey', format: 1, title: 'Getting here', promise: 'linked', questions }
    const answer = await run(house, 'import survey', JSON.stringify(survey))
    assert.deepEqual([answer.read, answer.imported, answer.already, answer.rejected], [8, 8, 0, []])
    assert.equal((await run(house, 'import survey', JSON.stringify(survey))).already, 8)
    const lead = await house.staff('engagement lead')
    const { text } = await house.get(`/testshire/desk/surveys/${answer.survey}/files/json`, { as: lead })
    assert.deepEqual(JSON.parse(text), survey)
    const lss = await house.get(`/testshire/desk/surveys/${answer.survey}/files/lss`, { as: lead })
    assert.deepEqual([(await run(house, 'import survey', lss.text)).imported, lss.header('content-type')], [8, 'application/xml'])
    const wrong = (more: object) => run(house, 'import survey', JSON.stringify({ ...survey, ...more }))
    await assert.rejects(wrong({ colour: 'red' }), /Unrecognized key: "colour"/)
    await assert.rejects(
      wrong({ questions: [questions[0], { ...questions[1], colour: 'red' }] }),
      /Question 2 \(“What do you need\?”\): Unrecognized key: "colour"/,
    )
    await assert.rejects(wrong({ format: 2 }), /format: This is format 1/)
    await assert.rejects(run(house, 'import survey', '{"a":'), /neither XML nor JSON/)
    await assert.rejects(run(house, 'import survey', '\u0000\u0001PK'), /neither XML nor JSON/)
  }),
)

test(
  'SAY-1: on the desk a file of questions becomes a draft and a report; what is no survey is said beside the field',
  inHouse(slots, async (house) => {
    const as = await house.staff('engagement lead')
    const path = '/testshire/desk/surveys-import'
    const upload = (text: string, title = '') =>
      house.post(path, { title }, { as, files: { file: [{ name: 'survey.lss', bytes: Buffer.from(text) }] } })
    assert.match((await house.get(path, { as })).text, /Choose a file above to begin/)
    const none = await house.post(path, { title: 'Mine' }, { as, files: {} })
    assert.deepEqual(
      [none.status, /href="#file">\s*Choose a file of questions/.test(none.text), /value="Mine"/.test(none.text)],
      [422, true, true],
    )
    const bomb = await upload('<!DOCTYPE x [<!ENTITY a "b">]><document>&a;</document>')
    assert.equal(bomb.status, 422)
    assert.match(bomb.text, /The file declares entities of its own/)
    const made = await upload(
      JSON.stringify({ goldthread: 'survey', format: 1, title: 'Getting here', promise: 'linked', questions }),
      'Another title',
    )
    assert.equal(made.status, 303)
    const report = await house.get(made.location, { as })
    assert.match(report.text, /All 8 questions came in/)
    assert.match(report.text, /Look at the questions/)
    assert.match(report.text, /Another title/)
    assert.equal((await house.get(path, { as: await house.staff('analyst') })).status, 403)
  }),
)
