import { after } from 'node:test'
import pg from 'pg'
import pino from 'pino'
import { contextOf } from './answering.ts'
import type { Actor, Commissioner, Context, Role, Staff } from './context.ts'
import { connect, type Database, nested } from './db.ts'
import type { Upload } from './file-types.ts'
import type { Body } from './forms.ts'
import { newId } from './ids.ts'
import { sendMessage } from './mail.ts'
import { migrate } from './migrate.ts'
import { listUnfinished } from './outbox.ts'
import { type DisposablePostgres, startDisposable } from './postgres/disposable.ts'
import type { Postman } from './postman.ts'
import { createServer, type Server } from './server.tsx'
import type { Slots } from './slots.ts'

export interface TestReply {
  status: number
  text: string
  location: string
  header(name: string): string | undefined
}

interface Asking {
  /** Who asks; nobody in particular when left out. */
  as?: Actor
  headers?: Record<string, string>
}

type Letter = Pick<Parameters<Postman['send']>[0], 'to' | 'subject' | 'text'>

/** What a test is given: a house with one commissioner, a clock it may move, and ways to knock at the front door. */
export interface TestHouse {
  commissioner: Commissioner
  database: Database
  server: Server
  /** What went into the log. */
  logged: string[]
  /** The moment it is; set it to move it. */
  now: Date
  /** A member of staff with these roles, in this house's commissioner or another. */
  staff(roles: Role | readonly Role[], commissioner?: Commissioner): Promise<Staff>
  addCommissioner(slug: string): Promise<Commissioner>
  /** Do work as someone, in one transaction. */
  within<T>(actor: Actor, work: (ctx: Context) => Promise<T>, commissioner?: Commissioner): Promise<T>
  /** Every message that waits is sent, as the worker would, through a mail server that takes each but those to `later`. Answers with the letters. */
  deliver(manner?: { later?: string }): Promise<Letter[]>
  get(path: string, asking?: Asking): Promise<TestReply>
  /** With files, as a browser sends a form that has some: by the field's name. */
  post(path: string, body: Body, asking?: Asking & { files?: Record<string, readonly Upload[]> }): Promise<TestReply>
}

let template: Promise<{ postgres: DisposablePostgres; name: string }> | undefined

/** One PostgreSQL for this run of tests, with one migrated database that others are cloned from. */
const migrated = () =>
  (template ??= (async () => {
    const postgres = await startDisposable()
    const name = await postgres.createDatabase()
    await migrate(postgres.owner(name))
    return { postgres, name }
  })())

let shared: Promise<pg.Client> | undefined
const sharedClient = () =>
  (shared ??= (async () => {
    const { postgres, name } = await migrated()
    const client = new pg.Client({
      ...postgres.owner(await postgres.createDatabase(name)),
      options: '-c role=goldthread_app -c timezone=UTC',
    })
    await client.connect()
    return client
  })())

after(async () => {
  await (await shared)?.end()
  await (await template)?.postgres.stop()
})

/** Run a test against the real database through the real front door, then undo everything it did. */
export const inHouse = (slots: Slots, work: (house: TestHouse) => Promise<void>) => async () => {
  const client = await sharedClient()
  const database = nested(client)
  await client.query('begin')
  try {
    await work(await openHouse(slots, database))
  } finally {
    await database.close()
    await client.query('rollback')
  }
}

export interface OwnDatabase {
  house: TestHouse
  /** The owner's way in, as an intruder with psql would have it. */
  owner: pg.PoolConfig
  psql(text: string, values?: unknown[]): Promise<pg.QueryResult>
}

/** Run a test on a database of its own, with real commits: for seals, races, jobs, kills and backup. */
export const withOwnDatabase = (slots: Slots, work: (own: OwnDatabase) => Promise<void>) => async () => {
  const { postgres, name } = await migrated()
  const own = await postgres.createDatabase(name)
  const owner = postgres.owner(own)
  const database = connect(owner)
  const intruder = new pg.Pool({ ...owner, max: 1 })
  // Dropping the database ends its connections, the idle ones of this pool too.
  intruder.on('error', () => {})
  intruder.on('connect', (client) => client.on('error', () => {}))
  try {
    await work({ house: await openHouse(slots, database), owner, psql: (text, values) => intruder.query(text, values) })
  } finally {
    await database.close()
    await intruder.end()
    await postgres.dropDatabase(own)
  }
}

