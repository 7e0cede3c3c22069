import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contributions, receiveResponse } from '#capabilities/contributions'
import { people } from '#capabilities/people'
import { draftSurvey, type Question, readAnswers, releaseSurvey, type SurveyVersion } from '#capabilities/surveys'
import type { Actor } from '#platform/context.ts'
import type { Body } from '#platform/forms.ts'
import { gather } from '#platform/slots.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { populations } from './index.ts'

const slots = gather([people, contributions, populations])
const operator: Actor = { kind: 'operator' }
const desk = '/testshire/desk/populations'

const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'prefer-not-to-say', label: 'I prefer not to say' },
]
const disability: Question = { key: 'equality-disability', type: 'one-of', text: 'Are you disabled?', options: yesNo, block: 'equality' }
const town: Question = {
  key: 'town',
  type: 'one-of',
  text: 'Which town?',
  options: ['Beck', 'Fell', 'Moor'].map((label) => ({ value: label.toLowerCase(), label })),
}

const surveyIn = (house: TestHouse, questions: Question[]) =>
  house.within(operator, async (ctx) => {
    const version = await draftSurvey(ctx, { title: 'The walk-in centre', promise: 'linked', questions })
    await releaseSurvey(ctx, version.surveyId)
    return version
  })

/** Answer as a form is read, so many times. */
const answer = (
  house: TestHouse,
  version: SurveyVersion,
  body: Body,
  { times = 1, channel = 'web' as const, place = null as string | null } = {},
) =>
  house.within({ kind: 'public' }, async (ctx) => {
    for (let at = 0; at < times; at++) {
      const { answers, ok, errors } = readAnswers(version, body)
      assert.ok(ok, JSON.stringify(errors))
      await receiveResponse(ctx, { version, answers, channel, place })
    }
  })

const upload = (text: string) => ({ file: [{ name: 'counts.csv', bytes: Buffer.from(text), type: 'text/csv' }] })

async function addPopulation(house: TestHouse, as: Actor, text: string, body: Body) {
  const added = await house.post(desk, { source: 'Census 2021', ...body }, { as, files: upload(text) })
  assert.equal(added.status, 303, added.text)
  return added.location
}

test(
  'PEO-9: those who answered are held against the Census, by channel too, with who is missing and who did not say',
  inHouse(slots, async (house) => {
    const analyst = await house.staff('analyst')
    const version = await surveyIn(house, [disability, town])
    const empty = await house.get(`${desk}/surveys/${version.surveyId}`, { as: analyst })
    assert.match(empty.text, /There is nothing to compare yet/)
    await addPopulation(house, analyst, 'group,count\nDisabled under the Equality Act,3000\nNot disabled under the Equality Act,7000', {
      characteristic: 'disability',
      title: 'Beckdale, disability',
    })
    await answer(house, version, { 'equality-disability': 'no' }, { times: 28 })
    await answer(house, version, { 'equality-disability': 'yes' }, { times: 2 })
    await answer(house, version, { 'equality-disability': 'prefer-not-to-say' }, { times: 5 })
    await answer(house, version, { town: 'beck' }, { times: 4 })

    const { text, status } = await house.get(`${desk}/surveys/${version.surveyId}`, { as: analyst })
    assert.equal(status, 200)
    assert.match(text, /They are no random sample/)
    assert.match(text, /Disabled \(small number\)[\s\S]*6\.7%[\s\S]*30%[\s\S]*−23[\s\S]*0\.2[\s\S]*Far fewer than their part/)
    assert.match(text, /Who is missing[\s\S]*Disabled: 2, and 30% of the population[\s\S]*Plan to reach them/)
    assert.match(text, /5 people preferred not to say[\s\S]*4 people left it out/)
    assert.match(text, /Chi-square 7\.8 with 1 degrees? of freedom, p 0\.005/)
    assert.match(text, /Not compared[\s\S]*Which town\?/)
    const none = await house.get(`${desk}/surveys/${version.surveyId}?channel=paper`, { as: analyst })
    assert.match(none.text, /Disabled \(small number\)/, 'a way that nobody came by shows all')
    assert.equal((await house.get(`${desk}/sources/${version.surveyId}`, { as: analyst })).status, 404)
    assert.equal((await house.get(`${desk}/people/${version.surveyId}`, { as: analyst })).status, 404)
  }),
)

