import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { codeWords, codings, finishComment, judgeSentiment } from '#capabilities/codings'
import { makeFrame, themes } from '#capabilities/themes'
import type { Actor, Staff } from '#platform/context.ts'
import { newId, newSalt } from '#platform/ids.ts'
import { gather } from '#platform/slots.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { agreements } from './index.ts'

const slots = gather([themes, codings, agreements])
const operator: Actor = { kind: 'operator' }
const desk = '/testshire/desk/agreements'

const said = [
  'Nowhere to park',
  'The nurse was kind',
  'Waited two hours',
  'Parked far off',
  'Staff were rude',
  'A long wait',
  'No buses',
  'Lovely people',
]

/** Words that a file brought, one response each. */
const bringIn = (house: TestHouse, words: readonly string[]) =>
  house.within(operator, async (ctx) => {
    const mine = { commissioner_id: ctx.commissioner.id }
    const sourceId = newId()
    const rows = words.map((one) => ({ ...mine, id: newId(), response_id: newId(), words: one, salt: newSalt(), source_id: sourceId }))
    await ctx.db
      .insertInto('sources')
      .values({ ...mine, id: sourceId, name: 'Comment cards', added_at: ctx.now })
      .execute()
    const response = { ...mine, channel: 'import', source_id: sourceId, said_on: ctx.today, received_at: ctx.now }
    await ctx.db
      .insertInto('responses')
      .values(rows.map((row) => ({ ...response, id: row.response_id, salt: newSalt() })))
      .execute()
    await ctx.db.insertInto('contributions').values(rows).execute()
    return { sourceId, ids: rows.map(({ id }) => id) }
  })

/** Comments, a frame, two who code and one who settles. */
async function begin(house: TestHouse, words: readonly string[] = said) {
  const { sourceId, ids } = await bringIn(house, words)
  const { frameId, themeIds } = await house.within(operator, (ctx) =>
    makeFrame(ctx, {
      title: 'Clinic hours',
      themes: [
        { name: 'Parking', definition: 'Places to park' },
        { name: 'Staff', definition: 'How people were treated' },
        { name: 'Waiting', definition: 'How long it took' },
      ],
    }),
  )
  const [ann, bob, third] = [await house.staff('analyst'), await house.staff('engagement lead'), await house.staff(['analyst', 'auditor'])]
  const asked = { batch: `source-${sourceId}`, frame: frameId, size: '8', from: 'uncoded', coders: [ann.id, bob.id] }
  return { sourceId, ids, frameId, parking: themeIds.Parking!, staff: themeIds.Staff!, waiting: themeIds.Waiting!, ann, bob, third, asked }
}

async function roundOf(house: TestHouse, asked: Record<string, string | string[]>, as: Staff) {
  return (await house.post(`${desk}/rounds`, asked, { as })).location
}

/** Code a comment and decide about it, as somebody. */
const decide = (
  house: TestHouse,
  as: Actor,
  { frameId }: { frameId: string },
  contributionId: string,
  themeIds: string[],
  sentiment?: number,
) =>
  house.within(as, async (ctx) => {
    if (themeIds.length > 0) await codeWords(ctx, { contributionId, span: null, themeIds })
    if (sentiment !== undefined) await judgeSentiment(ctx, { contributionId, value: sentiment })
    await finishComment(ctx, { contributionId, frameId })
  })

const drawn = (house: TestHouse, round: string) =>
  house.within(operator, async ({ db }) =>
    (
      await db
        .selectFrom('round_comments')
        .select('contribution_id')
        .where('round_id', '=', round.split('/').at(-1)!)
        .orderBy('place')
        .execute()
    ).map((row) => row.contribution_id),
  )

/** Both have coded all; they differ about the first comment, and about the second. */
async function differ(house: TestHouse) {
  const all = await begin(house)
  const round = await roundOf(house, all.asked, all.third)
  const order = await drawn(house, round)
  for (const [at, id] of order.entries()) {
    const theme = [all.parking, all.staff, all.waiting][at % 3]!
    await decide(house, all.ann, all, id, at === 0 ? [all.parking, all.waiting] : [theme], (at % 5) + 1)
    await decide(house, all.bob, all, id, at === 1 ? [] : [theme], (at % 5) + 1)
  }
  return { ...all, round, order }
}

