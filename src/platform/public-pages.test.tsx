import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { record } from './events.ts'
import { newId } from './ids.ts'
import { path } from './paths.ts'
import { type Capability, gather } from './slots.ts'
import { inHouse, type TestHouse } from './testing.ts'
import { page, seeOther } from './web.tsx'

let drawn = 0
let told: object = {}
const address = '/testshire/consultations'
const long = 'A long page, so that it is worth making smaller. '.repeat(60)

const probe: Capability = {
  name: 'probe',
  routes(web) {
    web.public.get(path('/:commissioner/consultations'), async (ctx) => {
      drawn += 1
      told = { actor: ctx.actor, cookies: ctx.cookies, remote: ctx.remote }
      return page('Consultations', <p>{`Drawn ${drawn} times on ${ctx.today}. ${long}`}</p>)
    })
    web.public.get(path('/:commissioner/cookie'), async () =>
      page('Cookie', <p>Cookie</p>, { cookies: [{ name: 'a', value: 'b', path: '/', expires: null }] }),
    )
    web.public.get(path('/:commissioner/writes'), async (ctx) => {
      await record(ctx, 'probe.read', newId())
      return page('Writes', <p>Writes</p>)
    })
    web.public.get(path('/:commissioner/sets'), async ({ db }) => {
      await sql`select set_config('transaction_read_only', 'off', true)`.execute(db)
      return page('Sets', <p>Sets</p>)
    })
    for (const [name, publicPagesStay] of [
      ['changes', false],
      ['stays', true],
    ] as const)
      web.open.post(path(`/:commissioner/${name}`), async (ctx) => {
        await record(ctx, 'probe.changed', newId(), {}, { publicPagesStay })
        return seeOther(address)
      })
    web.open.post(path('/:commissioner/fails'), async (ctx) => {
      await record(ctx, 'probe.changed', newId())
      throw new TypeError('after all')
    })
  },
}
const slots = gather([probe])

const timesDrawn = async (house: TestHouse, where = address) => Number(/Drawn (\d+) times/.exec((await house.get(where)).text)?.[1])

test(
  'a public page is drawn once for everyone, until something they see has changed',
  inHouse(slots, async (house) => {
    drawn = 0
    assert.equal(await timesDrawn(house), 1)
    assert.equal(await timesDrawn(house), 1)
    await house.post('/testshire/stays', {})
    await house.post('/testshire/fails', {})
    assert.equal(await timesDrawn(house), 1)
    await house.post('/testshire/changes', {})
    assert.equal(await timesDrawn(house), 2)
    assert.equal(await timesDrawn(house), 2)
  }),
)

test(
  'each address and query is a page of its own, and one commissioner’s change leaves another’s pages',
  inHouse(slots, async (house) => {
    await house.addCommissioner('elsewhere')
    drawn = 0
    assert.deepEqual(
      [await timesDrawn(house), await timesDrawn(house, `${address}?page=2`), await timesDrawn(house, '/elsewhere/consultations')],
      [1, 2, 3],
    )
    await house.post('/testshire/changes', {})
    assert.deepEqual(
      [await timesDrawn(house, '/elsewhere/consultations'), await timesDrawn(house), await timesDrawn(house, `${address}?page=2`)],
      [3, 4, 5],
    )
  }),
)

test(
  'at midnight in London every page is drawn anew, in summer at 23:00 UTC',
  inHouse(slots, async (house) => {
    drawn = 0
    house.now = new Date('2026-07-01T22:59:59Z')
    assert.equal(await timesDrawn(house), 1)
    house.now = new Date('2026-07-01T23:00:00Z')
    const { text } = await house.get(address)
    assert.match(text, /Drawn 2 times on 2026-07-02/)
  }),
)

test(
  'a browser that has the page is told that it has, even after a proxy changed the tag',
  inHouse(slots, async (house) => {
    const tag = (await house.get(address)).header('etag')!
    const ask = async (known: string) => house.get(address, { headers: { 'if-none-match': known } })
    for (const known of [tag, tag.slice(2), `"other", ${tag}`, '*']) {
      const reply = await ask(known)
      assert.equal(reply.status, 304, known)
      assert.equal(reply.text, '')
      assert.equal(reply.header('etag'), tag)
    }
    assert.equal((await ask('"other"')).status, 200)
    await house.post('/testshire/changes', {})
    assert.equal((await ask(tag)).status, 200)
  }),
)

test(
  'the first reply and those from memory are the same, compressed as the browser takes it',
  inHouse(slots, async (house) => {
    const ask = async (accepts?: string) => {
      const reply = await house.server.fastify.inject({
        url: address,
        headers: accepts === undefined ? {} : { 'accept-encoding': accepts },
      })
      const { 'content-encoding': encoding = 'none' } = reply.headers
      const opened = { br: brotliDecompressSync, gzip: gunzipSync, none: (bytes: Buffer) => bytes }[encoding as 'br' | 'gzip' | 'none'](
        reply.rawPayload,
      )
      assert.equal(Number(reply.headers['content-length']), reply.rawPayload.length)
      return {
        encoding,
        text: opened.toString(),
        headers: JSON.stringify({ ...reply.headers, date: '', 'content-length': '', 'content-encoding': '' }),
      }
    }
    for (const [accepts, encoding] of [
      ['gzip, deflate, br, zstd', 'br'],
      ['gzip', 'gzip'],
      ['br;q=0, gzip;q=0.5', 'gzip'],
      ['identity', 'none'],
      ['deflate', 'none'],
      ['abrupt', 'none'],
      [undefined, 'none'],
    ] as const) {
      house.server.publicPages.clear()
      drawn = 0
      const [first, kept] = [await ask(accepts), await ask(accepts)]
      assert.equal(first.encoding, encoding)
      assert.deepEqual(first, kept)
      assert.match(kept.text, /Drawn 1 times/)
      assert.match(kept.headers, /"vary":"accept-encoding"/)
    }
  }),
)

test(
  'HEAD answers with what GET would, without the page',
  inHouse(slots, async (house) => {
    for (const from of ['drawn', 'kept']) {
      const head = await house.server.fastify.inject({ method: 'HEAD', url: address })
      assert.equal(head.statusCode, 200, from)
      assert.equal(head.body, '', from)
      const got = await house.get(address)
      assert.equal(head.headers.etag, got.header('etag'), from)
      assert.equal(head.headers['content-length'], got.header('content-length'), from)
    }
  }),
)

test(
  'a public page is told nothing about its visitor and changes nothing',
  inHouse(slots, async (house) => {
    house.server.publicPages.clear()
    await house.get(address, { as: await house.staff('administrator') })
    assert.deepEqual(told, { actor: { kind: 'public' }, cookies: {}, remote: '' })
    for (const forbidden of ['cookie', 'writes', 'sets']) {
      const reply = await house.get(`/testshire/${forbidden}`)
      assert.equal(reply.status, 500, forbidden)
      assert.equal(reply.header('set-cookie'), undefined)
    }
    const { rows } = await house.within({ kind: 'system' }, ({ db }) => sql`select from events`.execute(db))
    assert.equal(rows.length, 0)
  }),
)

test(
  'a page that was read before a change and drawn after it is not kept',
  inHouse(slots, async (house) => {
    const { publicPages } = house.server
    const since = publicPages.moment()
    publicPages.clear('testshire')
    publicPages.keep(address, 'testshire', {} as never, since)
    assert.equal(publicPages.find(address, '2026-03-10'), undefined)
  }),
)
