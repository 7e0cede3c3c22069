import assert from 'node:assert/strict'
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

const standing = (house: TestHouse, contributionId: string) =>
  house.within(operator, async ({ db }) =>
    (await db.selectFrom('current_codings').select('theme_id').where('contribution_id', '=', contributionId).execute())
      .map((row) => row.theme_id)
      .sort(),
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
  'INS-1: what coders differ about is laid side by side and settled by a third person, and the measures stay',
  inHouse(slots, async (house) => {
    const { round, order, ann, bob, third, parking, staff, waiting } = await differ(house)
    await house.post(`${round}/closure`, {}, { as: third })
    const before = (await house.get(`${round}/measures.csv`, { as: third })).text
    const list = (await house.get(`${round}/differences`, { as: third })).text
    assert.match(list, /Comment 1[\s\S]*Waiting[\s\S]*To settle[\s\S]*Comment 2[\s\S]*Staff/)
    assert.doesNotMatch(list, /Comment 3/)

    const one = `${round}/differences/${order[0]}`
    const beside = (await house.get(one, { as: third })).text
    const places = [ann.name, bob.name].map((name) => beside.indexOf(`>${name}<`))
    assert.ok(places.every((place) => place > 0))
    assert.match(beside, /Settle it/)
    assert.doesNotMatch(beside, /checked/, 'nothing is chosen beforehand')
    assert.equal((await house.get(`${round}/differences/${order[4]}`, { as: third })).status, 404, 'they do not differ there')

    const empty = await house.post(`${one}/settlements`, {}, { as: third })
    assert.equal(empty.status, 422)
    assert.match(empty.text, /href="#themes"[\s\S]*Choose the themes it is about/)
    const both = await house.post(`${one}/settlements`, { themes: parking, nothing: 'yes' }, { as: third })
    assert.match(both.text, /not both[\s\S]*checked[\s\S]*checked/)
    assert.equal((await house.post(`${one}/settlements`, { themes: newId() }, { as: third })).status, 422)

    assert.match((await house.get(one, { as: bob })).text, /You coded in this round, so somebody else settles it/)
    assert.equal((await house.post(`${one}/settlements`, { themes: parking, reason: 'I know best' }, { as: bob })).status, 409)
    assert.equal((await house.post(`${one}/settlements`, { themes: parking }, { as: await house.staff('auditor') })).status, 403)

    assert.equal((await house.post(`${one}/settlements`, { themes: [parking, staff] }, { as: third })).status, 303)
    assert.deepEqual(await standing(house, order[0]!), [parking, parking, staff].sort(), 'both coders keep theirs, the third adds one')
    await house.post(`${round}/differences/${order[1]}/settlements`, { nothing: 'yes' }, { as: third })
    assert.deepEqual(await standing(house, order[1]!), [])
    const settled = (await house.get(one, { as: third })).text
    assert.match(settled, /Settled by[\s\S]*Parking; Staff[\s\S]*Settle it again/)
    assert.match((await house.get(round, { as: third })).text, /differ about 2 comments\. 2 of them are settled[\s\S]*Settled a comment/)
    assert.equal((await house.get(`${round}/measures.csv`, { as: third })).text, before)
    assert.match((await house.get(`${round}/answers.csv`, { as: third })).text, new RegExp(`1,${bob.name},Parking,1,Parking; Staff`))

    await house.post(`${one}/settlements`, { themes: waiting }, { as: third })
    assert.deepEqual(await standing(house, order[0]!), [waiting], 'the latest counts')
  }),
)

test(
  'INS-1: where there is nobody else, a coder settles it and says why',
  inHouse(slots, async (house) => {
    const { round, order, bob, third, parking } = await differ(house)
    await house.post(`${round}/closure`, {}, { as: third })
    await house.within(operator, ({ db, commissioner, now }) =>
      sql`insert into membership_endings (commissioner_id, membership_id, ended_at) values (${commissioner.id}, ${third.id}, ${now})`.execute(
        db,
      ),
    )
    const one = `${round}/differences/${order[0]}`
    assert.match((await house.get(one, { as: bob })).text, /Why can nobody else settle it/)
    const unsaid = await house.post(`${one}/settlements`, { themes: parking }, { as: bob })
    assert.equal(unsaid.status, 422)
    assert.match(unsaid.text, /href="#reason"[\s\S]*Enter why nobody else/)
    await house.post(`${one}/settlements`, { themes: parking, reason: 'There are two of us' }, { as: bob })
    assert.match((await house.get(one, { as: bob })).text, /By one of the coders: There are two of us/)
  }),
)

