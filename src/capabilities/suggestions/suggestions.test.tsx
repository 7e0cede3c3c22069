import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codings, keyOf } from '#capabilities/codings'
import { contributions } from '#capabilities/contributions'
import { countByTheme, makeFrame, themes } from '#capabilities/themes'
import type { Actor } from '#platform/context.ts'
import { newId, newSalt } from '#platform/ids.ts'
import { gather } from '#platform/slots.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { suggestions } from './index.ts'
import { listExamples } from './queries/examples.ts'

const slots = gather([contributions, themes, codings, suggestions])
const operator: Actor = { kind: 'operator' }

const frame = (house: TestHouse) =>
  house.within(operator, (ctx) =>
    makeFrame(ctx, { title: 'The clinic', themes: [{ name: 'Parking', definition: 'Where to leave a car' }] }),
  )

/** Comments from a file: who said it, when, and what. */
const bring = (house: TestHouse, rows: readonly { respondent: string | null; on?: string; words: string }[]) =>
  house.within(operator, async (ctx) => {
    const mine = { commissioner_id: ctx.commissioner.id }
    const source = newId()
    await ctx.db
      .insertInto('sources')
      .values({ ...mine, id: source, name: newId(), added_at: ctx.now })
      .execute()
    const ids: string[] = []
    for (const { respondent, on = ctx.today, words } of rows) {
      const [id, response_id] = [newId(), newId()]
      const response = { ...mine, id: response_id, channel: 'import', source_id: source, respondent, said_on: on, received_at: ctx.now }
      await ctx.db
        .insertInto('responses')
        .values({ ...response, salt: newSalt() })
        .execute()
      await ctx.db
        .insertInto('contributions')
        .values({ ...mine, id, response_id, words, salt: newSalt() })
        .execute()
      ids.push(id)
    }
    return { source, ids }
  })

const propose = (house: TestHouse, frameId: string, ids: readonly string[]) =>
  house.within(operator, async ({ db, commissioner, now }) => {
    const [id, mine] = [newId(), { commissioner_id: commissioner.id }]
    const proposal = { ...mine, id, frame_id: frameId, name: 'Lights and dark', terms: ['dark', 'lights'], proposed_at: now }
    await db.insertInto('theme_proposals').values(proposal).execute()
    const rows = ids.map((contribution_id, place) => ({ ...mine, proposal_id: id, contribution_id, place }))
    if (rows.length > 0) await db.insertInto('theme_proposal_comments').values(rows).execute()
    return id
  })

test(
  'INS-2: comments that fit no theme are put before a person with what they say; reading them is recorded, and what was dismissed stays away',
  inHouse(slots, async (house) => {
    const { frameId } = await frame(house)
    const { ids } = await bring(house, [
      { respondent: null, words: 'It is dark outside at night' },
      { respondent: null, words: 'The lights <b>never</b> work' },
    ])
    const as = await house.staff('analyst')
    const all = `/testshire/desk/suggestions/${frameId}/new-themes`
    assert.match((await house.get(all, { as })).text, /Nothing here now/)
    const proposal = await propose(house, frameId, ids)
    assert.match((await house.get(all, { as })).text, /Lights and dark[\s\S]*dark, lights[\s\S]*2/)

    const { text } = await house.get(`${all}/${proposal}`, { as })
    assert.match(text, /It is dark outside at night[\s\S]*The lights &lt;b>never&lt;\/b> work/)
    assert.match(text, /href="[^"]*themes\/new\?name=Lights\+and\+dark"/)
    const read = await house.within(operator, ({ db }) =>
      db.selectFrom('events').select('detail').where('name', '=', 'contributions.read').execute(),
    )
    assert.deepEqual(
      read.map(({ detail }) => (detail as { contributions: string[] }).contributions),
      [ids],
    )

    assert.equal((await house.post(`${all}/${proposal}/dismissal`, {}, { as })).status, 303)
    assert.equal((await house.post(`${all}/${proposal}/dismissal`, {}, { as })).status, 303, 'twice comes to the same')
    assert.match((await house.get(all, { as })).text, /Nothing here now/)
    assert.match((await house.get(`${all}/${proposal}`, { as })).text, /decided that they are no theme/)
  }),
)

test(
  'INS-2: everyone on the staff sees how good it is; whoever codes asks it to learn; nobody else does, and nobody else reads people’s words there',
  inHouse(slots, async (house) => {
    const { frameId } = await frame(house)
    const proposal = await propose(house, frameId, [])
    const page = `/testshire/desk/suggestions/${frameId}`
    const auditor = await house.staff('auditor')
    const lead = await house.staff('engagement lead')
    const stranger = await house.staff('analyst', await house.addCommissioner('otherham'))

    const { status, text } = await house.get(page, { as: auditor })
    assert.equal(status, 200)
    assert.match(text, /A suggestion is not a coding[\s\S]*not counted in any result[\s\S]*Nobody knows yet/)
    assert.doesNotMatch(text, /Learn now/)
    assert.equal((await house.get(page, { as: stranger })).status, 404)
    assert.equal((await house.get(`${page}/new-themes/${proposal}`, { as: auditor })).status, 403)
    for (const act of ['learnings', 'batches', `new-themes/${proposal}/dismissal`])
      assert.equal((await house.post(`${page}/${act}`, {}, { as: auditor })).status, 403, act)

    assert.equal((await house.post(`${page}/learnings`, {}, { as: lead })).status, 303)
    assert.match((await house.get(page, { as: lead })).text, /waiting for its turn[\s\S]*Asked for suggestions to be learned anew/)
    house.now = new Date(house.now.getTime() + 6 * 60_000)
    assert.match((await house.get(page, { as: lead })).text, /It was interrupted/)
  }),
)