test(
  'PEO-9: fewer than twenty people are counted, and no percentage is shown of them',
  inHouse(slots, async (house) => {
    const analyst = await house.staff('analyst')
    const version = await surveyIn(house, [disability])
    await addPopulation(house, analyst, 'group,count\nYes,3000\nNo,7000', { characteristic: 'disability' })
    await answer(house, version, { 'equality-disability': 'no' }, { times: 12 })
    const { text } = await house.get(`${desk}/surveys/${version.surveyId}`, { as: analyst })
    assert.match(text, /12 people are too few for percentages/)
    assert.doesNotMatch(text.slice(text.indexOf('compared-1')), /Their share|>100%|Chi-square/)
  }),
)

test(
  'PEO-9: a local question is matched by hand; mistakes keep what was typed, and an auditor only looks',
  inHouse(slots, async (house) => {
    const [analyst, auditor] = [await house.staff('analyst'), await house.staff('auditor')]
    const version = await surveyIn(house, [town])
    const at = await addPopulation(house, analyst, 'group,count\nNorth,600\nSouth,400\nIsland,5', { characteristic: 'place' })
    const baseline = at.split('/').at(-1)!
    await answer(house, version, { town: 'beck' }, { times: 30 })
    const match = `${desk}/surveys/${version.surveyId}/question%3Atown`
    const chosen = await house.get(`${match}?baseline=${baseline}`, { as: analyst })
    assert.match(chosen.text, /name="choice:beck"[\s\S]*name="group:North"/)

    const names = { 'choice:beck': 'North', 'choice:fell': 'South', 'choice:moor': 'north', 'group:North': 'North', 'group:South': 'South' }
    const wrong = await house.post(match, { baseline, ...names, 'group:Island': 'Isle' }, { as: analyst })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /No answer is called “Isle”[\s\S]*value="Isle"/)
    assert.equal((await house.post(match, { baseline, ...names }, { as: auditor })).status, 403)
    assert.equal((await house.post(match, { baseline, ...names }, { as: analyst })).status, 303)
    const shown = await house.get(`${desk}/surveys/${version.surveyId}`, { as: auditor })
    assert.match(shown.text, /North[\s\S]*60%[\s\S]*Not compared, because no answer stands for them: Island/)
    assert.match(shown.text, /Said what a question is held against, in 2 groups/)
    assert.doesNotMatch(shown.text, /Plan to reach them|Choose a population/)

    assert.equal((await house.post(match, { baseline: '' }, { as: analyst })).status, 303)
    assert.match((await house.get(`${desk}/surveys/${version.surveyId}`, { as: analyst })).text, /Not compared[\s\S]*Which town\?/)
  }),
)

test(
  'PEO-9: a population is added once, and taken out with a reason that stays',
  inHouse(slots, async (house) => {
    const lead = await house.staff('engagement lead')
    const file = 'ltla21_code,ltla21_name,religion,n\nX01,Beckdale,Sikh,10\nX01,Beckdale,Hindu,c'
    const post = (body: Body, text = file) => house.post(desk, { source: 'Census', ...body }, { as: lead, files: upload(text) })
    assert.match(
      (await post({ title: 'Ours' })).text,
      /Religion or belief cannot be used: row 3: “Hindu”: its number is hidden[\s\S]*value="Ours"/,
    )
    assert.match((await post({ areas: 'X07' })).text, /“X07” is not in the file/)
    assert.match((await post({ source: '' })).text, /Enter where the numbers are from/)
    assert.match((await house.post(desk, { source: 'x' }, { as: lead })).text, /Choose a file/)
    const whole = file.replace(',c', ',30')
    const { location } = await post({}, whole)
    assert.equal((await post({}, whole)).status, 422)
    const shown = await house.get(location, { as: lead })
    assert.match(shown.text, /Religion or belief: Beckdale[\s\S]*Boundaries of[\s\S]*2021[\s\S]*40 people/)
    assert.equal((await house.post(`${location}/removal`, { reason: ' ' }, { as: lead })).status, 422)
    assert.equal((await house.post(`${location}/removal`, { reason: 'A newer one is here' }, { as: lead })).status, 303)
    assert.match((await house.get(location, { as: lead })).text, /It is used no more: A newer one is here/)
    assert.equal((await house.post(`${location}/removal`, { reason: 'Again' }, { as: lead })).status, 409)
    const other = await house.staff('analyst', await house.addCommissioner('elsewhere'))
    assert.equal((await house.get(location.replace('testshire', 'elsewhere'), { as: other })).status, 404)
  }),
)

