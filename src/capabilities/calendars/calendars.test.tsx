import assert from 'node:assert/strict'
import { test } from 'node:test'
import ICAL from 'ical.js'
import type { Commissioner } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { slots } from '../../app.ts'
import { isPreElection, weighDates, workingDaysAfter } from './index.ts'

const desk = '/testshire/desk/calendar'
const on = (name: string, date: string) => {
  const [year, month, day] = date.split('-').map(Number)
  return { [`${name}-day`]: String(day), [`${name}-month`]: String(month), [`${name}-year`]: String(year) }
}
const roadshow = { title: 'Roadshow of care', communities: 'Carers', ...on('startsOn', '2026-04-01'), ...on('endsOn', '2026-04-30') }

/** A consultation of somebody else's, as its rows: those who make them stand below the calendar in the house. */
const consult = (house: TestHouse, { id: commissioner_id }: Commissioner, title: string, isPublished: boolean) =>
  house.database.within({ commissionerId: commissioner_id }, async (db) => {
    const [survey, consultation] = [newId(), newId()]
    const dates = { opens_on: '2026-04-10', closes_on: '2026-07-10', drafted_at: house.now }
    const words = { title, slug: title.toLowerCase().replaceAll(' ', '-'), summary: '', can_change: '', cannot_change: '' }
    await db.insertInto('surveys').values({ commissioner_id, id: survey, title, added_at: house.now }).execute()
    await db
      .insertInto('consultations')
      .values({ commissioner_id, id: consultation, survey_id: survey, ...words, ...dates })
      .execute()
    const publication = { commissioner_id, consultation_id: consultation, published_at: house.now }
    if (isPublished) await db.insertInto('consultation_publications').values(publication).execute()
  })

test(
  'PLN-11: the calendar shows ours, what others here have published, and never their drafts',
  inHouse(slots, async (house) => {
    const lead = await house.staff('engagement lead')
    const elsewhere = await house.addCommissioner('elsewhere')
    await consult(house, elsewhere, 'Maternity care', true)
    await consult(house, elsewhere, 'A draft of theirs', false)
    assert.equal((await house.post(`${desk}/entries`, { ...roadshow, shared: 'no' }, { as: lead })).status, 303)

    const shown = (await house.get(`${desk}?from=2026-04-01`, { as: lead })).text
    assert.match(shown, /Roadshow of care[\s\S]*href="\/elsewhere\/consultations\/maternity-care"/)
    assert.doesNotMatch(shown, /draft of theirs/)
    assert.match(shown, /Roadshow of care[\s\S]*Beside it:[\s\S]*Maternity care/)
    assert.match(shown, /Local elections, 7 May 2026/)
    // What is for our staff is not told to the others.
    const there = await house.staff('engagement lead', elsewhere)
    assert.doesNotMatch((await house.get('/elsewhere/desk/calendar?from=2026-04-01', { as: there })).text, /Roadshow/)
  }),
)

test(
  'PLN-11: too much asked of one community is said, and how much is too much can be changed for a reason',
  inHouse(slots, async (house) => {
    const admin = await house.staff('administrator')
    const add = (title: string) => house.post(`${desk}/entries`, { ...roadshow, title, shared: 'no' }, { as: admin })
    for (const title of ['First', 'Second', 'Third']) await add(title)
    const page = `${desk}?from=2026-04-01`
    assert.match((await house.get(page, { as: admin })).text, /Carers: more than 2 at once from 1 April 2026 to 30 April 2026/)
    const none = await house.post(`${desk}/limit`, { atOnce: '0', reason: '' }, { as: admin })
    assert.match(none.text, /Enter a number from 1 to 20[\s\S]*Enter why you change it/)
    assert.equal((await house.post(`${desk}/limit`, { atOnce: '3', reason: 'A large area' }, { as: admin })).status, 303)
    assert.doesNotMatch((await house.get(page, { as: admin })).text, /more than 3 at once/)
  }),
)

test(
  'PLN-11: our calendar goes out as iCalendar, with what is shared and nothing else, until it is taken out',
  inHouse(slots, async (house) => {
    const lead = await house.staff('engagement lead')
    await house.post(`${desk}/entries`, { ...roadshow, shared: 'yes' }, { as: lead })
    await house.post(`${desk}/entries`, { ...roadshow, title: 'Not yet told', shared: 'no' }, { as: lead })
    const read = async () => {
      const reply = await house.get('/testshire/calendar.ics')
      assert.match(reply.header('content-type') ?? '', /^text\/calendar/)
      return new ICAL.Component(ICAL.parse(reply.text)).getAllSubcomponents('vevent')
    }
    const titles = (await read()).map((event) => event.getFirstPropertyValue('summary'))
    assert.deepEqual(titles, ['Roadshow of care'])
    assert.equal(String((await read())[0]?.getFirstPropertyValue('dtend')), '2026-05-01')

    const removal =
      /href="([^"]*\/removal)"[^>]*>Take out<span[^>]*> Roadshow/.exec(
        (await house.get(`${desk}?from=2026-04-01`, { as: lead })).text,
      )?.[1] ?? ''
    assert.match((await house.get(removal, { as: lead })).text, /Take “Roadshow of care” out/)
    assert.equal((await house.post(removal, { reason: '' }, { as: lead })).status, 422)
    await house.post(removal, { reason: 'No room' }, { as: lead })
    assert.deepEqual(await read(), [])
  }),
)

