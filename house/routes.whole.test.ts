import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import * as app from '../src/app.ts'
import { isId } from '../src/platform/ids.ts'
import { type DisposablePostgres, startDisposable } from '../src/platform/postgres/disposable.ts'
import type { Route } from '../src/platform/web.tsx'
import { everyRole, makeTwoCommissioners, marker, ours, type TwoCommissioners, tenantColumns, theirs } from './two-commissioners.ts'

// These end the session that the walk goes by, so they come last, or not at all.
const endsSession = /sign-out|session-endings/

let postgres: DisposablePostgres
before(async () => {
  postgres = await startDisposable()
})
after(() => postgres.stop())

// Whoever has such an address may act by it, as with a receipt; the calendar tells each commissioner what others here have published or share.
const isSecret = /\/:token|\/receipt\/:code/
const tellsOfOthers = '/:commissioner/desk/calendar'

const named = ({ method, pattern }: Route) => `${method} ${pattern}`
const countNames = (pattern: string) => pattern.split('/:').length - 2

/** What a commissioner’s own staff and people reach by following every link and form from their first pages. */
interface Reached {
  /** Some addresses for each route. */
  addresses: Map<string, string[]>
  fields: Map<string, string>
  queries: Set<string>
  /** How many pages held a marked word. */
  marked: number
}