test(
  'INS-1: a round is drawn by chance, so that whoever has its seed draws the same comments, each text once',
  inHouse(slots, async (house) => {
    const { ids, asked, ann, third, frameId } = await begin(house, [...said, 'NO BUSES!', 'no  buses'])
    const round = await roundOf(house, { ...asked, size: '5' }, third)
    const shown = (await house.get(round, { as: ann })).text
    assert.match(shown, /A round of 5 comments[\s\S]*Comments that nobody had coded with this frame: 8 texts/)
    const seed = /Seed[\s\S]*?(\d+)\. Comments in the order/.exec(shown)?.[1]
    const ticket = (id: string) => createHash('sha256').update(`${seed} ${id}`).digest('hex')
    const once = [...ids.slice(0, 6), ids[7]!, [ids[6]!, ids[8]!, ids[9]!].sort((a, b) => (ticket(a) < ticket(b) ? -1 : 1))[0]!]
    const expected = once.sort((a, b) => (ticket(a) < ticket(b) ? -1 : 1)).slice(0, 5)
    assert.deepEqual(await drawn(house, round), expected)
    assert.match(shown, /0 of 5[\s\S]*Code your comments/)
    assert.match(shown, new RegExp(`/desk/coding/${frameId}/${asked.batch}/${expected[0]}\\?queue=round-`))
    assert.equal((await house.get(/href="([^"]*queue=round-[^"]*)"/.exec(shown)?.[1] ?? '', { as: ann })).status, 200)
    assert.match(shown, /Drew 5 comments of 8/)

    const second = await roundOf(house, { ...asked, size: '5' }, third)
    assert.match((await house.get(second, { as: third })).text, /A round of 3 comments/, 'nothing is drawn twice')
    const none = await house.post(`${desk}/rounds`, asked, { as: third })
    assert.equal(none.status, 422)
    assert.match(none.text, /There is no comment to draw/)
  }),
)

test(
  'INS-1: a round that is asked for wrongly comes back with everything typed, and says what is wrong',
  inHouse(slots, async (house) => {
    const { asked, ann, bob, sourceId } = await begin(house)
    const auditor = await house.staff('auditor')
    const wrong = await house.post(`${desk}/rounds`, { ...asked, size: '3', coders: ann.id }, { as: ann })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /href="#size"[\s\S]*from 5 to 2,000[\s\S]*href="#coders"[\s\S]*Choose at least two people/)
    assert.match(wrong.text, new RegExp(`value="source-${sourceId}" selected[\\s\\S]*value="3"[\\s\\S]*value="${ann.id}" checked`))
    assert.equal((await house.post(`${desk}/rounds`, { ...asked, coders: [ann.id, auditor.id] }, { as: ann })).status, 409)
    assert.equal((await house.post(`${desk}/rounds`, { ...asked, frame: newId() }, { as: ann })).status, 404)
    assert.equal((await house.post(`${desk}/rounds`, asked, { as: auditor })).status, 403)
    assert.equal((await house.get(`${desk}/rounds/new?batch=${asked.batch}`, { as: bob })).status, 200)
    assert.match((await house.get(desk, { as: auditor })).text, /There are no rounds yet/)
  }),
)

test(
  'INS-1: until a round is closed nobody learns from these pages what anybody coded',
  inHouse(slots, async (house) => {
    const all = await begin(house)
    const round = await roundOf(house, all.asked, all.third)
    const [first] = await drawn(house, round)
    await decide(house, all.ann, all, first!, [all.parking])
    await decide(house, all.bob, all, first!, [all.staff])
    for (const as of [all.bob, all.third]) {
      assert.doesNotMatch((await house.get(round, { as })).text, /Parking|Alpha/)
      for (const path of ['/differences', `/differences/${first}`]) assert.equal((await house.get(`${round}${path}`, { as })).status, 409)
      for (const path of ['/measures.csv', '/answers.csv']) assert.equal((await house.get(`${round}${path}`, { as })).status, 404)
      const compared = await house.get(`${desk}/comparison?batch=${all.asked.batch}&frame=${all.frameId}`, { as })
      assert.match(compared.text, /Nobody has[\s\S]*finished comments here/)
    }
    assert.equal((await house.post(`${round}/differences/${first}/settlements`, { themes: all.parking }, { as: all.third })).status, 409)
  }),
)

