import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assetPath } from '#design'
import { path } from './paths.ts'
import { createServer } from './server.tsx'
import { type Capability, gather } from './slots.ts'
import { inHouse, type TestReply } from './testing.ts'
import { page, seeOther } from './web.tsx'

const probe: Capability = {
  name: 'probe',
  routes(web) {
    web.public.get(path('/:commissioner/probe'), async () => page('Kept', <h1>Kept</h1>))
    web.open.get(path('/:commissioner/open'), async () => page('Open', <h1>Open</h1>))
    web.open.get(path('/:commissioner/away'), async () => seeOther('/testshire/open'))
    web.open.get(path('/:commissioner/broken'), async () => {
      throw new TypeError('broken')
    })
  },
}
const slots = gather([probe])

function assertSafe(reply: Pick<TestReply, 'header'>, what: string) {
  const policy = reply.header('content-security-policy') ?? ''
  for (const rule of [
    "default-src 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
    "base-uri 'none'",
    /script-src 'self' 'sha256-[\w+/]+=*'(;|$)/,
    /style-src 'self'(;|$)/,
  ])
    assert.ok(typeof rule === 'string' ? policy.includes(rule) : rule.test(policy), `${what}: ${rule} in ${policy}`)
  assert.doesNotMatch(policy, /unsafe|https?:|\*/, what)
  assert.equal(reply.header('x-content-type-options'), 'nosniff', what)
  assert.equal(reply.header('referrer-policy'), 'same-origin', what)
  assert.equal(reply.header('x-frame-options'), 'DENY', what)
  assert.equal(reply.header('x-powered-by'), undefined, what)
}

test(
  'every reply carries the headers that keep a browser safe: ordinary, kept, not modified, redirected, static, missing, broken',
  inHouse(slots, async (house) => {
    const statuses: Record<string, number> = {
      '/testshire/open': 200,
      '/testshire/away': 303,
      '/': 200,
      [assetPath('goldthread.css')]: 200,
      '/health/live': 200,
      '/testshire/nothing': 404,
      '/nowhere': 404,
      '/%zz': 404,
      '/testshire/broken': 500,
    }
    for (const [address, status] of Object.entries(statuses)) {
      const reply = await house.get(address)
      assert.equal(reply.status, status, address)
      assertSafe(reply, address)
    }
    const first = await house.get('/testshire/probe')
    const kept = await house.get('/testshire/probe')
    const known = await house.get('/testshire/probe', { headers: { 'if-none-match': first.header('etag')! } })
    assert.deepEqual([first.status, kept.status, known.status], [200, 200, 304])
    for (const reply of [first, kept, known]) assertSafe(reply, 'the kept page')
    const foreign = await house.server.fastify.inject({
      method: 'POST',
      url: '/testshire/open',
      headers: { 'sec-fetch-site': 'cross-site' },
    })
    assertSafe({ header: (name) => foreign.headers[name] as string | undefined }, 'a refused post')
  }),
)

test(
  'pages about someone are never kept by a browser or a proxy, and a static file for ever',
  inHouse(slots, async (house) => {
    for (const address of ['/testshire/open', '/testshire/away', '/testshire/nothing', '/testshire/broken', '/health/live'])
      assert.equal((await house.get(address)).header('cache-control'), 'no-store', address)
    assert.equal((await house.get('/testshire/probe')).header('cache-control'), 'no-cache')
    assert.match((await house.get(assetPath('goldthread.css'))).header('cache-control') ?? '', /immutable/)
  }),
)

test(
  'served over https it says so for a year, and cookies stay there',
  inHouse(slots, async (house) => {
    const shy: Capability = {
      name: 'shy',
      routes: (web) =>
        web.open.post(path('/:commissioner/shy'), async () =>
          seeOther('/', [{ name: 'session', value: 'x', path: '/testshire', expires: new Date('2030-01-01') }]),
        ),
    }
    const secure = {
      database: house.database,
      slots: gather([shy]),
      log: { error() {}, warn() {}, debug() {} } as never,
      frontPage: () => ({ kind: 'page', status: 200, title: '', html: <p /> }) as const,
    }
    for (const [over, cookie, hsts] of [
      [true, /; Secure/, 'max-age=31536000; includeSubDomains'],
      [false, /^(?!.*Secure)/, undefined],
    ] as const) {
      const { fastify } = await createServer({ ...secure, secure: over })
      const reply = await fastify.inject({ method: 'POST', url: '/testshire/shy', headers: { 'sec-fetch-site': 'same-origin' } })
      assert.match(String(reply.headers['set-cookie']), cookie)
      assert.match(String(reply.headers['set-cookie']), /HttpOnly.*SameSite=Lax/)
      assert.equal(reply.headers['strict-transport-security'], hsts)
    }
  }),
)
