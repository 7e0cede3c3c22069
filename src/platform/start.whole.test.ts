import assert from 'node:assert/strict'
import { once } from 'node:events'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { emptyFolder, goldthread, type Surroundings, serveGoldthread } from './another-goldthread.ts'
import { readConfiguration } from './configuration.ts'
import { StartFault } from './errors.ts'
import { openInstallation } from './installation.ts'
import { asUrl } from './postgres/address.ts'
import { type DisposablePostgres, startDisposable } from './postgres/disposable.ts'

let postgres: DisposablePostgres
before(async () => {
  postgres = await startDisposable()
})
after(() => postgres.stop())

const newDatabase = async () => {
  const name = await postgres.createDatabase()
  return { name, url: asUrl(postgres.owner(name)) }
}

async function psql(url: string, text: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client.query(text).finally(() => client.end())
}

async function refused(args: readonly string[], surroundings: Surroundings, sentence: RegExp, code = 1) {
  const run = await goldthread(args, surroundings)
  assert.equal(run.code, code, run.err)
  assert.match(run.err, sentence)
  assert.equal(run.out, '')
  if (code === 1) assert.equal(run.err.trimEnd().split('\n').length, 1, `one sentence: ${run.err}`)
  assert.doesNotMatch(run.err, /\n\s+at |Error:/, 'no stack')
}

const tables = async (url: string) =>
  (await psql(url, "select from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema')")).rowCount

test('help is help, and an unknown option or command is a mistake in its use', async () => {
  const help = await goldthread(['--help'], {})
  assert.deepEqual([help.code, help.err], [0, ''])
  assert.match(help.out, /serve/)
  await refused(['serve', '--prot', '80'], {}, /unknown option '--prot'/, 2)
})

/** What keeps an installation from opening, as the person at the terminal reads it. */
async function faultOf(surroundings: Surroundings): Promise<string> {
  try {
    const installation = await openInstallation(readConfiguration(surroundings), () => {})
    await installation.close()
    return ''
  } catch (fault) {
    assert.ok(fault instanceof StartFault, String(fault))
    return fault.message
  }
}

test('no database: one sentence for a server that is not there, and for a name and a user that are not known', async () => {
  const listener = createServer().listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const { port } = listener.address() as AddressInfo
  listener.close()
  await refused(
    ['migrate'],
    { DATABASE_URL: `postgres://someone:pass@127.0.0.1:${port}/x` },
    /^No PostgreSQL server answers at DATABASE_URL/,
  )
  assert.match(
    await faultOf({ DATABASE_URL: asUrl(postgres.owner('no_such_database')) }),
    /^The database named in DATABASE_URL does not exist/,
  )
  assert.match(
    await faultOf({ DATABASE_URL: asUrl(postgres.as('nobody_of_that_name', 'postgres')) }),
    /^The PostgreSQL server does not accept the user/,
  )
})

test('a wrong setting, or a data folder that cannot be made, is refused in one sentence before anything is done', async () => {
  const folder = emptyFolder()
  await refused(
    ['migrate'],
    { GOLDTHREAD_DATA: folder, DATABASE_URL: 'mysql://here' },
    /^The setting DATABASE_URL must begin with postgres:\/\/\.$/m,
  )
  assert.deepEqual(readdirSync(folder), [])
  writeFileSync(join(folder, 'file'), '')
  assert.match(
    await faultOf({ GOLDTHREAD_DATA: join(folder, 'file', 'data') }),
    /^The data folder .* cannot be made \(ENOTDIR\): choose another with GOLDTHREAD_DATA\.$/,
  )
})

test('a port that is in use is refused, and the database is left as it was', async () => {
  const { url } = await newDatabase()
  const busy = createServer().listen(0, '127.0.0.1')
  await once(busy, 'listening')
  const { port } = busy.address() as AddressInfo
  await refused(
    ['serve', '--port', String(port)],
    { DATABASE_URL: url },
    /^Port \d+ is already in use: stop what uses it, or choose another with --port\.$/m,
  )
  await refused(['serve', '--port', '99999'], { DATABASE_URL: url }, /^The port must be a number from 0 to 65535\.$/m)
  busy.close()
  assert.equal((await psql(url, 'select from commissioners')).rowCount, 0)
})

test('a database made by a newer version is refused with what to do, and left alone', async () => {
  const { url } = await newDatabase()
  await psql(
    url,
    "create table migrations (name text primary key, applied_at timestamptz not null default now()); insert into migrations values ('2031-01-01-01-from-the-future.sql')",
  )
  await refused(
    ['serve', '--port', '0'],
    { DATABASE_URL: url },
    /^This database was made by a newer Goldthread \(it has 2031-01-01-01-from-the-future\.sql\): install that version/,
  )
  assert.equal(await tables(url), 1)
})

test('it does not start with more power than the walls can hold', async () => {
  const { url } = await newDatabase()
  const surroundings = { DATABASE_URL: url }
  assert.equal(await faultOf(surroundings), '')
  await psql(url, 'create table loot (id int); alter table loot owner to goldthread_app')
  assert.match(await faultOf(surroundings), /^The database role goldthread_app must be an ordinary role that owns nothing/)
  await psql(url, 'drop table loot; create table open_to_all (id int)')
  assert.match(await faultOf(surroundings), /^A table of this database stands outside the walls/)
  await psql(url, 'drop table open_to_all; alter table people no force row level security')
  assert.match(await faultOf(surroundings), /^A table of this database stands outside the walls/)
})

test('told to stop, it answers what it was being asked, and ends with 0 in some seconds', async () => {
  const { url } = await newDatabase()
  const served = await serveGoldthread({ DATABASE_URL: url })
  const asking = request(`${served.address}/nowhere/at-all`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', 'content-length': 9 },
  })
  asking.write('word')
  await setTimeout(300)
  const told = Date.now()
  const ended = served.end('SIGTERM')
  await setTimeout(300)
  await assert.rejects(fetch(served.address), 'nobody new is let in')
  asking.end('s=all')
  const [answer] = await once(asking, 'response')
  assert.equal(answer.statusCode, 404)
  answer.resume()
  assert.equal(await ended, 0)
  assert.ok(Date.now() - told < 8000)
})

test('two at once on one data folder serve one database, and the first may leave', { timeout: 120_000 }, async () => {
  const data = { GOLDTHREAD_DATA: join(emptyFolder(), 'data') }
  assert.equal((await goldthread(['commissioner', 'add', 'testshire', '--name', 'NHS Testshire'], data)).code, 0)
  const first = await serveGoldthread(data)
  const second = await serveGoldthread(data)
  assert.equal((await fetch(`${second.address}/health/ready`)).status, 200)
  assert.equal(await first.end('SIGTERM'), 0)
  assert.equal((await fetch(`${second.address}/testshire`)).status, 200)
  assert.equal(await second.end('SIGINT'), 0)
  assert.equal(existsSync(join(data.GOLDTHREAD_DATA, 'postgres', 'postmaster.pid')), false, 'the last one out stopped the database')
})