test(
  'INS-1: a comment that is withdrawn meanwhile need not be coded, is not measured, and its words are nowhere',
  inHouse(slots, async (house) => {
    const { round, order, third, waiting } = await differ(house)
    const withhold = (id: string) =>
      house.within(operator, ({ db, commissioner, now }) =>
        sql`insert into withholdings (commissioner_id, id, contribution_id, audience, reason, withheld_at)
          values (${commissioner.id}, ${newId()}, ${id}, 'everyone', 'Asked for', ${now})`.execute(db),
      )
    await withhold(order[7]!)
    assert.match((await house.get(round, { as: third })).text, /7 of 7[\s\S]*1 of the comments can no longer be read/)
    await house.post(`${round}/closure`, {}, { as: third })
    assert.match((await house.get(round, { as: third })).text, /7, about which two coders or more decided/)
    await withhold(order[0]!)
    const one = await house.get(`${round}/differences/${order[0]}`, { as: third })
    assert.match(one.text, /These words can no longer be read/)
    for (const words of said) assert.doesNotMatch(one.text, new RegExp(words))
    assert.equal((await house.post(`${round}/differences/${order[0]}/settlements`, { themes: waiting }, { as: third })).status, 409)
  }),
)

test(
  'INS-1: any two coders are compared where both decided, a file’s labels too, and what was settled is left out',
  inHouse(slots, async (house) => {
    const { ids, frameId, ann, third, parking, staff, asked } = await begin(house)
    const address = `${desk}/comparison?batch=${asked.batch}&frame=${frameId}`
    for (const [at, id] of ids.entries()) await decide(house, ann, { frameId }, id, [at % 2 ? parking : staff])
    assert.match((await house.get(address, { as: third })).text, /Only one coder has/)
    await house.within(operator, async ({ db, commissioner, now }) => {
      const file = newId()
      await sql`insert into coders (commissioner_id, id, kind, name, added_at) values (${commissioner.id}, ${file}, 'import', 'The trust', ${now})`.execute(
        db,
      )
      for (const [at, id] of ids.entries()) {
        if (at === 7) continue
        await sql`insert into finished_codings (commissioner_id, contribution_id, frame_id, coder_id, finished_at) values (${commissioner.id}, ${id}, ${frameId}, ${file}, ${now})`.execute(
          db,
        )
        await sql`insert into codings (commissioner_id, id, contribution_id, theme_id, coder_id, made_at, salt)
          values (${commissioner.id}, ${newId()}, ${id}, ${at % 2 ? parking : staff}, ${file}, ${now}, '\\x00')`.execute(db)
      }
    })
    const compared = await house.get(address, { as: third })
    assert.equal(compared.status, 200)
    assert.match(
      compared.text,
      /The trust \(a file’s labels\): 7 comments[\s\S]*7, about which two coders or more decided[\s\S]*7 of 7[\s\S]*Alpha 1\.000/,
    )
    const [href] = /\/testshire\/desk\/agreements\/comparison\.csv\?[^"]*/.exec(compared.text.replaceAll('&amp;', '&')) ?? []
    assert.match((await house.get(href!, { as: third })).text, /alpha nominal,all themes,1,/)
    const twice = await house.get(`${address}&one=${ann.id}&other=${ann.id}`, { as: third })
    assert.equal(twice.status, 422)
    assert.match(twice.text, /Choose two different coders/)
    assert.equal((await house.get(`${address}&one=${newId()}&other=`, { as: third })).status, 422)
    assert.equal((await house.get(`${desk}/comparison?batch=&frame=`, { as: third })).status, 422)
    assert.equal((await house.get(`${desk}/comparison?batch=source-${newId()}&frame=${frameId}`, { as: third })).status, 404)
  }),
)
