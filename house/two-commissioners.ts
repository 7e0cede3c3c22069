import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import pino from 'pino'
import { readConfiguration } from '../src/platform/configuration.ts'
import type { Role } from '../src/platform/context.ts'
import { checkWalls, connect } from '../src/platform/db.ts'
import { migrate } from '../src/platform/migrate.ts'
import type { DisposablePostgres } from '../src/platform/postgres/disposable.ts'
import { createServer, type Server, type ServerOptions } from '../src/platform/server.tsx'
import type { Slots } from '../src/platform/slots.ts'
import { workplaceIn } from '../src/platform/workplace.ts'
import { tellMore } from './more-story.ts'

/** In every word of the first commissioner's, so that it is known wherever it turns up. */
export const marker = 'Zanzibarred'
export const theirs = 'eastmoor'
export const ours = 'northmoor'

export const everyRole: readonly Role[] = ['administrator', 'engagement lead', 'analyst', 'approver', 'auditor', 'independent analyst']

/** The whole product, which only tests and main may name. */
interface Whole {
  slots: Slots
  frontPage: ServerOptions['frontPage']
  loadDemonstration(place: Place): Promise<unknown>
}

export interface TwoCommissioners {
  server: Server
  /** By commissioner, addresses that no link among the first few leads to, some of them sent or shown once. */
  links: Record<string, string[]>
  psql<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>
  /** A cookie of new staff with these roles. */
  staff(slug: string, roles: readonly Role[]): Promise<string>
  /** A cookie of the person with this way to be reached. */
  person(slug: string, contactPoint: string): Promise<string>
  /** Everything a commissioner has, one line for each table: another line when anything in it changed. */
  everythingOf(slug: string, leftOut?: readonly string[]): Promise<string[]>
  stop(): Promise<void>
}

/** A database with two commissioners who have the same story, reached as a superuser or as an ordinary user who owns it. */
export async function makeTwoCommissioners(
  { slots, frontPage, loadDemonstration }: Whole,
  postgres: DisposablePostgres,
  connection: 'superuser' | 'ordinary',
): Promise<TwoCommissioners> {
  const name = await postgres.createDatabase()
  const superuser = new pg.Pool({ ...postgres.owner(name), max: 1 })
  superuser.on('error', () => {})
  const role = `owner_${randomUUID().slice(0, 8)}`
  if (connection === 'ordinary') {
    await superuser.query('do $$ begin create role goldthread_app nologin; exception when duplicate_object then null; end $$')
    await superuser.query(
      `create role ${role} login nosuperuser nobypassrls; grant goldthread_app to ${role}; alter database ${name} owner to ${role}`,
    )
  }
  const owner = connection === 'ordinary' ? postgres.as(role, name) : postgres.owner(name)
  await migrate(owner)
  const database = connect(owner)
  await checkWalls(database.pool)
  const log = pino({ level: 'silent' })
  const installation = { database, owner, embedded: false, close: () => database.close() }
  const place = quiet(workplaceIn({ installation, configuration: readConfiguration({}), slots, log, publicUrl: '' }))

  const openLink = async ({ fastify }: Server, url: string) => {
    const reply = await fastify.inject({ method: 'POST', url, headers: { 'sec-fetch-site': 'same-origin' } })
    assert.equal(reply.statusCode, 303, 'the link opens')
    return [reply.headers['set-cookie'] ?? ''].flat()[0]!.split(';')[0]!
  }
  const addStaff = async (slug: string, roles: readonly Role[]) => {
    const add = slots.commands.find((command) => command.name === 'staff add')!
    const { json } = await add.run(place, [`${randomUUID()}@example.org`], { commissioner: slug, role: [...roles] })
    return (json as { link: string }).link
  }
  // A server of its own for each telling: it keeps in mind which commissioner has which name.
  const tellIn = async (where: Place) => {
    await loadDemonstration(where)
    const server = await createServer({ database, slots, log, frontPage })
    const comer = async () => openLink(server, await addStaff(ours, everyRole))
    const links = await tellMore({ slug: ours, server, place, slots, staff: [await comer(), await comer()] })
    await server.fastify.close()
    return [...links, await addStaff(ours, ['administrator'])]
  }
  const told = (await tellIn(place)).map((link) => link.replace(`/${ours}/`, `/${theirs}/`))
  await superuser.query(`update commissioners set slug = '${theirs}', name = 'NHS ${marker}'`)
  await markWords(superuser)
  const links = { [theirs]: told, [ours]: await tellIn(asIfEmpty(place)) }
  for (const [slug, some] of Object.entries(links))
    some.push(...(await superuser.query<{ url: string }>(besideTheWay, [slug])).rows.map(({ url }) => url))

  const server = await createServer({ database, slots, log, frontPage })
  const rowsOf = async <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => (await superuser.query<Row>(text, values)).rows
  return {
    server,
    links,
    psql: rowsOf,
    staff: async (slug, roles) => openLink(server, await addStaff(slug, roles)),
    async person(slug, contactPoint) {
      const maker = slots.mailLinks.find(({ kind }) => kind === 'person link')!
      return openLink(server, await place.within(slug, (ctx) => maker.make(ctx, contactPoint)))
    },
    async everythingOf(slug, leftOut = []) {
      const tables = (await rowsOf<{ t: string }>(`select distinct t from (${tenantColumns}) c order by 1`)).map(({ t }) => t)
      assert.ok(tables.length > 40)
      const line = (t: string) =>
        `select '${t} ' || count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as line from ${t} t where commissioner_id = (select id from commissioners where slug = '${slug}')`
      return (
        await rowsOf<{ line: string }>(
          tables
            .filter((t) => !leftOut.includes(t))
            .map(line)
            .join(' union all '),
        )
      ).map((row) => row.line)
    },
    async stop() {
      await server.fastify.close()
      await database.close()
      await superuser.end()
      await postgres.dropDatabase(name)
      if (connection === 'superuser') return
      const last = new pg.Client(postgres.owner('postgres'))
      await last.connect()
      await last.query(`drop role ${role}`).finally(() => last.end())
    },
  }
}