async function openHouse(slots: Slots, database: Database): Promise<TestHouse> {
  const actors = new Map<string, Actor>()
  const logged: string[] = []
  const log = pino({ level: 'debug' }, { write: (line) => void logged.push(line) })
  // The one thing not real: who is asking comes from the test, not from a session. Sign-in has its own tests, through `headers`.
  const identify: Slots['identify'] = async (ctx, kinds, cookies) => {
    const actor = actors.get(cookies['test-actor'] ?? '')
    if (!actor) return slots.identify(ctx, kinds, cookies)
    const elsewhere = actor.kind === 'staff' && !(await belongs(ctx, actor.id))
    return elsewhere ? { ...actor, roles: [] } : actor
  }
  const clock = () => house.now
  const server = await createServer({
    database,
    slots: { ...slots, identify },
    log,
    clock,
    frontPage: () => ({ kind: 'page', status: 200, title: 'Commissioners', html: null as never }),
  })

  const ask = async (
    method: 'GET' | 'POST',
    url: string,
    body: Body | undefined,
    { as, headers = {}, files }: Parameters<TestHouse['post']>[2] = {},
  ): Promise<TestReply> => {
    const name = newId()
    if (as) actors.set(name, as)
    const fields = Object.entries(body ?? {}).flatMap(([key, value]) => [value].flat().map((one): [string, string] => [key, one]))
    const form = new Response(files ? withFiles(fields, files) : new URLSearchParams(fields))
    const reply = await server.fastify.inject({
      method,
      url,
      headers: {
        ...(body && { 'content-type': form.headers.get('content-type') ?? '', 'sec-fetch-site': 'same-origin' }),
        ...(as && { cookie: `test-actor=${name}` }),
        ...headers,
      },
      ...(body && { payload: Buffer.from(await form.arrayBuffer()) }),
    })
    return {
      status: reply.statusCode,
      text: reply.body,
      location: String(reply.headers.location ?? ''),
      header: (key) => reply.headers[key] as string | undefined,
    }
  }

  const house: TestHouse = {
    commissioner: { id: '', slug: '', name: '' },
    database,
    server,
    logged,
    now: new Date('2026-03-10T10:00:00Z'),
    async addCommissioner(slug) {
      const commissioner = { id: newId(), slug, name: `NHS ${slug}` }
      await database.within({ commissionerId: commissioner.id }, (db) =>
        db
          .insertInto('commissioners')
          .values({ ...commissioner, added_at: house.now })
          .execute(),
      )
      return commissioner
    },
    async staff(roles, commissioner = house.commissioner) {
      const staff: Staff = { kind: 'staff', id: newId(), name: `Test ${[roles].flat().join(' and ')}`, roles: [roles].flat() }
      const rest = { commissioner_id: commissioner.id }
      await database.within({ commissionerId: commissioner.id }, async (db) => {
        await db
          .insertInto('memberships')
          .values({ ...rest, id: staff.id, account_id: newId(), name: staff.name, added_at: house.now })
          .execute()
        for (const role of staff.roles)
          await db
            .insertInto('membership_roles')
            .values({ ...rest, membership_id: staff.id, role, given_at: house.now })
            .execute()
      })
      return staff
    },
    within: (actor, work, commissioner = house.commissioner) =>
      database.within({ commissionerId: commissioner.id }, async (db) => {
        const ctx = contextOf({ slots, log, clock }, db, commissioner, actor)
        const result = await work(ctx)
        if (ctx.done.publicPagesChanged) server.publicPages.clear()
        return result
      }),
    async deliver({ later } = {}) {
      const letters: Letter[] = []
      const send: Postman['send'] = async ({ to, subject, text }) => {
        letters.push({ to, subject, text })
        if (to === later) throw Object.assign(new Error('later'), { responseCode: 451, command: 'RCPT TO' })
      }
      const job = sendMessage({ send, close() {} }, 'https://involve.example.nhs.uk')
      const waiting = await house.within({ kind: 'system' }, ({ db, now }) => listUnfinished(db, now))
      // What is to be tried again says so to the queue.
      for (const message of waiting) await job.run((work) => house.within({ kind: 'system' }, work), { message }).catch(() => {})
      return letters
    },
    get: (path, asking) => ask('GET', path, undefined, asking),
    post: (path, body, asking) => ask('POST', path, body, asking),
  }
  house.commissioner = await house.addCommissioner('testshire')
  return house
}

function withFiles(fields: readonly [string, string][], files: Record<string, readonly Upload[]>) {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  for (const [field, some] of Object.entries(files))
    for (const { name, bytes, type = '' } of some) form.append(field, new Blob([new Uint8Array(bytes)], { type }), name)
  return form
}

const belongs = async (ctx: Context, membershipId: string) =>
  (await ctx.db.selectFrom('memberships').select('id').where('id', '=', membershipId).executeTakeFirst()) !== undefined
