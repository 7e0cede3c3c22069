import assert from 'node:assert/strict'
import { test } from 'node:test'
import { XMLParser } from 'fast-xml-parser'
import { receiveResponse } from '#capabilities/contributions'
import { findReleasedSurvey } from '#capabilities/surveys'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { slots } from '../../app.ts'
import { beginnings } from './beginning.ts'
import { closeConsultation, draftConsultation, type Kind, publishConsultation, setOutProposal } from './index.ts'

const desk = '/testshire/desk/consultations'
const poll = '/testshire/consultations/poll'

const openPoll = (house: TestHouse, { kind = 'quick poll' as Kind, title = 'Longer hours?', slug = 'poll' } = {}) =>
  house.within({ kind: 'operator' }, async (ctx) => {
    const text = { title, slug, summary: 'Should <we> & they open later?', canChange: 'The hours', cannotChange: 'The building' }
    const dates = { opensOn: '2026-03-01', closesOn: '2026-03-31', promise: 'anonymous' as const }
    const id = await draftConsultation(ctx, { kind, ...text, ...dates, questions: beginnings['quick-poll'].questions(title) })
    await setOutProposal(ctx, id, { communities: ['Testby'] })
    return publishConsultation(ctx, id)
  })

test(
  'SAY-6: each light way begins with its questions, and is published without gates',
  inHouse(slots, async (house) => {
    const as = await house.staff('engagement lead')
    assert.match(
      (await house.get(`${desk}/new`, { as })).text,
      /Formal consultation[\s\S]*Quick poll[\s\S]*Comment card[\s\S]*Friends and Family Test/,
    )
    const dates = {
      'opensOn-day': '1',
      'opensOn-month': '3',
      'opensOn-year': '2026',
      'closesOn-day': '31',
      'closesOn-month': '3',
      'closesOn-year': '2026',
    }
    const words = { summary: 'Tell us.', canChange: 'Much', cannotChange: 'Little', decides: 'We do', promise: 'anonymous' }
    for (const [beginning, asks] of [
      ['quick-poll', /Is it warm enough\?[\s\S]*I do not know/],
      ['comment-card', /What would you like us to know\?/],
      ['friends-and-family', /Overall, how was your experience of our service\?/],
    ] as const) {
      const form = await house.get(`${desk}/new?beginning=${beginning}`, { as })
      assert.match(form.text, new RegExp(`name="beginning" value="${beginning}"`))
      const body = { beginning, kind: beginnings[beginning].kind, title: 'Is it warm enough?', slug: beginning, ...words, ...dates }
      const record = (await house.post(desk, body, { as })).location
      assert.doesNotMatch((await house.get(record, { as })).text, /What is missing/)
      assert.equal((await house.post(`${record}/publication`, {}, { as })).status, 303)
      assert.match((await house.get(`/testshire/consultations/${beginning}/respond`)).text, asks)
    }
  }),
)

test(
  'SAY-2: a formal one has twelve weeks where no last day is typed',
  inHouse(slots, async (house) => {
    const as = await house.staff('engagement lead')
    const opens = { 'opensOn-day': '1', 'opensOn-month': '6', 'opensOn-year': '2026' }
    const body = {
      kind: 'formal consultation',
      title: 'Clinics',
      summary: 'a',
      canChange: 'b',
      cannotChange: 'c',
      decides: 'd',
      promise: 'linked',
    }
    const record = (await house.post(desk, { ...body, ...opens }, { as })).location
    assert.match((await house.get(record, { as })).text, /Last day[\s\S]*23 August 2026/)
    const poll = await house.post(desk, { ...body, ...opens, kind: 'quick poll', slug: 'x-poll' }, { as })
    assert.deepEqual([poll.status, /Enter the last day to answer/.test(poll.text)], [422, true])
  }),
)

test(
  'field 12: nothing public says how many answered, or what, before results are published',
  inHouse(slots, async (house) => {
    const { surveyId } = await openPoll(house)
    for (let times = 0; times < 17; times++) await house.post(`${poll}/respond`, { q1: 'yes' })
    assert.match((await house.get(`${desk}`, { as: await house.staff('auditor') })).text, /Longer hours/)
    house.now = new Date('2026-04-02T10:00:00Z')
    for (const path of [poll, '/testshire/consultations', '/testshire', '/testshire/consultations/feed'])
      assert.doesNotMatch((await house.get(path)).text, /\b17\b/, path)
    assert.equal((await house.get(`${poll}/results`)).status, 404)
    assert.ok(surveyId)
  }),
)

