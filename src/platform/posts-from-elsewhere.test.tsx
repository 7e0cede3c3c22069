import assert from 'node:assert/strict'
import { test } from 'node:test'
import { path } from './paths.ts'
import { type Capability, gather } from './slots.ts'
import { inHouse } from './testing.ts'
import { seeOther } from './web.tsx'

let reached = 0
const probe: Capability = {
  name: 'probe',
  routes(web) {
    web.open.post(path('/:commissioner/probe'), async () => {
      reached += 1
      return seeOther('/testshire')
    })
  },
}
const slots = gather([probe])

const form = { 'content-type': 'application/x-www-form-urlencoded', host: 'involve.example.nhs.uk' }
const refused: Record<string, Record<string, string>> = {
  'another site': { 'sec-fetch-site': 'cross-site' },
  'a neighbour on the same site': { 'sec-fetch-site': 'same-site' },
  'no page at all': { 'sec-fetch-site': 'none' },
  'another site that claims our origin': { 'sec-fetch-site': 'cross-site', origin: 'https://involve.example.nhs.uk' },
  'an older browser on another site': { origin: 'https://evil.example' },
  'an older browser on another port of ours': { origin: 'https://involve.example.nhs.uk:8443' },
  'an older browser that hides where it is': { origin: 'null' },
  'an origin that cannot be read': { origin: '//' },
  'nobody who says where from': {},
}

for (const [from, headers] of Object.entries(refused))
  test(
    `a post from ${from} is refused before it is read`,
    inHouse(slots, async (house) => {
      reached = 0
      const reply = await house.server.fastify.inject({
        method: 'POST',
        url: '/testshire/probe',
        headers: { ...form, ...headers },
        payload: 'words=hello',
      })
      assert.equal(reply.statusCode, 403)
      assert.match(reply.body, /This form did not come from our own page/)
      assert.equal(reached, 0)
    }),
  )

for (const [from, headers] of Object.entries({
  'our own page': { 'sec-fetch-site': 'same-origin' },
  'our own page in an older browser': { origin: 'https://involve.example.nhs.uk' },
}))
  test(
    `a post from ${from} is taken`,
    inHouse(slots, async (house) => {
      const reply = await house.server.fastify.inject({
        method: 'POST',
        url: '/testshire/probe',
        headers: { ...form, ...headers },
        payload: 'words=hello',
      })
      assert.equal(reply.statusCode, 303)
    }),
  )

test(
  'other ways to ask than GET and POST find nothing',
  inHouse(slots, async (house) => {
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS'] as const) {
      const reply = await house.server.fastify.inject({
        method,
        url: '/testshire/probe',
        headers: { ...form, 'sec-fetch-site': 'same-origin' },
      })
      assert.equal(reply.statusCode, 404, method)
    }
  }),
)