test(
  'PLN-11: a calendar is brought in by pasting, a later one of its name takes its place, and what is no calendar is refused',
  inHouse(slots, async (house) => {
    const lead = await house.staff('engagement lead')
    const ics = (title: string) =>
      `BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nSUMMARY:${title}\nDTSTART;VALUE=DATE:20260405\nEND:VEVENT\nEND:VCALENDAR`
    const bring = (text: string) => house.post(`${desk}/feeds`, { name: 'The council', communities: 'Carers', ics: text }, { as: lead })
    const wrong = await bring('My diary')
    assert.match(wrong.text, /We cannot read this as a calendar file[\s\S]*value="The council"[\s\S]*My diary/)
    assert.equal(wrong.status, 422)
    assert.match((await house.post(`${desk}/feeds`, { name: '' }, { as: lead })).text, /Choose a calendar file/)
    await bring(ics('Town meeting'))
    await bring(ics('Village meeting'))
    const shown = (await house.get(`${desk}?from=2026-04-01`, { as: lead })).text
    assert.match(shown, /Village meeting[\s\S]*The council/)
    assert.doesNotMatch(shown, /Town meeting/)
    const removal = /href="([^"]*\/feeds\/[^"]*\/removal)"/.exec((await house.get(`${desk}/feeds`, { as: lead })).text)?.[1] ?? ''
    assert.match((await house.get(removal, { as: lead })).text, /Take out the calendar of “The council”/)
    await house.post(removal, {}, { as: lead })
    assert.doesNotMatch((await house.get(`${desk}?from=2026-04-01`, { as: lead })).text, /Village meeting/)
  }),
)

test(
  'R5: administrators change, add and take out pre-election periods, and rules follow at once',
  inHouse(slots, async (house) => {
    const admin = await house.staff('administrator')
    const lead = await house.staff('engagement lead')
    const period = (day: string) => house.within(admin, (ctx) => isPreElection(ctx.db, day))
    assert.equal((await period('2026-04-20'))?.name, 'Local elections, 7 May 2026')
    assert.equal(await period('2026-06-20'), null)
    const list = (await house.get(`${desk}/periods?year=2026`, { as: admin })).text
    const address = /href="([^"]*\/periods\/pre-election-2026[^"]*)"/.exec(list)?.[1] ?? ''
    assert.match((await house.get(address, { as: admin })).text, /value="Local elections, 7 May 2026"[\s\S]*value="30"/)
    assert.equal((await house.get(address, { as: lead })).status, 403)

    const none = await house.post(`${address}/removal`, { reason: ' ' }, { as: admin })
    assert.match(none.text, /href="#removal-reason"[\s\S]*value="Local elections/)
    await house.post(`${address}/removal`, { reason: 'Nobody votes here in 2026' }, { as: admin })
    assert.equal(await period('2026-04-20'), null)
    assert.equal((await house.get(address, { as: admin })).status, 404)

    const byElection = { kind: 'pre-election', name: 'By-election', reason: 'Notice of the council' }
    const wrong = await house.post(
      `${desk}/periods`,
      { ...byElection, ...on('from', '2026-06-30'), ...on('to', '2026-06-01') },
      { as: admin },
    )
    assert.match(wrong.text, /href="#to-day"[\s\S]*The last day must be the first day or later/)
    await house.post(`${desk}/periods`, { ...byElection, ...on('from', '2026-06-01'), ...on('to', '2026-06-30') }, { as: admin })
    assert.equal((await period('2026-06-20'))?.name, 'By-election')
    const own = /href="([^"]*\/periods\/[0-9a-f-]{36})"/.exec((await house.get(`${desk}/periods?year=2026`, { as: admin })).text)?.[1] ?? ''
    await house.post(own, { ...byElection, reason: 'It moved', ...on('from', '2026-07-01'), ...on('to', '2026-07-30') }, { as: admin })
    assert.deepEqual([await period('2026-06-20'), (await period('2026-07-20'))?.name], [null, 'By-election'])

    const elsewhere = await house.addCommissioner('elsewhere')
    assert.equal((await house.within({ kind: 'system' }, (ctx) => isPreElection(ctx.db, '2026-04-20'), elsewhere))?.to, '2026-05-07')
  }),
)

test(
  'R4, R16: dates are weighed, and working days counted, with the periods of this commissioner',
  inHouse(slots, async (house) => {
    const weighed = await house.within({ kind: 'system' }, (ctx) => weighDates(ctx.db, { opensOn: '2026-06-08', closesOn: '2026-08-30' }))
    assert.deepEqual(weighed.holidays, [{ name: 'August 2026', from: '2026-08-01', to: '2026-08-31', days: 30 }])
    assert.deepEqual([weighed.holidayDays, weighed.suggestedClosesOn], [30, '2026-09-30'])
    assert.equal(await house.within({ kind: 'system' }, (ctx) => workingDaysAfter(ctx.db, '2026-04-02', 1)), '2026-04-07')
  }),
)

test(
  'auditors and analysts look at the calendar and change nothing',
  inHouse(slots, async (house) => {
    const as = await house.staff('auditor')
    assert.doesNotMatch((await house.get(desk, { as })).text, /Add to the calendar/)
    for (const path of ['entries', 'feeds', 'limit', 'periods']) assert.equal((await house.post(`${desk}/${path}`, {}, { as })).status, 403)
  }),
)
