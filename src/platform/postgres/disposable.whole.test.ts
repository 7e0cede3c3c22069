import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { asUrl, type PostgresAddress } from './address.ts'
import { type DisposablePostgres, startDisposable } from './disposable.ts'

let postgres: DisposablePostgres
before(async () => {
  postgres = await startDisposable('')
})
after(() => postgres.stop())

async function ask(address: PostgresAddress, question: string) {
  const client = new Client(address)
  await client.connect()
  const { rows } = await client.query(question).finally(() => client.end())
  return rows
}

test('a database is a copy of its template, and what is written in it stays in it', async () => {
  const template = await postgres.createDatabase()
  await ask(postgres.owner(template), 'create table theme (name text); create role a_coder login; grant all on theme to a_coder')
  const [one, two] = await Promise.all([postgres.createDatabase(template), postgres.createDatabase(template)])
  await ask(postgres.as('a_coder', one), `insert into theme values ('Waiting')`)
  assert.deepEqual(await ask(postgres.owner(one), 'select name from theme'), [{ name: 'Waiting' }])
  assert.deepEqual(await ask(postgres.owner(two), 'select name from theme'), [])
  await postgres.dropDatabase(one)
  await assert.rejects(ask(postgres.owner(one), 'select'), /does not exist/)
})

test('given a server, it uses that one and leaves no database behind', async () => {
  const listed = () => ask(postgres.owner('postgres'), `select datname from pg_database where datname like 'goldthread_test_%' order by 1`)
  const earlier = await listed()
  const guest = await startDisposable(asUrl(postgres.owner('postgres')))
  const name = await guest.createDatabase()
  assert.deepEqual(await ask(guest.owner(name), 'select current_database() as name'), [{ name }])
  await guest.stop()
  assert.deepEqual(await listed(), earlier)
})

function startInAnother(andThen: string) {
  const script = `const { startDisposable } = await import(process.argv[1])
    console.log((await startDisposable('')).owner('postgres').host); ${andThen}`
  const front = new URL('disposable.ts', import.meta.url).href
  return spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script, front], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

async function goneWithin5Seconds(path: string) {
  for (let waited = 0; existsSync(path) && waited < 5_000; waited += 20) await sleep(20)
  return !existsSync(path)
}

test('it is gone when the process that started it is killed', async () => {
  const child = startInAnother('setInterval(() => {}, 1000)')
  const [host] = (await once(createInterface(child.stdout), 'line')) as [string]
  assert.equal(existsSync(host), true)
  child.kill('SIGKILL')
  assert.ok(await goneWithin5Seconds(host))
})

test('it keeps no process from ending that forgot to stop it', async () => {
  const child = startInAnother('')
  const [[host], [code]] = await Promise.all([once(createInterface(child.stdout), 'line') as Promise<[string]>, once(child, 'exit')])
  assert.equal(code, 0)
  assert.ok(await goneWithin5Seconds(host))
})
