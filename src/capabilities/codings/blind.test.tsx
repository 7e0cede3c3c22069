import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contributions } from '#capabilities/contributions'
import { makeFrame, themes } from '#capabilities/themes'
import type { Actor, Staff } from '#platform/context.ts'
import { newId, newSalt } from '#platform/ids.ts'
import { gather } from '#platform/slots.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { codings } from './index.ts'

const slots = gather([contributions, themes, codings])
const operator: Actor = { kind: 'operator' }

/** A source with some comments and a frame of two themes, of which "Parkraum" is a word that stands nowhere else on a page. */
async function setOut(house: TestHouse, words: readonly string[]) {
  return house.within(operator, async (ctx) => {
    const mine = { commissioner_id: ctx.commissioner.id }
    const sourceId = newId()
    const rows = words.map((said) => ({ ...mine, id: newId(), response_id: newId(), words: said, salt: newSalt(), source_id: sourceId }))
    await ctx.db
      .insertInto('sources')
      .values({ ...mine, id: sourceId, name: 'Cards', added_at: ctx.now })
      .execute()
    const response = { ...mine, channel: 'import', source_id: sourceId, said_on: ctx.today, received_at: ctx.now }
    await ctx.db
      .insertInto('responses')
      .values(rows.map((row) => ({ ...response, id: row.response_id, salt: newSalt() })))
      .execute()
    await ctx.db.insertInto('contributions').values(rows).execute()
    const plan = { title: 'Hours', themes: ['Parkraum', 'Staff'].map((name) => ({ name, definition: '' })) }
    const { frameId, themeIds } = await makeFrame(ctx, plan)
    const batch = `/testshire/desk/coding/${frameId}/source-${sourceId}`
    const ids = rows.map((row) => row.id)
    return {
      sourceId,
      ids,
      frameId,
      batch,
      parking: themeIds.Parkraum!,
      staff: themeIds.Staff!,
      at: (index: number) => `${batch}/${ids[index]}`,
    }
  })
}

const openRound = (
  house: TestHouse,
  { frameId, sourceId }: { frameId: string; sourceId: string },
  ids: readonly string[],
  coders: readonly Staff[],
) =>
  house.within(operator, async ({ db, commissioner, now }) => {
    const round = { commissioner_id: commissioner.id, round_id: newId() }
    const made = {
      commissioner_id: commissioner.id,
      id: round.round_id,
      frame_id: frameId,
      source_id: sourceId,
      size: ids.length,
      seed: 1,
      made_at: now,
    }
    await db.insertInto('rounds').values(made).execute()
    await db
      .insertInto('round_coders')
      .values(coders.map(({ id }) => ({ ...round, membership_id: id })))
      .execute()
    await db
      .insertInto('round_comments')
      .values(ids.map((id, place) => ({ ...round, contribution_id: id, place })))
      .execute()
    return round.round_id
  })

const closeRound = (house: TestHouse, roundId: string) =>
  house.within(operator, ({ db, commissioner, now }) =>
    db
      .insertInto('round_closures')
      .values({ commissioner_id: commissioner.id, round_id: roundId, reason: 'Done', measured: '{}', closed_at: now })
      .execute(),
  )

const suggest = (house: TestHouse, { frameId, contributionId, themeId }: { frameId: string; contributionId: string; themeId: string }) =>
  house.within(operator, async ({ db, commissioner, now }) => {
    const mine = { commissioner_id: commissioner.id, frame_id: frameId }
    const model = { ...mine, id: newId(), learned: Buffer.from(''), evaluation: '{}', comments: 1, learned_at: now }
    await db.insertInto('models').values(model).execute()
    const about = { ...mine, contribution_id: contributionId, model_id: model.id }
    await db
      .insertInto('suggested_comments')
      .values({ ...about, uncertainty: 0.9, sentiment: 5 })
      .execute()
    const because = JSON.stringify([{ start: 0, end: 7 }])
    await db
      .insertInto('suggested_themes')
      .values({ ...about, theme_id: themeId, likelihood: 0.9, offered: true, because })
      .execute()
  })

/** The page without the list of themes in its form, where every theme is named for everybody. */
const withoutForm = (text: string) =>
  text.replace(/<fieldset class="nhsuk-fieldset gt-choices gt-choices--themes">[\s\S]*?<\/fieldset>/, '')

