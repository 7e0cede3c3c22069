import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contributions, receiveResponse } from '#capabilities/contributions'
import { people } from '#capabilities/people'
import { populations } from '#capabilities/populations'
import { draftSurvey, type Question, readAnswers, releaseSurvey, type SurveyVersion } from '#capabilities/surveys'
import type { Actor } from '#platform/context.ts'
import type { Body } from '#platform/forms.ts'
import { gather } from '#platform/slots.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { findWeighting, weigh, weightings } from './index.ts'

const slots = gather([people, contributions, populations, weightings])
const operator: Actor = { kind: 'operator' }

const of = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }))
const sex: Question = {
  key: 'equality-sex',
  type: 'one-of',
  text: 'What is your sex?',
  options: of({ female: 'Female', male: 'Male', 'prefer-not-to-say': 'I prefer not to say' }),
  block: 'equality',
}
const town: Question = { key: 'town', type: 'one-of', text: 'Which town?', options: of({ beck: 'Beck', fell: 'Fell' }) }

async function surveyIn(house: TestHouse, as: Actor) {
  const version = await house.within(operator, async (ctx) => {
    const drafted = await draftSurvey(ctx, { title: 'The walk-in centre', promise: 'linked', questions: [sex, town] })
    await releaseSurvey(ctx, drafted.surveyId)
    return drafted
  })
  const file = (text: string) => ({ file: [{ name: 'a.csv', bytes: Buffer.from(text) }] })
  const add = (text: string, characteristic: string) =>
    house.post(
      '/testshire/desk/populations',
      { source: 'Census 2021', characteristic, title: `The ${characteristic} of Beckdale` },
      { as, files: file(text) },
    )
  await add('group,count\nFemale,520\nMale,480', 'sex')
  const { location } = await add('group,count\nBeck,250\nFell,750', 'place')
  const match = `/testshire/desk/populations/surveys/${version.surveyId}/question%3Atown`
  const names = { 'choice:beck': 'Beck', 'choice:fell': 'Fell', 'group:Beck': 'Beck', 'group:Fell': 'Fell' }
  assert.equal((await house.post(match, { baseline: location.split('/').at(-1)!, ...names }, { as })).status, 303)
  return version
}

const answer = (house: TestHouse, version: SurveyVersion, body: Body, times: number) =>
  house.within({ kind: 'public' }, async (ctx) => {
    for (let at = 0; at < times; at++) await receiveResponse(ctx, { version, answers: readAnswers(version, body).answers, channel: 'web' })
  })