test(
  'PEO-9: a panel that somebody counted is held against the same population',
  inHouse(slots, async (house) => {
    const lead = await house.staff('engagement lead')
    const at = await addPopulation(house, lead, 'group,count\nNorth,600\nSouth,400', { characteristic: 'place' })
    const day = { 'countedOn-day': '1', 'countedOn-month': '3', 'countedOn-year': '2026' }
    const post = (body: Body, files = {}) => house.post(`${at}/headcounts`, { title: 'The panel', ...day, ...body }, { as: lead, files })
    assert.match((await house.get(`${at}/headcounts/new`, { as: lead })).text, /North: \nSouth: \nNot stated: /)
    assert.match((await post({ counts: 'Narnia: 3\nNorth: 2' })).text, /This population has no group “Narnia”[\s\S]*Narnia: 3/)
    assert.match((await post({ counts: 'North: 3', 'countedOn-year': '2027' })).text, /must be today or earlier/)
    const kept = await post({}, upload('group,count\nNorth,28\nSouth,0\nNot stated,4'))
    assert.equal(kept.status, 303)
    const { text } = await house.get(kept.location, { as: lead })
    assert.match(text, /The panel[\s\S]*Did not say[\s\S]*4[\s\S]*Who is missing[\s\S]*South: nobody, and 40% of the population/)
    assert.match((await house.get(at, { as: lead })).text, /The panel[\s\S]*32/)
  }),
)

test(
  'PEO-9: a group that was not heard becomes a task, shown when it is late, and closed with what was done and how many were reached',
  inHouse(slots, async (house) => {
    const [lead, auditor] = [await house.staff('engagement lead'), await house.staff('auditor')]
    const version = await surveyIn(house, [disability])
    const outreach = '/testshire/desk/outreach'
    const about = `survey ${version.surveyId}`
    const form = await house.get(`${outreach}/new?${new URLSearchParams({ about, who: 'Disabled people' })}`, { as: lead })
    assert.match(form.text, /The walk-in centre[\s\S]*value="Disabled people"/)
    assert.equal((await house.get(`${outreach}/new?about=survey`, { as: lead })).status, 404)
    const typed = { about, who: 'Disabled people', action: 'Visit the day centre', owner: 'Ada', 'dueOn-day': '9', 'dueOn-month': '3' }
    const amiss = await house.post(outreach, typed, { as: lead })
    assert.equal(amiss.status, 422)
    assert.match(amiss.text, /must be a real date[\s\S]*Visit the day centre/)
    assert.equal((await house.post(outreach, { ...typed, 'dueOn-year': '2026' }, { as: auditor })).status, 403)
    const { location } = await house.post(outreach, { ...typed, 'dueOn-year': '2026' }, { as: lead })

    assert.match(
      (await house.get(outreach, { as: auditor })).text,
      /1 is late[\s\S]*Disabled people[\s\S]*Visit the day centre[\s\S]*Ada[\s\S]*Late/,
    )
    assert.match(
      (await house.get(`${desk}/surveys/${version.surveyId}`, { as: lead })).text,
      /Who we still need to hear[\s\S]*Disabled people/,
    )
    const close = (body: Body) => house.post(`${location}/closure`, body, { as: lead })
    assert.match((await close({ outcome: 'done', told: 'We went' })).text, /Enter how many people you reached[\s\S]*We went/)
    assert.match((await close({})).text, /Choose whether it was done/)
    assert.equal((await close({ outcome: 'done', reached: '14', told: 'We went' })).status, 303)
    assert.equal((await close({ outcome: 'not done', told: 'We did not' })).status, 409)
    const shown = await house.get(location, { as: auditor })
    assert.match(shown.text, /Done[\s\S]*What was done[\s\S]*We went[\s\S]*People reached[\s\S]*14[\s\S]*Reached 14 people/)
    assert.match((await house.get(`${outreach}?show=closed`, { as: lead })).text, /Disabled people/)
  }),
)