test(
  'INS-1: while a comment is coded blind, nobody finds another’s coding, feeling or finishing of it anywhere, nor a suggestion; and afterwards everybody does',
  inHouse(slots, async (house) => {
    const [amy, ben, cat] = [await house.staff('analyst'), await house.staff('engagement lead'), await house.staff('administrator')]
    const out = await setOut(house, ['Nowhere at all.', 'Other'])
    const { ids, frameId, parking, staff, at, batch } = out
    await suggest(house, { frameId, contributionId: ids[0]!, themeId: parking })
    const roundId = await openRound(house, out, [ids[0]!], [amy, ben])
    await house.post(`${at(0)}/codings`, { place: '0-7', themes: parking, sentiment: '5', act: 'done' }, { as: amy })

    const joins = slots.threadJoins.find(({ relation }) => relation === 'was coded as')!
    const look = async (as: Staff) => [
      withoutForm((await house.get(at(0), { as })).text),
      (await house.get(`/testshire/desk/contributions/${ids[0]}`, { as })).text,
      JSON.stringify(await house.within(as, (ctx) => joins.forward(ctx, [ids[0]!]))).replace(parking, 'Parkraum'),
      JSON.stringify(await house.within(as, (ctx) => joins.backward(ctx, [parking]))).replace(ids[0]!, 'Parkraum'),
      (await house.get(`/testshire/desk/themes/${parking}/words`, { as })).text
        .replace('Nowhere', 'Parkraum')
        .replaceAll(/<(title|h1)[\s\S]*?<\/\1>/g, ''),
    ]
    for (const as of [ben, cat])
      for (const [index, page] of (await look(as)).entries()) {
        assert.doesNotMatch(page, /Parkraum/, `${as.name}, page ${index}`)
        assert.doesNotMatch(page, /Finished by|Coded it as/, `${as.name}, page ${index}`)
      }
    const blind = (await house.get(at(0), { as: ben })).text
    assert.doesNotMatch(blind, /name="sentiment"[^>]*value="5" checked|Suggested|gt-coded"/)
    assert.match(blind, /being coded blind/)
    for (const page of (await look(amy)).slice(0, 2)) assert.match(page, /Parkraum/, 'her own she sees')
    const [coding] = await house.within(operator, ({ db }) => db.selectFrom('current_codings').select('id').execute())
    assert.equal(
      (await house.post(`${at(0)}/codings/${coding!.id}/removal`, {}, { as: ben })).status,
      404,
      'what is not shown cannot be removed',
    )

    await house.post(`${at(0)}/codings`, { place: 'whole', themes: staff, act: 'done' }, { as: ben })
    assert.doesNotMatch(withoutForm((await house.get(at(0), { as: amy })).text), /Staff<\/a>/)
    assert.match((await house.get(`${batch}/overview`, { as: ben })).text, /Who finished how many/)
    await closeRound(house, roundId)
    for (const page of await look(ben)) assert.match(page, /Parkraum/)
    assert.match((await house.get(at(0), { as: cat })).text, /Finished by Test analyst, Test engagement lead\./)
  }),
)

test(
  'INS-1: a round gives each of its coders their comments in its own order, finished by the other or not, and nobody else',
  inHouse(slots, async (house) => {
    const [amy, ben, cat] = [await house.staff('analyst'), await house.staff('analyst'), await house.staff('analyst')]
    const out = await setOut(house, ['One', 'Two', 'Three'])
    const { ids, at, batch } = out
    const roundId = await openRound(house, out, [ids[2]!, ids[0]!], [amy, ben])
    const queue = `?queue=round-${roundId}`
    const next = async (as: Staff) => (await house.get(`${batch}${queue}`, { as })).location
    assert.equal(await next(amy), `${at(2)}${queue}`)
    const done = await house.post(`${at(2)}/codings${queue}`, { place: 'whole', act: 'nothing' }, { as: amy })
    assert.equal(done.location, `${at(0)}${queue}&said=finished`)
    assert.equal(await next(ben), `${at(2)}${queue}`)
    const far = async (as: Staff) =>
      /\d+ of \d+ comments finished by you in this round/.exec((await house.get(`${at(0)}${queue}`, { as })).text)?.[0]
    assert.equal(await far(amy), '1 of 2 comments finished by you in this round')
    assert.equal(await far(ben), '0 of 2 comments finished by you in this round')
    assert.equal((await house.get(`${batch}${queue}&after=${ids[2]}`, { as: ben })).location, `${at(0)}${queue}`)
    await house.post(`${at(0)}/codings${queue}`, { place: 'whole', act: 'nothing' }, { as: amy })
    assert.match((await house.get(`${batch}${queue}`, { as: amy })).text, /Nothing is left here: a blind round/)
    assert.match((await house.get(`${batch}${queue}`, { as: cat })).text, /Nothing is left here/)
  }),
)

test(
  'INS-2: a suggestion is shown as one, with the words that led to it; nothing is ticked, and taken over it is the person’s own coding',
  inHouse(slots, async (house) => {
    const as = await house.staff('analyst')
    const { ids, frameId, parking, at } = await setOut(house, ['Nowhere at all.'])
    await suggest(house, { frameId, contributionId: ids[0]!, themeId: parking })
    const shown = (await house.get(at(0), { as })).text
    assert.match(shown, /It counts only when you take it over/)
    assert.match(
      shown,
      /<mark class="gt-led"><span data-start="0" data-end="7">Nowhere<\/span><span[^>]*> \(led to the suggestion Parkraum\)/,
    )
    assert.match(shown, /Suggested: very negative\./)
    assert.doesNotMatch(shown, /name="(themes|sentiment)"[^>]* checked/)
    assert.match(shown, /This comment is not coded yet/)
    const action = /action="([^"]+\/codings)"[^>]*><input type="hidden" name="themes" value="([^"]+)"/.exec(shown)!
    await house.post(action[1]!, { themes: action[2]!, place: '0-7' }, { as })
    const rows = await house.within(operator, ({ db }) =>
      db.selectFrom('current_codings').select(['theme_id', 'start_at', 'coder_kind', 'coder_name']).execute(),
    )
    assert.deepEqual(rows, [{ theme_id: parking, start_at: 0, coder_kind: 'person', coder_name: 'Test analyst' }])
    assert.doesNotMatch((await house.get(at(0), { as })).text, /id="suggested"/)
    assert.doesNotMatch((await house.get(at(0), { as: await house.staff('auditor') })).text, /id="suggested"/)
  }),
)
