import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import pino from 'pino'
import { connect } from './db.ts'
import { record } from './events.ts'
import { newId } from './ids.ts'
import type { Installation } from './installation.ts'
import { path } from './paths.ts'
import { serve } from './serve.ts'
import { type Capability, gather } from './slots.ts'
import { type OwnDatabase, withOwnDatabase } from './testing.ts'
import { page, seeOther } from './web.tsx'

const drawnBy = new Map<string, number>()
let held: { reached: () => void; release: Promise<void> } | undefined

const nodeNamed = (node: string) =>
  gather([
    {
      name: 'probe',
      jobs: [{ name: 'change', run: (within) => within(async (ctx) => record(ctx, 'probe.changed', newId())) }],
      routes(web) {
        web.public.get(path('/:commissioner/page'), async () => {
          const times = (drawnBy.get(node) ?? 0) + 1
          drawnBy.set(node, times)
          held?.reached()
          await held?.release
          return page('Page', <p>{`Drawn ${times} times`}</p>)
        })
        web.open.post(path('/:commissioner/changes'), async (ctx) => {
          await record(ctx, 'probe.changed', newId())
          return seeOther('/testshire/page')
        })
      },
    } satisfies Capability,
  ])

async function startNode(name: string, { owner }: OwnDatabase) {
  const database = connect(owner)
  const installation: Installation = { database, owner, embedded: false, close: () => database.close() }
  drawnBy.set(name, 0)
  const running = await serve({
    configuration: {
      databaseUrl: 'x',
      dataFolder: 'x',
      publicUrl: undefined,
      smtpUrl: undefined,
      mailFrom: 'x@example.org',
      logLevel: 'silent',
    },
    installation,
    slots: nodeNamed(name),
    log: pino({ level: 'silent' }),
    frontPage: () => ({ kind: 'page', status: 200, title: 'x', html: <p /> }),
    host: '127.0.0.1',
    port: 0,
    worker: false,
  })
  return {
    timesDrawn: async () => Number(/Drawn (\d+) times/.exec(await (await fetch(`${running.address}/testshire/page`)).text())?.[1]),
    change: () =>
      fetch(`${running.address}/testshire/changes`, { method: 'POST', redirect: 'manual', headers: { 'sec-fetch-site': 'same-origin' } }),
    async stop() {
      await running.stop()
      await installation.close()
    },
  }
}

const until = async (true_: () => Promise<boolean>) => {
  for (const end = Date.now() + 5000; Date.now() < end; await setTimeout(20)) if (await true_()) return
  assert.fail('it did not come about within five seconds')
}

test(
  'a change on one node clears the pages of another',
  withOwnDatabase(gather([]), async (own) => {
    const [here, there] = [await startNode('here', own), await startNode('there', own)]
    try {
      assert.deepEqual([await here.timesDrawn(), await there.timesDrawn(), await here.timesDrawn(), await there.timesDrawn()], [1, 1, 1, 1])
      assert.equal((await here.change()).status, 303)
      assert.equal(await here.timesDrawn(), 2)
      await until(async () => (await there.timesDrawn()) === 2)
      assert.equal(await there.timesDrawn(), 2)
      await own.house.within({ kind: 'system' }, async (ctx) => record(ctx, 'probe.changed', newId()))
      await until(async () => (await here.timesDrawn()) === 3 && (await there.timesDrawn()) === 3)
    } finally {
      await here.stop()
      await there.stop()
    }
  }),
)

test(
  'a node that cannot hear of changes keeps no page, and keeps them again once it hears',
  withOwnDatabase(gather([]), async (own) => {
    const node = await startNode('alone', own)
    const cut = () =>
      own.psql(
        "select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen goldthread%' and datname = current_database()",
      )
    try {
      await node.timesDrawn()
      assert.equal((await cut()).rowCount, 1)
      await until(async () => (await node.timesDrawn()) === 2)
      assert.equal(await node.timesDrawn(), 3, 'deaf: drawn anew each time')
      const twice = async () => [await node.timesDrawn(), await node.timesDrawn()] as const
      await until(async () => new Set(await twice()).size === 1)
      const times = await node.timesDrawn()
      await own.house.within({ kind: 'system' }, async (ctx) => record(ctx, 'probe.changed', newId()))
      await until(async () => (await node.timesDrawn()) === times + 1)
    } finally {
      await node.stop()
    }
  }),
)

test(
  'a page that was being drawn while something changed is drawn again for the next visitor',
  withOwnDatabase(gather([]), async (own) => {
    const node = await startNode('slow', own)
    const { promise: release, resolve: letGo } = Promise.withResolvers<void>()
    const { promise: isReached, resolve: reached } = Promise.withResolvers<void>()
    try {
      held = { reached, release }
      const first = node.timesDrawn()
      await isReached
      await node.change()
      letGo()
      assert.equal(await first, 1)
      assert.equal(await node.timesDrawn(), 2)
    } finally {
      held = undefined
      await node.stop()
    }
  }),
)