test(
  'field 20: responses by letter and by telephone are in the total beside those on the web',
  inHouse(slots, async (house) => {
    const { id, surveyId } = await openPoll(house)
    await house.within({ kind: 'operator' }, async (ctx) => {
      const version = (await findReleasedSurvey(ctx.db, surveyId))!
      const [question] = version.questions
      const answers = [{ question: question!, choices: ['yes'], words: null }]
      for (const channel of ['letter', 'telephone', 'web'] as const)
        await receiveResponse(ctx, { version, answers, channel, place: null, personId: null })
    })
    assert.match((await house.get(`${desk}/${id}`, { as: await house.staff('auditor') })).text, /Responses so far[\s\S]{0,200}?\b3\b/)
  }),
)

test(
  'field 21: a quick poll answered on the web alone has its page of results, linked from its own',
  inHouse(slots, async (house) => {
    const { surveyId } = await openPoll(house)
    for (let times = 0; times < 12; times++) await house.post(`${poll}/respond`, { q1: 'yes' })
    house.now = new Date('2026-04-02T10:00:00Z')
    const as = await house.staff(['engagement lead', 'analyst', 'approver'])
    const results = `/testshire/desk/results/${surveyId}`
    await house.post(`${results}/publication`, {}, { as })
    assert.match((await house.get(poll)).text, new RegExp(`href="${poll}/results"`))
    assert.equal((await house.get(`${poll}/results`)).status, 200)
  }),
)

test(
  'SAY-2: others planning for the same people see it, with its communities and the days it took',
  inHouse(slots, async (house) => {
    const { id } = await openPoll(house)
    const entries = (from: string, to: string) => house.within({ kind: 'operator' }, (ctx) => ctx.slots.calendarEntries(ctx, { from, to }))
    const mine = async (from: string, to: string) => (await entries(from, to)).filter((entry) => entry.id === id)
    const [entry] = await mine('2026-03-31', '2026-06-01')
    assert.deepEqual([entry?.communities, entry?.startsOn, entry?.endsOn, entry?.href], [['Testby'], '2026-03-01', '2026-03-31', poll])
    await house.within({ kind: 'operator' }, (ctx) => closeConsultation(ctx, id, { reason: 'Sold' }))
    assert.deepEqual([(await mine('2026-03-11', '2026-06-01')).length, (await mine('2026-03-01', '2026-03-10')).length], [0, 1])
  }),
)

test(
  'PUB-1: people find it by words in it, and no word is a pattern',
  inHouse(slots, async (house) => {
    await openPoll(house)
    await openPoll(house, { title: 'New café: 100% of it', slug: 'cafe' })
    const find = async (words: string) => (await house.get(`/testshire/consultations?q=${encodeURIComponent(words)}`)).text
    const titles = (text: string) => ['Longer hours?', 'New café: 100% of it'].filter((title) => text.includes(title))
    assert.deepEqual(titles(await find('café NEW')), ['New café: 100% of it'])
    assert.deepEqual(titles(await find('%')), ['New café: 100% of it'])
    assert.deepEqual(titles(await find('_')), [])
    assert.deepEqual(titles(await find('later')), ['Longer hours?', 'New café: 100% of it'])
    assert.match(await find('zebra'), /Nothing has these words in it/)
  }),
)

test(
  'PUB-1: the feed is Atom that any reader can read, kept like a page, and says when each opens and closes',
  inHouse(slots, async (house) => {
    const { id } = await openPoll(house, { title: 'Hours & <days>' })
    const feed = await house.get('/testshire/consultations/feed')
    assert.equal(feed.header('content-type'), 'application/atom+xml; charset=utf-8')
    assert.ok(feed.header('etag'))
    const { feed: read } = new XMLParser({ ignoreAttributes: false }).parse(feed.text, true)
    assert.deepEqual([read.entry.id, read.entry.link['@_href']], [`urn:uuid:${id}`, poll])
    assert.match(read.entry.title, /Hours (&amp;|&) (&lt;|<)days/)
    assert.match(read.entry.summary, /Open until the end of 31 March 2026/)
    house.now = new Date('2026-04-02T10:00:00Z')
    assert.match((await house.get('/testshire/consultations/feed')).text, /Closed on 31 March 2026/)
  }),
)
