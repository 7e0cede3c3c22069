import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type FileHandle, open, readFile, readlink, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartFault } from '../errors.ts'
import { isAlive } from './being-made.ts'
import { surroundings } from './cluster.ts'
import { type Home, port } from './home.ts'
import { asArguments, lasting } from './settings.ts'

/** A server that was started and may still fail. */
export interface Launched {
  /** PostgreSQL's words, once it has given up. */
  lastWords(): string | undefined
}

const logFile = (home: Home) => join(home.folder, 'server.log')
const pidFile = (home: Home) => join(home.folder, 'postmaster.pid')
const longestLog = 1024 * 1024

/** Starts PostgreSQL as a process that outlives ours: a crash of Node must not be a crash of the database. */
export async function launch(home: Home): Promise<Launched> {
  await removeStaleLock(home)
  const log = await openLog(home)
  const { size: before } = await log.stat()
  let words: string | undefined
  const child = spawn(home.binaries.postgres, serverArguments(home, lasting), {
    ...home.user,
    cwd: home.folder,
    env: surroundings,
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  })
  child.on('error', (error) => (words = String(error)))
  child.on('exit', async () => (words = await readFrom(logFile(home), before)))
  child.unref()
  await once(child, 'spawn').catch(() => {})
  await log.close()
  return { lastWords: () => words }
}

const readFrom = async (file: string, start: number) => (await readFile(file).catch(() => Buffer.of())).subarray(start).toString()

export function serverArguments(home: Home, settings: Record<string, string>) {
  const unix_socket_directories = home.sockets === home.folder ? home.seenAs : home.sockets
  return ['-D', home.seenAs, '-p', String(port), ...asArguments({ ...settings, unix_socket_directories })]
}

async function openLog(home: Home): Promise<FileHandle> {
  const log = await open(logFile(home), 'a', 0o600)
  if ((await log.stat()).size < longestLog) return home.user ? log.chown(home.user.uid, home.user.gid).then(() => log) : log
  await log.close()
  await rename(logFile(home), `${logFile(home)}.old`)
  return openLog(home)
}

async function readPid(home: Home) {
  const [line] = (await readFile(pidFile(home), 'utf8').catch(() => '')).split('\n')
  return Number.parseInt(line ?? '', 10)
}

/**
 * After a crash the lock names a process that is gone. When the system has since given its number to another program PostgreSQL would
 * believe that program to be itself, and refuse for ever; but a server stands in its own folder, and that program does not.
 */
async function removeStaleLock(home: Home) {
  const pid = await readPid(home)
  if (!pid || !isAlive(pid)) return
  const standsIn = await readlink(`/proc/${pid}/cwd`).catch(() => home.folder)
  if (standsIn === home.folder) return
  await Promise.all([pidFile(home), join(home.sockets, `.s.PGSQL.${port}.lock`)].map((file) => rm(file, { force: true })))
}

/** Every connection is closed, everything is written, and the server has left when this returns. */
export async function stopServer(home: Home) {
  const pid = await readPid(home)
  if (!pid || !isAlive(pid)) return
  process.kill(pid, 'SIGINT')
  const patience = Date.now() + 60_000
  // A container may have nobody who buries dead processes, so a living number proves nothing; the lock goes last of all.
  while ((await readPid(home)) === pid && isAlive(pid)) {
    if (Date.now() > patience) throw new StartFault(`The database in ${home.folder} (process ${pid}) did not stop within a minute.`)
    await sleep(10)
  }
}
