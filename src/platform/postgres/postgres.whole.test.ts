import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { before, type TestContext, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client, Pool, type PoolConfig } from 'pg'
import { emptyFolder, startAnother } from './another-process.ts'
import { startPostgres } from './index.ts'
import { chooseSystemUser } from './system-user.ts'

let folder: string
before(() => {
  folder = join(emptyFolder(), 'data', 'postgres')
})

/** Ours, stopped however the test ends. */
async function begin(context: TestContext, where = folder) {
  const postgres = await startPostgres(where)
  context.after(() => postgres.stop())
  return postgres
}

async function ask<Row>(connection: PoolConfig, question: string) {
  const client = new Client(connection)
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query(question).finally(() => client.end())
  return rows as Row[]
}

const serverPid = (where = folder) => Number.parseInt(readFileSync(join(where, 'postmaster.pid'), 'utf8'), 10)
const isRunning = (where = folder) => existsSync(join(where, 'postmaster.pid'))
const besides = (where: string) => readdirSync(dirname(where)).filter((name) => name.startsWith(`${basename(where)}.`))

async function eventually<T>(what: () => Promise<T>): Promise<T> {
  const until = Date.now() + 8_000
  for (;;) {
    try {
      return await what()
    } catch (error) {
      if (Date.now() > until) throw error
      await sleep(20)
    }
  }
}

test('PLT-1: a first start makes a safe database in a folder that only its owner can enter, with no network port', async (context) => {
  const postgres = await begin(context)
  const [settings] = await ask<Record<string, string>>(
    postgres.owner,
    `select current_setting('server_encoding') encoding, current_setting('data_checksums') checksums, current_setting('fsync') fsync,
      current_setting('listen_addresses') listens, current_setting('TimeZone') zone, current_user as owner, current_database() as database,
      (select datlocale from pg_database where datname = current_database()) as locale`,
  )
  assert.deepEqual(settings, {
    ...{ encoding: 'UTF8', checksums: 'on', fsync: 'on', listens: '', zone: 'UTC' },
    ...{ owner: 'goldthread', database: 'goldthread', locale: 'C.UTF-8' },
  })
  assert.equal(statSync(folder).mode & 0o777, 0o700)
  assert.deepEqual(await ask({ connectionString: postgres.adminUrl }, 'select 1 as one'), [{ one: 1 }])
  await ask(postgres.owner, 'create role a_reader login; create table kept (id int primary key)')
  assert.deepEqual(await ask(postgres.as('a_reader'), 'select current_user as who'), [{ who: 'a_reader' }])
  await Promise.all([postgres.stop(), postgres.stop()])
  assert.equal(isRunning(), false)
})

test('PLT-1: a later start takes less than a second and a half', async (context) => {
  const began = performance.now()
  const postgres = await begin(context)
  const took = performance.now() - began
  await postgres.stop()
  assert.equal(postgres.attached, false)
  assert.ok(took < 1500, `${took} ms`)
})

test('a second process attaches, and the one that started it may leave first', async (context) => {
  const starter = startAnother(folder)
  assert.deepEqual(await starter.ready(), { attached: false })
  const postgres = await begin(context)
  assert.equal(postgres.attached, true)
  await starter.leave()
  assert.deepEqual(await ask(postgres.owner, 'select 1 as one'), [{ one: 1 }])
  await postgres.stop()
  assert.equal(isRunning(), false)
})

test('a Node that is killed leaves its server running, and the next one attaches and may stop it', async (context) => {
  const killed = startAnother(folder)
  await killed.ready()
  await killed.kill()
  assert.equal(isRunning(), true)
  const postgres = await begin(context)
  assert.equal(postgres.attached, true)
  await postgres.stop()
  assert.equal(isRunning(), false)
})