test(
  'INS-1: agreement is measured on what people decided: reading is no answer, and a machine is no coder',
  inHouse(slots, async (house) => {
    const { round, order, ann, bob, parking, frameId, third } = await differ(house)
    await house.within(operator, async ({ db, commissioner, now }) => {
      const machine = newId()
      await sql`insert into coders (commissioner_id, id, kind, name, added_at) values (${commissioner.id}, ${machine}, 'machine', 'A model', ${now})`.execute(
        db,
      )
      await sql`insert into finished_codings (commissioner_id, contribution_id, frame_id, coder_id, finished_at)
        select ${commissioner.id}::uuid, c, ${frameId}::uuid, ${machine}::uuid, ${now}::timestamptz from unnest(${order}::uuid[]) as c`.execute(
        db,
      )
    })
    const ready = (await house.get(round, { as: third })).text
    assert.match(ready, /8 of 8[\s\S]*8 of 8[\s\S]*Close the round and measure/)
    assert.equal((await house.post(`${round}/closure`, {}, { as: third })).status, 303)

    const report = (await house.get(round, { as: third })).text
    assert.match(report, /Closed[\s\S]*Everyone had finished/)
    assert.match(report, /8, about which two coders or more decided[\s\S]*6 of 8/)
    assert.match(report, /differ about 2 comments\. 0 of them are settled/)
    assert.match(report, /All themes together[\s\S]*Alpha 0\.\d{3}/)
    assert.match(report, /How it feels[\s\S]*Alpha 1\.000[\s\S]*On 8 comments/)
    assert.match(report, new RegExp(`${ann.name} and ${bob.name}[\\s\\S]*0\\.83`), 'six of 1, one of 2/3, one of 0')
    assert.match(report, /Closed it: the coders agree about 6 of 8 comments/)
    assert.doesNotMatch(report, /A model/)

    await decide(house, ann, { frameId }, order[2]!, [parking])
    const csv = (await house.get(`${round}/answers.csv`, { as: third })).text
    assert.match(
      csv,
      new RegExp(
        `1,${ann.name},Parking; Waiting,1,\r\n1,${bob.name},Parking,1,\r\n2,${ann.name},Staff,2,\r\n2,${bob.name},nothing fits,2,`,
      ),
    )
    assert.match(csv, new RegExp(`3,${ann.name},Waiting,3,`), 'what is coded after it was closed changes nothing')
    assert.match((await house.get(`${round}/measures.csv`, { as: third })).text, /mean F1,.*,0\.8333/)
    assert.equal((await house.post(`${round}/closure`, {}, { as: third })).status, 409)
  }),
)

test(
  'INS-1: a round can end early, with a reason, and counts only what two have finished',
  inHouse(slots, async (house) => {
    const all = await begin(house)
    const round = await roundOf(house, all.asked, all.third)
    const [first, second] = await drawn(house, round)
    await decide(house, all.ann, all, first!, [all.parking])
    await decide(house, all.ann, all, second!, [all.parking])
    await decide(house, all.bob, all, first!, [all.parking])
    await house.within(all.bob, (ctx) => codeWords(ctx, { contributionId: second!, span: null, themeIds: [all.staff] }))
    assert.match((await house.get(`${round}/closure`, { as: all.third })).text, /has finished 2 of 8[\s\S]*has finished 1 of 8/)
    const unsaid = await house.post(`${round}/closure`, { reason: ' ' }, { as: all.third })
    assert.equal(unsaid.status, 422)
    assert.match(unsaid.text, /href="#reason"[\s\S]*Enter why the round ends/)
    await house.post(`${round}/closure`, { reason: 'The meeting is tomorrow' }, { as: all.third })
    const report = (await house.get(round, { as: all.third })).text
    assert.match(report, /The meeting is tomorrow[\s\S]*1, about which two coders or more decided/)
    assert.match(report, /Cannot be worked out|cannot be worked out/)
    assert.match((await house.get(`${round}/differences`, { as: all.third })).text, /chose the same themes for every comment/)
  }),
)

test(
  'INS-1: a frame leads to its rounds, and another commissioner’s round is not there',
  inHouse(slots, async (house) => {
    const all = await begin(house)
    const round = await roundOf(house, all.asked, all.third)
    const links = await house.within(operator, (ctx) => ctx.slots.neighboursOf(ctx, 'frame', 'desk', all.frameId))
    assert.ok(links.some(({ text, href }) => text === 'A round under way on 8 comments of Comment cards' && href === round))
    const elsewhere = await house.addCommissioner('elsewhere')
    const stranger = await house.staff('administrator', elsewhere)
    for (const path of ['', '/closure', '/differences', '/measures.csv', '/answers.csv'])
      assert.equal((await house.get(round.replace('testshire', 'elsewhere') + path, { as: stranger })).status, 404)
    assert.equal((await house.get(`${round.slice(0, -1)}x`, { as: all.third })).status, 404)
  }),
)
