import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { draftSurvey, surveys } from '#capabilities/surveys'
import type { Actor, Context } from '#platform/context.ts'
import { NotFound, Refused } from '#platform/errors.ts'
import { findFile, keepFile, sweepFiles } from '#platform/files.ts'
import type { Body } from '#platform/forms.ts'
import { newToken } from '#platform/ids.ts'
import { path } from '#platform/paths.ts'
import { gather } from '#platform/slots.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { page, seeOther } from '#platform/web.tsx'
import { draftPaths, drafts, findDraft, readAddress, SaveForm, saveDraft, savedOver } from './index.ts'

const anyone: Actor = { kind: 'public' }
const system: Actor = { kind: 'system' }
let survey = { surveyId: '', versionId: '' }

// Stands for whoever asks the questions: keeps what is posted, and goes on where the link leads.
const respond = path('/:commissioner/respond')
const slots = gather([
  surveys,
  drafts,
  {
    name: 'probe',
    routes(web) {
      web.open.post(respond, async (ctx) => {
        const { body, query } = ctx
        const returnPath = (token: string) => `${respond({ commissioner: 'testshire' })}?saved=${token}`
        if (query.saved !== undefined) {
          const draft = await findDraft(ctx, query.saved).catch((fault) => {
            if (fault instanceof NotFound) return null
            throw fault
          })
          return draft ? page('Your answers', <p>{JSON.stringify(draft.body)}</p>) : savedOver
        }
        const form = readAddress(body)
        if (!form.ok) return { kind: 'page', status: 422, title: 'Save', html: <SaveForm action="/" form={form} until="2026-04-09" /> }
        await saveDraft(ctx, { ...survey, body, page: 2, address: form.value['return-address'], returnPath, closesOn: null })
        return seeOther(draftPaths.sent({ commissioner: 'testshire' }))
      })
    },
  },
])

const at = (moment: string) => new Date(`${moment}T10:20:30Z`)

async function open(house: TestHouse) {
  const lead = await house.staff('engagement lead')
  const version = await house.within(lead, (ctx) => draftSurvey(ctx, { title: 'Clinic hours', promise: 'anonymous', questions: [] }))
  survey = { surveyId: version.surveyId, versionId: version.id }
  house.now = at('2026-03-10')
}

interface Saving {
  body?: Body
  from?: string
  closesOn?: string | null
  files?: string[]
}

const save = (house: TestHouse, address: string, { body = { q1: 'words' }, closesOn = '2026-06-30', ...rest }: Saving = {}) =>
  house.within(anyone, (ctx) =>
    saveDraft(ctx, { ...survey, body, page: 2, address, returnPath: (token) => `/testshire/respond?saved=${token}`, closesOn, ...rest }),
  )

const tokenOf = (letter: { text: string } | undefined) => /\/testshire\/saved\/([\w-]{43})\n/.exec(letter?.text ?? '')?.[1] ?? ''
const saveAndOpen = async (house: TestHouse, address: string, saving?: Saving) => {
  await save(house, address, saving)
  return tokenOf((await house.deliver()).at(-1))
}
const found = (house: TestHouse, token: string) => house.within(anyone, (ctx) => findDraft(ctx, token))

test(
  'SAY-3: a person saves, gets a link, and goes on where they stopped: its page shows a button, and the button leads on',
  inHouse(slots, async (house) => {
    await open(house)
    const body = { q1: 'My words <b>', ticks: ['bus', 'walk'] }
    const saved = await house.post('/testshire/respond', { ...body, 'return-address': ' Ada@Example.org ' })
    assert.equal(saved.location, '/testshire/saved')
    assert.match((await house.get(saved.location)).text, /Check your email[\s\S]*You have not sent us your answers yet/)

    const [letter] = await house.deliver()
    assert.equal(letter?.to, 'ada@example.org')
    assert.match(letter.text, /“Clinic hours”[\s\S]*until the end of 9 April 2026/)
    const link = await house.get(`/testshire/saved/${tokenOf(letter)}`)
    assert.match(link.text, /You saved them on 10 March 2026[\s\S]*until the end of 9 April 2026/)
    assert.equal(link.header('cache-control'), 'no-store')
    const action = /<form method="post" action="([^"]+)"/.exec(link.text)?.[1] ?? ''
    assert.match((await house.post(action, {})).text, /My words &lt;b>[\s\S]*bus[\s\S]*walk/)
    assert.equal((await house.get(`/testshire/saved/${tokenOf(letter)}`)).status, 200, 'as often as they want')
  }),
)

test(
  'SAY-3: without an address nothing is saved, what was typed stays, and the page says what we do with it',
  inHouse(slots, async (house) => {
    await open(house)
    for (const typed of ['', 'ada@', 'Ada <ada@example.org>', 'a@example.org\r\nBcc: b@example.org']) {
      const reply = await house.post('/testshire/respond', { q1: 'words', 'return-address': typed })
      assert.equal(reply.status, 422, typed)
      assert.match(reply.text, /href="#return-address"[\s\S]*Enter an email address, like name@example.org/)
      assert.match(reply.text, /We delete it when the survey closes/)
      if (typed) assert.ok(reply.text.includes(typed.split(/[<\r]/)[0]!.trim()))
    }
    assert.deepEqual(await house.deliver(), [])
  }),
)