test('a server that is killed under a running Node starts again by itself at the same address, with every acknowledged row', async (context) => {
  const postgres = await begin(context)
  const pool = new Pool(postgres.owner)
  pool.on('error', () => {})
  for (let id = 0; id < 50; id += 1) await pool.query('insert into kept values ($1)', [id])
  const first = serverPid()
  process.kill(first, 'SIGKILL')
  await eventually(async () => assert.ok(isRunning() && serverPid() !== first))
  const { rows } = await eventually(() => pool.query('select count(*)::int as kept from kept'))
  assert.deepEqual(rows, [{ kept: 50 }])
  await pool.end()
  await postgres.stop()
  assert.equal(isRunning(), false)
})

test('after Node and its server are killed together the next start recovers', async (context) => {
  const killed = startAnother(folder)
  await killed.ready()
  const pid = serverPid()
  await Promise.all([killed.kill(), process.kill(pid, 'SIGKILL')])
  const postgres = await begin(context)
  assert.deepEqual(await ask(postgres.owner, 'select count(*)::int as kept from kept'), [{ kept: 50 }])
  await postgres.stop()
})

test('a lock whose number now belongs to another program of the same user does not keep the database shut', async (context) => {
  const other = spawn('sleep', ['60'], { ...chooseSystemUser(folder), cwd: '/' })
  try {
    writeFileSync(join(folder, 'postmaster.pid'), `${other.pid}\n${folder}\n1\n5432\n${folder}\n\n1 1\nready\n`)
    const postgres = await begin(context)
    assert.equal(postgres.attached, false)
    await postgres.stop()
  } finally {
    other.kill()
  }
})

test('a crash inside the server is survived, and neither it nor an error puts what a person wrote into the log', async (context) => {
  const postgres = await begin(context)
  await assert.rejects(ask(postgres.owner, `select 'My name is Wren'::int`), /My name is Wren/)
  await assert.rejects(ask(postgres.owner, `insert into kept values (1) /* Wren */`), /kept_pkey/)
  const client = new Client(postgres.owner)
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const crashed = assert.rejects(client.query(`select 'My name is Wren', pg_sleep(60)`))
  process.kill(rows[0]!.pid, 'SIGKILL')
  await crashed
  assert.deepEqual(await eventually(() => ask(postgres.owner, 'select count(*)::int as kept from kept')), [{ kept: 50 }])
  await postgres.stop()
  assert.equal(isRunning(), false)
  const log = readFileSync(join(folder, 'server.log'), 'utf8')
  assert.match(log, /terminated by signal 9/)
  assert.doesNotMatch(log, /Wren/)
})

test('a folder whose path is too long for a socket works', async (context) => {
  const deep = join(dirname(folder), 'a-folder-with-quite-a-long-name'.repeat(4), 'postgres')
  mkdirSync(dirname(deep))
  renameSync(folder, deep)
  const postgres = await begin(context, deep)
  assert.notEqual(postgres.owner.host, deep)
  assert.deepEqual(await ask(postgres.owner, 'select count(*)::int as kept from kept'), [{ kept: 50 }])
  await postgres.stop()
  rmSync(postgres.owner.host, { recursive: true })
})

test('two first starts at once make one database', async () => {
  const fresh = join(emptyFolder(), 'postgres')
  const [one, two] = [startAnother(fresh), startAnother(fresh)]
  const both = await Promise.all([one.ready(), two.ready()])
  assert.deepEqual(
    both.map((each) => each.fault),
    [undefined, undefined],
  )
  await one.leave()
  assert.equal(isRunning(fresh), true)
  await two.leave()
  assert.equal(isRunning(fresh), false)
  assert.deepEqual(besides(fresh), [])
})

test('PLT-1: a first start that is killed in the middle recovers, and leaves nothing behind', async (context) => {
  const fresh = join(emptyFolder(), 'postgres')
  const killed = startAnother(fresh)
  await eventually(async () => assert.ok(besides(fresh).some((name) => existsSync(join(dirname(fresh), name, 'PG_VERSION')))))
  await killed.kill()
  assert.equal(existsSync(fresh), false)
  const postgres = await begin(context, fresh)
  assert.deepEqual(await ask(postgres.owner, 'select 1 as one'), [{ one: 1 }])
  await postgres.stop()
  const again = await begin(context, fresh)
  await again.stop()
})
