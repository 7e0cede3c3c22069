import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, mkdtemp, realpath, rm } from 'node:fs/promises'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, escapeIdentifier } from 'pg'
import { addressIn, type PostgresAddress } from './address.ts'
import { ensureCluster, surroundings } from './cluster.ts'
import { enter } from './enter.ts'
import { findHome, type Home } from './home.ts'
import { serverArguments } from './server.ts'
import { throwAway } from './settings.ts'
import { holdProcess, letProcessEnd } from './waiting.ts'

export interface DisposablePostgres {
  /** The owner's address of one of its databases. */
  owner(database: string): PostgresAddress
  /** The same database as another role. */
  as(user: string, database: string): PostgresAddress
  /** Makes a database and returns its name: empty, or a copy of one that nobody is connected to. */
  createDatabase(template?: string): Promise<string>
  dropDatabase(name: string): Promise<void>
  /** Drops every database made here, and with them the server if it is our own. */
  stop(): Promise<void>
}

/**
 * A PostgreSQL for one run of tests: its own, in the system's temporary folder, gone when this process ends in any way;
 * or the server that TEST_DATABASE_URL names, where only the databases are ours.
 */
export async function startDisposable(serverUrl = process.env.TEST_DATABASE_URL): Promise<DisposablePostgres> {
  return serverUrl ? useServer(serverUrl) : startOwn()
}

async function useServer(connectionString: string) {
  const client = new Client({ connectionString })
  await client.connect()
  const { host, port, user = 'postgres', password, database = user, ssl } = client
  return withDatabases({ host, port, user, database, ssl, ...(password ? { password } : {}) }, client, 'wal_log', async () => {})
}

async function startOwn() {
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'goldthread-test-'))
  await chmod(folder, 0o755)
  const home = await findHome(join(folder, 'cluster'))
  await ensureCluster(home, () => {}, ['--no-sync'])
  if (home.user) await chown(folder, home.user.uid, home.user.gid)
  const server = launchUntilWeLeave(home, folder)
  const { client } = await enter(home, async () => ({ lastWords: () => undefined }))
  return withDatabases({ ...addressIn(home), database: 'postgres' }, client, 'file_copy', async () => {
    server.ref()
    server.stdin.end()
    await once(server, 'exit')
    await rm(folder, { recursive: true, force: true })
  })
}

// The shell waits for our end of its pipe to close, which the system does however we die.
const untilThePipeCloses = 'folder=$1; shift; "$@" & server=$!; cat > /dev/null; kill -QUIT $server; wait $server; cd /; rm -rf "$folder"'

function launchUntilWeLeave(home: Home, folder: string) {
  const command = [home.binaries.postgres, ...serverArguments(home, throwAway)]
  const server = spawn('/bin/sh', ['-c', untilThePipeCloses, 'sh', folder, ...command], {
    ...home.user,
    cwd: home.folder,
    env: surroundings,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  server.unref()
  const pipe = server.stdin as Socket
  pipe.unref()
  return server
}

// Copying a template's files is twice as quick as writing them to the log where nothing is synced, and slower where everything is.
type Strategy = 'file_copy' | 'wal_log'

function withDatabases(server: PostgresAddress, client: Client, strategy: Strategy, stopServer: () => Promise<void>): DisposablePostgres {
  const names = new Set<string>()
  let made = 0
  client.on('error', () => {})
  letProcessEnd(client)

  const run = async (statement: string) => {
    holdProcess(client)
    await client.query(statement).finally(() => letProcessEnd(client))
  }
  const dropDatabase = async (name: string) => {
    await run(`drop database if exists ${escapeIdentifier(name)} with (force)`)
    names.delete(name)
  }
  return {
    owner: (database) => ({ ...server, database }),
    as: (user, database) => ({ ...server, user, database }),
    async createDatabase(template = 'template0') {
      made += 1
      const name = `goldthread_test_${process.pid}_${Date.now().toString(36)}_${made}`
      await run(`create database ${escapeIdentifier(name)} template ${escapeIdentifier(template)} encoding 'UTF8' strategy ${strategy}`)
      names.add(name)
      return name
    },
    dropDatabase,
    async stop() {
      for (const name of names) await dropDatabase(name)
      holdProcess(client)
      await client.end()
      await stopServer()
    },
  }
}