test(
  'field 24: two people with one link do not overwrite each other, and the first link opens what it opened',
  inHouse(slots, async (house) => {
    await open(house)
    const shared = await saveAndOpen(house, 'ada@example.org', { body: { q1: 'together' } })
    const hers = await saveAndOpen(house, 'ada@example.org', { body: { q1: 'hers' }, from: shared })
    const his = await saveAndOpen(house, 'ben@example.org', { body: { q1: 'his' }, from: shared })
    assert.equal(new Set([shared, hers, his]).size, 3)
    for (const [token, words] of [
      [shared, 'together'],
      [hers, 'hers'],
      [his, 'his'],
    ] as const)
      assert.deepEqual((await found(house, token)).body, { q1: words })
  }),
)

/** Everything the database holds, table by table. */
async function everythingOf({ db }: Context): Promise<Record<string, string[]>> {
  const { rows: tables } = await sql<{
    name: string
  }>`select table_name as name from information_schema.columns where table_schema = 'public'
    and column_name = 'commissioner_id' and has_table_privilege(format('%I', table_name), 'select')
    and table_name in (select relname from pg_class where relkind = 'r')`.execute(db)
  const all: Record<string, string[]> = {}
  for (const { name } of tables)
    all[name] = (await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(db)).rows.map(({ row }) => row)
  return all
}

test(
  'field 8: once its message has left, nothing in the database leads from an address to what it saved, and no secret is kept or logged',
  inHouse(slots, async (house) => {
    await open(house)
    const token = await saveAndOpen(house, 'ada.private@example.org', {
      body: { q1: 'words', 'return-address': 'ada.private@example.org' },
    })
    await house.within(system, async (ctx) => {
      const { id: draft } = await ctx.db.selectFrom('drafts').select('id').executeTakeFirstOrThrow()
      const { id: address } = await ctx.db.selectFrom('return_addresses').select('id').executeTakeFirstOrThrow()
      const all = await everythingOf(ctx)
      const holding = (text: string) => Object.keys(all).filter((table) => all[table]!.some((row) => row.includes(text)))
      assert.deepEqual(holding(draft), ['drafts'])
      assert.deepEqual(holding('ada.private@example.org'), ['return_addresses'])
      assert.deepEqual(holding(address).toSorted(), ['address_warnings', 'messages', 'return_addresses'])
      assert.deepEqual(holding(token), [])
      assert.match(all.drafts![0]!, /2026-03-10 10:00:00/, 'to the hour')
      assert.doesNotMatch(all.events!.join('\n'), /ada\.private/)
    })
    assert.doesNotMatch(house.logged.join('\n'), /ada\.private/)
    assert.ok(!house.logged.join('\n').includes(token))
  }),
)

test(
  'SAY-3: a link whose message must be tried again is made anew, and the one that arrives works',
  inHouse(slots, async (house) => {
    await open(house)
    await save(house, 'ada@example.org')
    const lost = tokenOf((await house.deliver({ later: 'ada@example.org' }))[0])
    const arrived = tokenOf((await house.deliver())[0])
    assert.notEqual(lost, arrived)
    await assert.rejects(found(house, lost), NotFound)
    assert.deepEqual((await found(house, arrived)).body, { q1: 'words' })
    assert.deepEqual(await house.deliver(), [], 'and it is sent once')
  }),
)

test(
  'field 23: nothing is kept on the device',
  inHouse(slots, async (house) => {
    await open(house)
    const saved = await house.post('/testshire/respond', { q1: 'words', 'return-address': 'ada@example.org' })
    const token = tokenOf((await house.deliver())[0])
    for (const reply of [saved, await house.get('/testshire/saved'), await house.get(`/testshire/saved/${token}`)])
      assert.equal(reply.header('set-cookie'), undefined)
  }),
)

test(
  'a link that never was opens nothing, and another commissioner’s opens nothing here',
  inHouse(slots, async (house) => {
    await open(house)
    const token = await saveAndOpen(house, 'ada@example.org')
    await house.addCommissioner('elsewhere')
    for (const address of [`/testshire/saved/${newToken()}`, '/testshire/saved/x', `/elsewhere/saved/${token}`])
      assert.equal((await house.get(address)).status, 404, address)
  }),
)

test(
  'nobody’s letter box is filled: ten links a day for one address, and the next is refused with a reason',
  inHouse(slots, async (house) => {
    await open(house)
    for (let time = 0; time < 10; time += 1) await save(house, 'ada@example.org')
    await assert.rejects(save(house, 'Ada@example.org'), Refused)
    await save(house, 'ben@example.org')
    house.now = at('2026-03-11')
    await save(house, 'ada@example.org')
  }),
)

test(
  'SAY-3: files of saved answers wait as long as the answers do',
  inHouse(slots, async (house) => {
    await open(house)
    const plan = { name: 'plan.pdf', bytes: Buffer.from('%PDF-1.7\n%%EOF') }
    const { id } = await house.within(anyone, (ctx) => keepFile(ctx, plan, { purpose: 'answer', waits: true }))
    await save(house, 'ada@example.org', { files: [id] })
    const sweepOn = async (moment: string) => {
      house.now = new Date(moment)
      await sweepFiles.run((work) => house.within(system, work), {})
    }
    await sweepOn('2026-04-09T22:59:00Z')
    await house.within(anyone, (ctx) => findFile(ctx.db, id))
    await sweepOn('2026-04-09T23:01:00Z')
    await house.within(anyone, (ctx) => assert.rejects(findFile(ctx.db, id), NotFound))
  }),
)