test(
  'a frame without themes, a frame that is not there, and a proposal of another frame are each refused in words',
  inHouse(slots, async (house) => {
    const { frameId } = await house.within(operator, (ctx) => makeFrame(ctx, { title: 'Empty' }))
    const other = await frame(house)
    const as = await house.staff('analyst')
    const refused = await house.post(`/testshire/desk/suggestions/${frameId}/learnings`, {}, { as })
    assert.equal(refused.status, 409)
    assert.match(refused.text, /no themes yet/)
    assert.equal((await house.get(`/testshire/desk/suggestions/${newId()}`, { as })).status, 404)
    assert.equal((await house.get('/testshire/desk/suggestions/nonsense', { as })).status, 404)
    const proposal = await propose(house, frameId, [])
    assert.equal((await house.get(`/testshire/desk/suggestions/${other.frameId}/new-themes/${proposal}`, { as })).status, 404)
  }),
)

test(
  'INS-2: what one respondent said on two days counts as one person’s, of two sources as two; and nothing says who',
  inHouse(slots, async (house) => {
    const { frameId, themeIds } = await frame(house)
    const said = [
      { respondent: 'R1', on: '2026-01-01', words: 'No space' },
      { respondent: 'R1', on: '2026-02-01', words: 'Still no space' },
      { respondent: 'R2', words: 'Full' },
      { respondent: null, words: 'Full again' },
    ]
    const [one, two] = [await bring(house, said), await bring(house, said.slice(0, 1))]
    const examples = await house.within(operator, async ({ db, commissioner, now }) => {
      const coder = { commissioner_id: commissioner.id, id: newId(), kind: 'import', name: 'A file', added_at: now }
      await db.insertInto('coders').values(coder).execute()
      await db
        .insertInto('finished_codings')
        .values(
          [...one.ids, ...two.ids].map((contribution_id) => ({
            commissioner_id: commissioner.id,
            contribution_id,
            frame_id: frameId,
            coder_id: coder.id,
            finished_at: now,
          })),
        )
        .execute()
      return listExamples(db, frameId, { before: null, limit: 10, themeIds: new Set(Object.values(themeIds)) })
    })
    const voices = examples.examples.toReversed().map(({ respondent }) => respondent)
    assert.equal(voices.length, 5)
    assert.equal(voices[0], voices[1])
    assert.equal(new Set(voices).size, 4)
    assert.doesNotMatch(voices.join(), /R1|R2/)
  }),
)

test(
  'INS-2: a suggestion is counted nowhere',
  inHouse(slots, async (house) => {
    const { frameId, themeIds } = await frame(house)
    const { ids } = await bring(house, [{ respondent: null, words: 'No space for my car' }])
    await house.within(operator, async ({ db, commissioner }) => {
      const of = { commissioner_id: commissioner.id, contribution_id: ids[0]!, frame_id: frameId, model_id: newId() }
      await db
        .insertInto('suggested_comments')
        .values({ ...of, uncertainty: 0.1 })
        .execute()
      await db
        .insertInto('suggested_themes')
        .values({ ...of, theme_id: themeIds.Parking!, likelihood: 1, offered: true, because: '[]' })
        .execute()
      assert.equal((await db.selectFrom('standing_suggestions').select('theme_id').execute()).length, 1)
      assert.deepEqual(await db.selectFrom('current_codings').select('id').execute(), [])
      assert.equal((await countByTheme(db, frameId)).get(themeIds.Parking!)?.comments ?? 0, 0)
    })
  }),
)

test(
  'a frame and what is coded with it lead to its suggestions',
  inHouse(slots, async (house) => {
    const { frameId } = await frame(house)
    const { source } = await bring(house, [{ respondent: null, words: 'Full' }])
    const links = await house.within(operator, async (ctx) => [
      ...(await ctx.slots.neighboursOf(ctx, 'frame', 'desk', frameId)),
      ...(await ctx.slots.neighboursOf(ctx, 'batch', 'desk', `${keyOf({ kind: 'source', id: source })} ${frameId}`)),
    ])
    const mine = links.filter(({ text }) => text === 'Suggestions').map(({ href }) => href)
    assert.deepEqual(mine, Array(2).fill(`/testshire/desk/suggestions/${frameId}`))
  }),
)
