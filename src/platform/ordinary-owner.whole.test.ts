import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { goldthread, serveGoldthread } from './another-goldthread.ts'
import { connect } from './db.ts'
import { asUrl } from './postgres/address.ts'
import { type DisposablePostgres, startDisposable } from './postgres/disposable.ts'

let postgres: DisposablePostgres
const roles: string[] = []
before(async () => {
  postgres = await startDisposable()
})
after(async () => {
  await asSuperuser((client) => client.query(roles.map((role) => `drop owned by ${role}; drop role ${role}`).join(';')).catch(() => {}))
  await postgres.stop()
})

async function asSuperuser<T>(work: (client: pg.Client) => Promise<T>, database = 'postgres') {
  const client = new pg.Client(postgres.owner(database))
  await client.connect()
  return work(client).finally(() => client.end())
}

/** A user as a hosted database gives out: it owns its database and is no superuser. */
async function ordinaryOwner(rights: 'createrole' | 'nocreaterole', { granted = false } = {}) {
  const role = `owner_${randomUUID().slice(0, 8)}`
  const database = await postgres.createDatabase()
  await asSuperuser(async (client) => {
    await client.query(
      `create role ${role} login nosuperuser nobypassrls nocreatedb ${rights}; alter database ${database} owner to ${role}`,
    )
    roles.push(role)
    const { rowCount } = await client.query("select from pg_roles where rolname = 'goldthread_app'")
    if (granted && !rowCount) await client.query('create role goldthread_app nologin')
    if (granted || rowCount) await client.query(`grant goldthread_app to ${role}`)
    if (!granted && rights === 'nocreaterole') await client.query(`revoke goldthread_app from ${role}`).catch(() => {})
  })
  return { role, database, address: postgres.as(role, database), url: asUrl(postgres.as(role, database)) }
}

test('PLT-1: on a database whose owner is no superuser everything works, and the walls hold', async () => {
  const { address, url, database } = await ordinaryOwner('createrole')
  for (const slug of ['alder', 'birch'])
    assert.equal((await goldthread(['commissioner', 'add', slug, '--name', `NHS ${slug}`], { DATABASE_URL: url })).code, 0)
  const served = await serveGoldthread({ DATABASE_URL: url })
  assert.match(await (await fetch(`${served.address}/alder`)).text(), /NHS alder|>alder/)
  assert.equal((await fetch(`${served.address}/health/ready`)).status, 200)
  assert.equal(await served.end('SIGTERM'), 0)
  assert.deepEqual(
    served.said.filter((line) => line.startsWith('{')),
    [],
    'and nothing failed',
  )

  const ours = connect(address)
  const { rows } = await ours.pool.query<{ id: string; slug: string }>('select id, slug from list_commissioners()')
  const alder = rows.find(({ slug }) => slug === 'alder')!
  const seen = await ours.within({ commissionerId: alder.id }, (db) => db.selectFrom('commissioners').select('slug').execute())
  assert.deepEqual(seen, [{ slug: 'alder' }])
  assert.deepEqual(await ours.within({ commissionerId: null }, (db) => db.selectFrom('events').selectAll().execute()), [])
  await ours.close()
  const owner = new pg.Client(address)
  await owner.connect()
  assert.equal((await owner.query('select from memberships')).rowCount, 0, 'the owner is behind the walls as well')
  await owner.end()
  await postgres.dropDatabase(database)
})

test('an owner who may not make roles needs the one role granted: with it all is well, without it one sentence says so and nothing is made', async () => {
  const able = await ordinaryOwner('nocreaterole', { granted: true })
  const run = await goldthread(['commissioner', 'add', 'alder', '--name', 'NHS Alder'], { DATABASE_URL: able.url })
  assert.equal(run.code, 0, run.err)
  const unable = await ordinaryOwner('nocreaterole')
  const refused = await goldthread(['migrate'], { DATABASE_URL: unable.url })
  assert.equal(refused.code, 1)
  assert.match(refused.err, /^The user in DATABASE_URL may not make tables or roles: .*grant it to that user\.\n$/)
  const { rowCount } = await asSuperuser(
    (client) => client.query("select from information_schema.tables where table_schema = 'public' and table_name <> 'migrations'"),
    unable.database,
  )
  assert.equal(rowCount, 0)
  for (const { database } of [able, unable]) await postgres.dropDatabase(database)
})