for (const connection of ['superuser', 'ordinary'] as const)
  describe(`every route, on a server where the connection is ${connection === 'superuser' ? 'a superuser' : 'an ordinary user'}`, () => {
    let world: TwoCommissioners
    let reached: Record<string, Reached>
    let foreign: string[]
    const asked = new Set<string>()

    const ask = (
      route: Route,
      url: string,
      { cookie, body = {}, site = 'same-origin' }: { cookie?: string; body?: Record<string, string>; site?: string } = {},
    ) => {
      asked.add(named(route))
      const isPost = route.method === 'post'
      const headers = {
        'sec-fetch-site': site,
        ...(cookie && { cookie }),
        ...(isPost && { 'content-type': 'application/x-www-form-urlencoded' }),
      }
      return world.server.fastify.inject({
        method: isPost ? 'POST' : 'GET',
        url,
        headers,
        ...(isPost && { payload: new URLSearchParams(body).toString() }),
      })
    }
    /** The routes in an order that keeps the session to the end; afterwards each of them must have been asked. */
    async function onEveryRoute(walk: (route: Route) => Promise<void>, { butFor = /^$/ } = {}) {
      asked.clear()
      const routes = world.server.routes.toSorted(
        (one, other) => Number(endsSession.test(one.pattern)) - Number(endsSession.test(other.pattern)),
      )
      for (const route of routes) if (!butFor.test(route.pattern)) await walk(route)
      assert.ok(routes.length > 280)
      assert.deepEqual(
        routes.filter((route) => !butFor.test(route.pattern) && !asked.has(named(route))).map(named),
        [],
        'every route was asked',
      )
    }
    const guessed = (pattern: string) => pattern.replaceAll(/:\w+/g, () => randomUUID())
    const addressesOf = (slug: string, route: Route) =>
      reached[slug]!.addresses.get(named(route)) ?? [guessed(route.pattern.replace(':commissioner', slug))]
    const somewhere = (slug: string, route: Route) => addressesOf(slug, route)[0]!
    /** Where someone comes who was not given the secrets of this commissioner's people. */
    const asStranger = (slug: string, route: Route) =>
      isSecret.test(route.pattern) ? guessed(route.pattern.replace(':commissioner', slug)) : somewhere(slug, route)
    const personOf = async (slug: string) => {
      const [contact] = await world.psql<{ id: string; person: string }>(
        'select p.id, p.person_id as person from contact_points p join commissioners c on c.id = p.commissioner_id where c.slug = $1 and exists (select from consents k where k.person_id = p.person_id) order by 1 limit 1',
        [slug],
      )
      return { cookie: await world.person(slug, contact!.id), person: contact!.person }
    }

    /** The route an address belongs to: of those that fit, the one with the fewest open places. */
    function routeOf(method: string, address: string): Route | undefined {
      const fitting = world.server.routes.filter(
        (route) => route.method === method && new RegExp(`^${route.pattern.replaceAll(/:\w+/g, '[^/]+')}$`).test(address),
      )
      return fitting.toSorted((one, other) => countNames(one.pattern) - countNames(other.pattern))[0]
    }

    async function crawl(slug: string): Promise<Reached> {
      const found: Reached = { addresses: new Map(), fields: new Map(), queries: new Set(), marked: 0 }
      const cookie = `${await world.staff(slug, everyRole)}; ${(await personOf(slug)).cookie}`
      const waiting: string[] = []
      const known = new Set<string>()
      const note = (method: string, url: string) => {
        const route = routeOf(method, url.split('?')[0]!)
        if (!route || !url.startsWith(`/${slug}`)) return
        const some = found.addresses.get(named(route)) ?? []
        if (some.includes(url) || some.length >= 4) return
        found.addresses.set(named(route), [...some, url])
        if (method === 'get') waiting.push(url)
        // Where a form is posted to, its page is often shown at the same address.
        else note('get', url)
      }
      for (const { method, pattern } of world.server.routes)
        if (countNames(pattern) === 0) note(method, pattern.replace(':commissioner', slug))
      for (const url of world.links[slug]!) {
        note('get', url)
        note('post', url)
      }
      for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
        const route = routeOf('get', url.split('?')[0]!)!
        const { statusCode, body, headers } = await ask(route, url, { cookie })
        if (body.includes(marker) && route.pattern !== tellsOfOthers) found.marked += 1
        if (headers.location) note('get', String(headers.location))
        assert.ok(statusCode < 500, `${url} ${statusCode}`)
        for (const [, to] of body.matchAll(/ (?:href|src)="(\/[^"#]+)/g)) {
          const link = to!.replaceAll('&amp;', '&')
          if (!known.has(link)) note('get', link)
          known.add(link)
          for (const [, query] of link.matchAll(/[?&]([a-z-]+)=/g)) found.queries.add(query!)
        }
        for (const [, to] of body.matchAll(/ action="(\/[^"?]+)/g)) note('post', to!)
        for (const [tag, name] of body.matchAll(/<(?:input|select|textarea|button)[^>]* name="([^"]+)"[^>]*>/g))
          found.fields.set(name!, / value="([^"]*)"/.exec(tag)?.[1] ?? '')
      }
      return found
    }

    before(async () => {
      world = await makeTwoCommissioners(app, postgres, connection)
      reached = { [ours]: await crawl(ours), [theirs]: await crawl(theirs) }
      const values = (
        await world.psql<{ t: string; c: string }>(
          `${tenantColumns} and (c.data_type = 'uuid' or c.column_name in ('slug', 'question_key', 'source_key'))`,
        )
      ).map(
        ({ t, c }) =>
          `(select distinct ${c}::text as value from ${t} where commissioner_id = (select id from commissioners where slug = '${theirs}') and ${c} is not null limit 12)`,
      )
      foreign = [...new Set((await world.psql<{ value: string }>(values.join(' union all '))).map(({ value }) => value))].filter(
        // What is typed is shown again, which would look like their words.
        (value) => !value.includes(marker),
      )
    })
    after(() => world.stop())

    test('its own staff and people reach nearly every route by links and forms alone', () => {
      const lost = world.server.routes.map(named).filter((name) => !reached[theirs]!.addresses.has(name))
      assert.ok(lost.length < world.server.routes.length / 50, `nothing leads to ${lost.join(', ')}`)
      assert.ok(foreign.length > 100 && reached[ours]!.fields.size > 40, `${foreign.length} ids, ${reached[ours]!.fields.size} fields`)
      assert.ok(reached[theirs]!.marked > 80 && reached[ours]!.marked === 0, 'their words are known on their own pages')
    })

    test('a stranger at the desk is sent to sign in or refused, and changes nothing', async () => {
      const was = await world.everythingOf(theirs)
      await onEveryRoute(async (route) => {
        const reply = await ask(route, asStranger(theirs, route))
        assert.ok(reply.statusCode < 500, `${named(route)} ${reply.statusCode}`)
        if (route.access.kind === 'desk' || route.access.kind === 'me')
          assert.equal(reply.statusCode, route.method === 'get' ? 303 : 403, named(route))
      })
      assert.deepEqual(await world.everythingOf(theirs), was)
    })

    test('a post from another site is refused on every route, whoever’s browser it is', async () => {
      const cookie = `${await world.staff(theirs, everyRole)}; ${(await personOf(theirs)).cookie}`
      const was = await world.everythingOf(theirs)
      await onEveryRoute(async (route) => {
        const reply = await ask(route, somewhere(theirs, route), {
          cookie,
          body: Object.fromEntries(reached[theirs]!.fields),
          site: 'cross-site',
        })
        if (route.method === 'post') assert.equal(reply.statusCode, 403, named(route))
      })
      // Where somebody reads is written down.
      const written = ['events', 'coder_places']
      assert.deepEqual(
        await world.everythingOf(theirs, written),
        was.filter((line) => !written.includes(line.split(' ')[0]!)),
      )
    })

    test('another commissioner’s staff and people find nothing behind the first one’s doors, and change nothing', async () => {
      const cookie = `${await world.staff(ours, everyRole)}; ${(await personOf(ours)).cookie}`
      const was = await world.everythingOf(theirs)
      await onEveryRoute(async (route) => {
        const { statusCode, body } = await ask(route, asStranger(theirs, route), { cookie })
        // The last of these end the session, which is the walker’s own.
        if (route.access.kind === 'desk' && !endsSession.test(route.pattern)) assert.equal(statusCode, 404, named(route))
        if (route.access.kind === 'me') assert.equal(statusCode, route.method === 'get' ? 303 : 403, named(route))
        assert.ok(statusCode < 500, body)
      })
      assert.deepEqual(await world.everythingOf(theirs), was)
    })

    test('inside one commissioner nothing of another shows or changes, by any address, query or form', async () => {
      const cookie = `${await world.staff(ours, everyRole)}; ${(await personOf(ours)).cookie}`
      const was = await world.everythingOf(theirs)
      let turn = 0
      // Each of the other's ids in its turn.
      const some = () =>
        Array.from({ length: connection === 'superuser' ? 2 : 1 }, () => {
          turn += 1
          return foreign[turn % foreign.length]!
        })
      const check = async (route: Route, url: string, body: Record<string, string> = {}) => {
        const reply = await ask(route, url, { cookie, body })
        assert.ok(reply.statusCode < 500, `${named(route)} at ${url}: ${reply.statusCode} ${JSON.stringify(body)}`)
        if (route.pattern !== tellsOfOthers)
          assert.ok(!reply.body.includes(marker), `${named(route)} at ${url} shows the other commissioner’s words`)
      }
      const { fields, queries } = reached[ours]!
      await onEveryRoute(
        async (route) => {
          const own = somewhere(ours, route)
          if (countNames(route.pattern) > 0) {
            for (const url of addressesOf(theirs, route))
              await check(route, url.replace(`/${theirs}`, `/${ours}`), Object.fromEntries(fields))
            for (const id of some())
              await check(
                route,
                route.pattern.replace(':commissioner', ours).replaceAll(/:\w+/g, encodeURIComponent(id)),
                Object.fromEntries(fields),
              )
          }
          for (const id of some())
            if (route.method === 'get')
              await check(route, `${own.split('?')[0]}?${new URLSearchParams([...queries].map((name) => [name, id]))}`)
            else
              await check(
                route,
                own,
                Object.fromEntries([...fields].map(([name, value]) => [name, isId(value) || value === '' ? id : value])),
              )
        },
        { butFor: endsSession },
      )
      assert.ok(turn > foreign.length, 'each of the other’s ids was tried somewhere')
      assert.deepEqual(await world.everythingOf(theirs), was)
    })

    test('a person reaches only their own', async () => {
      const { cookie, person } = await personOf(theirs)
      const consents = await world.psql<{ id: string }>(
        'select id from consents where person_id is distinct from $1 and response_id not in (select response_id from consents where person_id = $1) limit 100',
        [person],
      )
      const was = await world.everythingOf(theirs)
      for (const route of world.server.routes.filter(({ access, pattern }) => access.kind === 'me' && pattern.includes(':id')))
        for (const { id } of consents)
          assert.equal((await ask(route, route.pattern.replace(':commissioner', theirs).replace(':id', id), { cookie })).statusCode, 404)
      assert.deepEqual(await world.everythingOf(theirs), was)
    })

    test('each role does what it may and no more, and an auditor changes nothing', async () => {
      // Whoever reads or takes out is written down.
      const written = ['events', 'response_exports', 'response_export_steps']
      for (const role of everyRole.toReversed()) {
        const cookie = await world.staff(theirs, [role])
        const me = { kind: 'staff', id: randomUUID(), name: role, roles: [role] } as const
        const was = await world.everythingOf(theirs, written)
        const body = role === 'auditor' ? Object.fromEntries(reached[theirs]!.fields) : {}
        const done: string[] = []
        await onEveryRoute(async (route) => {
          if (route.access.kind !== 'desk') return void asked.add(named(route))
          const may = route.access.may(me)
          const { statusCode } = await ask(route, somewhere(theirs, route), { cookie, body })
          assert.ok(statusCode < 500, `${role}: ${named(route)} ${statusCode}`)
          if (!may) assert.equal(statusCode, 403, `${role}: ${named(route)}`)
          else if (route.method === 'post') done.push(route.pattern.replace('/:commissioner/desk/', ''))
        })
        if (role !== 'auditor') continue
        assert.deepEqual(
          done.sort(),
          ['account/session-endings', 'consultations/:id/exports', 'contributions/download', 'history/checks'],
          'what an auditor may post: to leave, and to read',
        )
        assert.deepEqual(await world.everythingOf(theirs, written), was)
      }
    })
  })