/** Every column of every table that belongs to commissioners: t, c and its type. */
export const tenantColumns = `
  select c.table_name as t, c.column_name as c, c.data_type as type
  from information_schema.columns c join information_schema.tables b using (table_schema, table_name)
  where c.table_schema = 'public' and b.table_type = 'BASE TABLE' and c.column_name <> 'commissioner_id'
    and exists (select from information_schema.columns x where (x.table_schema, x.table_name, x.column_name) = (c.table_schema, c.table_name, 'commissioner_id'))`

// What no link among the first few leads to: the one thing that was withheld, redacted or is in doubt, and what is still to be done.
const besideTheWay = `
  with c as (select id, '/' || slug || '/desk/' as desk from commissioners where slug = $1)
  select desk || 'contributions/' || w.contribution_id as url from c join withholdings w on w.commissioner_id = c.id
  union all select desk || 'contributions/' || r.contribution_id from c join redactions r on r.commissioner_id = c.id
  union all select desk || 'outbox/' || a.message_id from c join message_attempts a on a.commissioner_id = c.id
  union all select desk || 'coding/' || f.id || '/survey-' || s.survey_id from c join frames f on f.commissioner_id = c.id join consultations s on s.commissioner_id = c.id
  union all select desk || 'findings/new?survey=' || s.survey_id from c join consultations s on s.commissioner_id = c.id
  union all select desk || 'results/' || s.survey_id || '/publication' from c join consultations s on s.commissioner_id = c.id
  union all select desk || 'decisions/' || d.id || '/publication' from c join decisions d on d.commissioner_id = c.id
  union all select desk || 'surveys/' || s.survey_id || '/' || page from c join consultations s on s.commissioner_id = c.id, unnest(array['release', 'questions']) as page`

type Place = ReturnType<typeof workplaceIn>
const quiet = (place: Place): Place => ({
  ...place,
  write: () => {},
  progress: () => {},
  atOnce: (work) => place.atOnce((inside) => work(quiet(inside))),
})

/** The demonstration goes into an empty installation only: it is told that this one is. */
const asIfEmpty = (place: Place): Place => ({
  ...place,
  commissioners: async () => [],
  atOnce: (work) => place.atOnce((inside) => work(asIfEmpty(inside))),
})

/** Mark every word of every row, where the database lets an owner do it. */
async function markWords(superuser: pg.Pool) {
  let marked = 0
  for (const { t, c, type } of (await superuser.query(tenantColumns)).rows) {
    if (type !== 'text') continue
    const done = await superuser.query(`update ${t} set ${c} = ${c} || ' ${marker}' where ${c} ~ '[A-Z]'`).catch(() => ({ rowCount: 0 }))
    marked += done.rowCount ?? 0
  }
  assert.ok(marked > 500, `${marked} texts are marked`)
}
