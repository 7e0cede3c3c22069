import assert from 'node:assert/strict'
import { test } from 'node:test'
import { closeConsultation, draftConsultation, publishConsultation } from '#capabilities/consultations'
import { receiveResponse } from '#capabilities/contributions'
import { findSurvey, type Question } from '#capabilities/surveys'
import type { Actor } from '#platform/context.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { slots } from '../../app.ts'

const operator: Actor = { kind: 'operator' }
const address = '/testshire/consultations/blood-tests/results'
const of = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }))
const questions: Question[] = [
  { key: 'travel', type: 'one-of', text: 'How do you travel?', options: of({ bus: 'By bus', car: 'By car' }) },
  {
    key: 'age',
    type: 'one-of',
    text: 'How old are you?',
    block: 'equality',
    options: of({ young: 'Under 40', middle: '40 to 69', old: '70 or over' }),
  },
]

interface Group {
  people: number
  travel: 'bus' | 'car'
  age: 'young' | 'middle' | 'old'
  channel?: 'web' | 'paper'
}

/** A closed consultation that these people answered: its survey. */
const answered = (house: TestHouse, groups: readonly Group[]) =>
  house.within(operator, async (ctx) => {
    const words = { title: 'Blood tests', slug: 'blood-tests', summary: 'Where they are done.', canChange: 'Where', cannotChange: 'Nurses' }
    const id = await draftConsultation(ctx, { ...words, opensOn: '2026-03-01', closesOn: '2026-03-31', promise: 'linked', questions })
    const { surveyId } = await publishConsultation(ctx, id)
    const version = await findSurvey(ctx.db, surveyId)
    for (const { people, channel = 'web', ...given } of groups)
      for (let one = 0; one < people; one++) {
        const answers = version.questions.map((question) => ({ question, choices: [given[question.key as 'age']], words: null }))
        await receiveResponse(ctx, { version, answers, channel })
      }
    await closeConsultation(ctx, id, { reason: 'Enough' })
    return surveyId
  })

test(
  'INS-4: where the survey is weighted, each share stands beside the count as whole per cents, with what weighting costs',
  inHouse(slots, async (house) => {
    const surveyId = await answered(house, [
      { people: 20, travel: 'car', age: 'young' },
      { people: 10, travel: 'bus', age: 'middle' },
      { people: 30, travel: 'bus', age: 'old', channel: 'paper' },
      { people: 10, travel: 'car', age: 'young', channel: 'paper' },
      { people: 20, travel: 'car', age: 'middle', channel: 'paper' },
    ])
    const lead = await house.staff('engagement lead')
    const groups = 'group,count\nUnder 40,600\n40 to 69,200\n70 or over,200'
    const baseline = await house.post(
      '/testshire/desk/populations',
      { source: 'Census 2021', characteristic: 'place', title: 'Ages of Testshire' },
      { as: lead, files: { file: [{ name: 'ages.csv', bytes: Buffer.from(groups) }] } },
    )
    const names = ['Under 40', '40 to 69', '70 or over'].map((name) => [`group:${name}`, name])
    const choices = { 'choice:young': 'Under 40', 'choice:middle': '40 to 69', 'choice:old': '70 or over' }
    const match = { baseline: baseline.location.split('/').at(-1)!, ...choices, ...Object.fromEntries(names) }
    await house.post(`/testshire/desk/populations/surveys/${surveyId}/question%3Aage`, match, { as: lead })
    const weighting = { title: 'By age', characteristics: ['age'], trim: 'none', unsaid: 'weight one' }
    assert.equal((await house.post(`/testshire/desk/weightings/${surveyId}`, weighting, { as: lead })).status, 303)

    await house.post(`/testshire/desk/results/${surveyId}/publication`, { rows: 'question:travel', by: 'channel' }, { as: lead })
    const { results } = JSON.parse((await house.get(`${address}/files/results.json`)).text)
    const [cross] = results.crosses
    const web = cross.columns.findIndex(({ total }: { total: number }) => total === 30)
    // Of 30 on the website 20 are young and count 1.8 each, 10 are not and count 0.6: 36 of 42 and 6 of 42.
    const beside = (row: number) => [cross.lines[row].label, cross.counts[row][web], cross.weighted[row][web]]
    assert.deepEqual([beside(0), beside(1)].sort(), [
      ['By bus', 10, 14],
      ['By car', 20, 86],
    ])
    assert.match(
      (await house.get(address)).text.replaceAll(/\s+/g, ' '),
      /if the 90 people who are weighted were as mixed as those who live here, by Ages of Testshire/,
    )
  }),
)
