import assert from 'node:assert/strict'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { findFile, keepFile, megabyte } from './files.ts'
import { path } from './paths.ts'
import { type Capability, gather } from './slots.ts'
import { inHouse, type TestHouse } from './testing.ts'
import { fileReply, page, seeOther } from './web.tsx'

const pdf = Buffer.from('%PDF-1.7\n%%EOF\n')
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAYAAAAECAYAAACtBE5DAAAAKUlEQVR4AZTJMQ0AAAgDwaY2MIAqdGIEPSVsLAx8ctMTkRrlpo04+o8GAAD//27dvyIAAAAGSURBVAMARggMj9e87IoAAAAASUVORK5CYII=',
  'base64',
)
let reached = 0
const probe: Capability = {
  name: 'probe',
  routes(web) {
    web.open.post(
      path('/:commissioner/sent'),
      async ({ body, files }) => {
        reached += 1
        const names = Object.entries(files).map(([field, some]) => `${field}=${some.map(({ name, bytes }) => `${name}(${bytes.length})`)}`)
        return page('Sent', <p>{JSON.stringify(body) + names}</p>)
      },
      { files: { largest: 2 * megabyte } },
    )
    web.open.post(path('/:commissioner/words'), async () => {
      reached += 1
      return seeOther('/')
    })
    web.open.post(
      path('/:commissioner/kept'),
      async (ctx) => {
        const kept = await keepFile(ctx, ctx.files.one![0]!, { purpose: 'answer' })
        return seeOther(`/testshire/kept/${kept.id}`)
      },
      { files: true },
    )
    web.open.get(path('/:commissioner/kept/:id'), async (ctx) => fileReply(await findFile(ctx.db, ctx.params.id)))
    web.public.get(path('/:commissioner/shown/:id'), async (ctx) => fileReply(await findFile(ctx.db, ctx.params.id), 'to everyone'))
    web.callback.post(path('/:commissioner/callbacks/probe'), async ({ json, authorization, actor }) => {
      reached += 1
      if (authorization !== 'Bearer right') return 401
      return actor.kind === 'public' && (json as { hello: string }).hello === 'there' ? 204 : 400
    })
  },
}
const slots = gather([probe])
const shown = (text: string) => /<p>(\{.*)<\/p>/.exec(text)?.[1]?.replaceAll('&quot;', '"')

test(
  'SAY-1: a form with files brings its fields as ever and its files beside them',
  inHouse(slots, async (house) => {
    const files = {
      photographs: [
        { name: 'Ward ż.png', bytes: png },
        { name: 'two.png', bytes: png },
      ],
      nothing: [{ name: '', bytes: Buffer.alloc(0) }],
    }
    const reply = await house.post('/testshire/sent', { words: 'a\r\nb', ticked: ['x', 'y'], __proto__x: '1' }, { files })
    assert.equal(shown(reply.text), '{"words":"a\\nb","ticked":["x","y"],"__proto__x":"1"}photographs=Ward ż.png(116),two.png(116)')
    const plain = await house.post('/testshire/sent', { words: 'only words' })
    assert.equal(shown(plain.text), '{"words":"only words"}', 'and it takes a form without any as well')
  }),
)

test(
  'a form with files from another site, or where none are asked for, is refused before it is read',
  inHouse(slots, async (house) => {
    reached = 0
    const files = { one: [{ name: 'plan.pdf', bytes: pdf }] }
    const foreign = await house.post('/testshire/sent', {}, { files, headers: { 'sec-fetch-site': 'cross-site' } })
    assert.equal(foreign.status, 403)
    const unasked = await house.post('/testshire/words', { words: 'x' }, { files })
    assert.equal(unasked.status, 400)
    assert.match(unasked.text, /We could not read that/)
    assert.equal(reached, 0)
  }),
)

test(
  'too many files, too large ones, and a body that breaks off are each refused on a page, with nothing done',
  inHouse(slots, async (house) => {
    reached = 0
    const many = Array.from({ length: 21 }, (_, number) => ({ name: `${number}.pdf`, bytes: pdf }))
    const tooMany = await house.post('/testshire/sent', {}, { files: { many } })
    assert.equal(tooMany.status, 413)
    const half = Buffer.alloc(1.2 * megabyte)
    const together = await house.post(
      '/testshire/sent',
      {},
      { files: { one: [{ name: 'a', bytes: half }], two: [{ name: 'b', bytes: half }] } },
    )
    assert.equal(together.status, 413)
    assert.match(together.text, /You can send 20 files, and 2 MB in all/)
    const broken = await house.server.fastify.inject({
      method: 'POST',
      url: '/testshire/sent',
      headers: { 'content-type': 'multipart/form-data; boundary=x', 'sec-fetch-site': 'same-origin' },
      payload: '--x\r\ncontent-disposition: form-data; name="one"; filename="a.pdf"\r\n\r\n%PDF',
    })
    assert.equal(broken.statusCode, 400)
    const polluted = await house.server.fastify.inject({
      method: 'POST',
      url: '/testshire/sent',
      headers: { 'content-type': 'multipart/form-data; boundary=x', 'sec-fetch-site': 'same-origin' },
      payload: '--x\r\ncontent-disposition: form-data; name="__proto__"\r\n\r\n1\r\n--x--\r\n',
    })
    assert.equal(polluted.statusCode, 400)
    assert.equal(reached, 0)
    assert.equal((await house.post('/testshire/sent', {}, { files: { one: [{ name: 'a.pdf', bytes: pdf }] } })).status, 200)
  }),
)

for (const [said, headers] of Object.entries<Record<string, string>>({
  'and says so': { 'content-length': String(2 * 1024 ** 3) },
  'and does not say so': {},
}))
  test(
    `SAY-1: who sends two gigabytes ${said} is told so while most of them are still to come`,
    inHouse(slots, async (house) => {
      reached = 0
      const { fastify } = house.server
      await fastify.listen({ port: 0, host: '127.0.0.1' })
      try {
        const { status, text, sent } = await sendForEver((fastify.server.address() as AddressInfo).port, headers)
        assert.equal(status, 413)
        assert.match(text, /Those files are too big to send at once/)
        assert.ok(sent < 40 * megabyte, `${sent} bytes were sent`)
        assert.equal(reached, 0)
      } finally {
        await fastify.close()
      }
    }),
  )

/** A file that does not end, until there is an answer. */
function sendForEver(port: number, headers: Record<string, string>): Promise<{ status: number; text: string; sent: number }> {
  return new Promise((resolve, reject) => {
    const all = { 'content-type': 'multipart/form-data; boundary=x', 'sec-fetch-site': 'same-origin', ...headers }
    const ask = request({ port, host: '127.0.0.1', path: '/testshire/sent', method: 'POST', headers: all }, async (answer) => {
      answered = true
      let text = ''
      for await (const part of answer) text += part
      ask.destroy()
      resolve({ status: answer.statusCode ?? 0, text, sent })
    })
    let answered = false
    let sent = 0
    const block = Buffer.alloc(64 * 1024)
    const more = () => {
      for (let goOn = true; goOn && !answered && sent < 100 * megabyte; sent += block.length) goOn = ask.write(block)
    }
    ask.on('drain', more)
    ask.on('error', (error) => answered || reject(error))
    ask.write('--x\r\ncontent-disposition: form-data; name="one"; filename="a.pdf"\r\n\r\n%PDF')
    more()
  })
}

const keep = async (house: TestHouse, name: string, bytes: Buffer) =>
  (await house.post('/testshire/kept', {}, { files: { one: [{ name, bytes }] } })).location.split('/').at(-1)!

test(
  'a kept file is sent as a download, in its own type and under its own name',
  inHouse(slots, async (house) => {
    const reply = await house.get(`/testshire/kept/${await keep(house, 'Żółty plan.pdf', pdf)}`)
    assert.equal(reply.text, pdf.toString())
    assert.equal(reply.header('content-type'), 'application/pdf')
    assert.equal(
      reply.header('content-disposition'),
      `attachment; filename="-ty-plan.pdf"; filename*=UTF-8''%C5%BB%C3%B3%C5%82ty%20plan.pdf`,
    )
    assert.equal(reply.header('x-content-type-options'), 'nosniff')
    assert.equal(reply.header('cache-control'), 'no-store')
    assert.equal(reply.header('content-length'), String(pdf.length))
    assert.equal((await house.get('/testshire/kept/none')).status, 404)
  }),
)

test(
  'a picture may be shown inside a page and can do nothing there; a document never is',
  inHouse(slots, async (house) => {
    const picture = await house.get(`/testshire/shown/${await keep(house, 'ward.png', png)}`)
    assert.equal(picture.header('content-disposition'), 'inline')
    assert.equal(picture.header('content-security-policy'), "default-src 'none'; sandbox")
    assert.equal(picture.header('x-content-type-options'), 'nosniff')
    assert.equal(picture.header('cache-control'), 'public, max-age=86400, immutable')
    const document = await house.get(`/testshire/shown/${await keep(house, 'plan.pdf', pdf)}`)
    assert.match(document.header('content-disposition') ?? '', /^attachment/)
    assert.equal(document.header('cache-control'), 'no-store')
  }),
)

test(
  'a span of a file may be asked for, as players of films do',
  inHouse(slots, async (house) => {
    const address = `/testshire/shown/${await keep(house, 'ward.png', png)}`
    for (const [range, from, to] of [
      ['bytes=0-9', 0, 9],
      ['bytes=100-', 100, 115],
      ['bytes=-6', 110, 115],
      ['bytes=90-4000', 90, 115],
    ] as const) {
      const reply = await house.server.fastify.inject({ url: address, headers: { range } })
      assert.equal(reply.statusCode, 206, range)
      assert.ok(reply.rawPayload.equals(png.subarray(from, to + 1)), range)
      assert.equal(reply.headers['content-range'], `bytes ${from}-${to}/116`)
    }
    const beyond = await house.get(address, { headers: { range: 'bytes=116-' } })
    assert.deepEqual([beyond.status, beyond.header('content-range')], [416, 'bytes */116'])
    for (const range of ['bytes=1-2,4-5', 'lines=1-2', 'bytes=9-3'])
      assert.equal((await house.get(address, { headers: { range } })).status, 200, range)
  }),
)

test(
  'another program posts JSON from anywhere, is asked who it is, and is answered with a status alone',
  inHouse(slots, async (house) => {
    const call = (payload: unknown, headers: Record<string, string> = {}) =>
      house.server.fastify.inject({
        method: 'POST',
        url: '/testshire/callbacks/probe',
        headers: { 'content-type': 'application/json', authorization: 'Bearer right', ...headers },
        payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
      })
    const told = await call({ hello: 'there' })
    assert.deepEqual([told.statusCode, told.body], [204, ''])
    assert.equal((await call({ hello: 'there' }, { authorization: 'Bearer wrong' })).statusCode, 401)
    assert.equal((await call({ hello: 'you' })).statusCode, 400)
    reached = 0
    assert.equal((await call('{"hello":')).statusCode, 400)
    assert.equal((await call('hello=there', { 'content-type': 'application/x-www-form-urlencoded' })).statusCode, 415)
    assert.equal((await call({ hello: 'x'.repeat(65 * 1024) })).statusCode, 413)
    assert.equal(reached, 0)
    const nowhere = await house.server.fastify.inject({ method: 'POST', url: '/nowhere/callbacks/probe', payload: { hello: 'there' } })
    assert.equal(nowhere.statusCode, 404)
    assert.equal((await call(null)).statusCode, 500)
    assert.doesNotMatch((await call(null)).body, /\S/)
  }),
)