test(
  'INS-4: a survey is weighted by what people said of themselves: off until asked, with its cost, and computed anew as answers come',
  inHouse(slots, async (house) => {
    const analyst = await house.staff('analyst')
    const version = await surveyIn(house, analyst)
    const at = `/testshire/desk/weightings/${version.surveyId}`
    const find = () => house.within(operator, (ctx) => findWeighting(ctx, version.surveyId))
    assert.match((await house.get(at, { as: analyst })).text, /This survey is not weighted\. Every answer counts the same/)
    assert.equal(await find(), null)

    const typed = { title: 'By sex and town', characteristics: ['equality-sex', 'town'], trim: 'none', unsaid: 'weight one' }
    await answer(house, version, { 'equality-sex': 'female', town: 'beck' }, 20)
    const refused = await house.post(at, typed, { as: analyst })
    assert.equal(refused.status, 422)
    assert.match(refused.text, /Nobody here has “Male” for What is your sex\?[\s\S]*value="By sex and town"[\s\S]*value="town" checked/)

    await answer(house, version, { 'equality-sex': 'female', town: 'fell' }, 10)
    await answer(house, version, { 'equality-sex': 'male', town: 'beck' }, 8)
    await answer(house, version, { 'equality-sex': 'male', town: 'fell' }, 2)
    await answer(house, version, { 'equality-sex': 'prefer-not-to-say', town: 'fell' }, 3)
    await answer(house, version, { town: 'beck' }, 1)
    assert.equal((await house.post(at, typed, { as: analyst })).status, 303)

    const found = (await find())!
    assert.deepEqual([found.characteristics, found.responses], [['equality-sex', 'town'], 44])
    assert.deepEqual(found.baselineTitles, ['The sex of Beckdale', 'The place of Beckdale'])
    const counts = new Map([
      ['female beck', 20],
      ['female fell', 10],
      ['male beck', 8],
      ['male fell', 2],
    ])
    const said = found.cells.flatMap(({ values, weight }) => {
      const count = counts.get(`${values['equality-sex']} ${values.town}`)
      return count ? [{ values, count, weight }] : []
    })
    const weighted = (key: string, value: string) =>
      said.filter(({ values }) => values[key] === value).reduce((sum, { count, weight }) => sum + count * weight, 0) / 40
    assert.ok(Math.abs(weighted('equality-sex', 'female') - 0.52) < 1e-9)
    assert.ok(Math.abs(weighted('town', 'beck') - 0.25) < 1e-9)
    const unsaid = found.cells.filter((cell) => !said.some(({ values }) => values === cell.values))
    assert.deepEqual(unsaid.map(({ values, weight }) => [values['equality-sex'], values.town, weight]).sort(), [
      ['', 'beck', 1],
      ['prefer-not-to-say', 'fell', 1],
    ])

    const { text } = await house.get(at, { as: await house.staff('auditor') })
    assert.match(text, /Responses with a weight[\s\S]*44[\s\S]*4, who count as one each[\s\S]*Kish’s design effect[\s\S]*Largest weight/)
    assert.match(text, /Male \(small number\)[\s\S]*Fell/)
    assert.match(text, /The plain figures always stand beside it/)
    assert.doesNotMatch(text, /Take the weighting away/)

    await answer(house, version, { 'equality-sex': 'male', town: 'fell' }, 6)
    const later = await house.within(operator, (ctx) => weigh(ctx, found.id))
    assert.ok(later.ok && later.responses === 50)
  }),
)

test(
  'INS-4: only those who may weight results do; mistakes are said; taken away, every answer counts the same again',
  inHouse(slots, async (house) => {
    const [lead, auditor] = [await house.staff('engagement lead'), await house.staff('auditor')]
    const version = await surveyIn(house, lead)
    const at = `/testshire/desk/weightings/${version.surveyId}`
    for (const [place, value] of [
      ['beck', 'female'],
      ['beck', 'male'],
      ['fell', 'female'],
    ] as const)
      await answer(house, version, { 'equality-sex': value, town: place }, 12)
    const typed = { title: 'By sex', characteristics: 'equality-sex', trim: '5', unsaid: 'left out' }
    assert.equal((await house.post(at, typed, { as: auditor })).status, 403)
    assert.equal((await house.get(`${at}/new`, { as: auditor })).status, 403)
    assert.match((await house.get(`${at}/new`, { as: lead })).text, /In 2 groups, to The sex of Beckdale/)
    const empty = await house.post(at, { title: ' ' }, { as: lead })
    assert.equal(empty.status, 422)
    assert.match(empty.text, /Enter a name[\s\S]*Choose what to weight by/)
    assert.match((await house.post(at, { ...typed, characteristics: 'nothing' }, { as: lead })).text, /held against no population any more/)

    await house.post(at, typed, { as: lead })
    assert.equal((await house.post(`${at}/removal`, {}, { as: lead })).status, 422)
    await house.post(`${at}/removal`, { reason: 'It was an experiment' }, { as: lead })
    const { text } = await house.get(at, { as: lead })
    assert.match(text, /This survey is not weighted[\s\S]*Took this weighting away[\s\S]*Began to weight the results, by 1 question/)
    assert.equal((await house.post(`${at}/removal`, { reason: 'Again' }, { as: lead })).status, 404)
    assert.equal((await house.get('/testshire/desk/weightings/nothing', { as: lead })).status, 404)
  }),
)
