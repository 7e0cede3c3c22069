import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chown, lstat, mkdir, realpath } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { StartFault } from '../errors.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { canReach, chooseSystemUser, type SystemUser } from './system-user.ts'

/** Everything that follows from the folder alone, and is the same for every process that asks. */
export interface Home {
  folder: string
  /** What PostgreSQL calls its own folder. */
  seenAs: string
  sockets: string
  binaries: Binaries
  /** Who runs it, when we are root. */
  user: SystemUser | undefined
}

/** PostgreSQL is always started standing in its folder, and this name needs no permission on the folders above. See docs/decisions/0002. */
const whereItStands = '/proc/self/cwd'

// A socket's whole path is at most 103 bytes on macOS and 107 on Linux.
const longestPath = 103

export const port = 5432

export async function findHome(wished: string): Promise<Home> {
  const absolute = resolve(wished)
  await mkdir(dirname(absolute), { recursive: true })
  const folder = existsSync(absolute) ? await realpath(absolute) : join(await realpath(dirname(absolute)), basename(absolute))
  const user = chooseSystemUser(folder)
  return { folder, seenAs: nameSeenBy(user, folder), sockets: await findSockets(folder, user), binaries: await findBinaries(user), user }
}

function nameSeenBy(user: SystemUser | undefined, folder: string) {
  if (canReach(user, dirname(folder))) return folder
  if (existsSync(whereItStands)) return whereItStands
  throw new StartFault(
    `Another user must run PostgreSQL when you are root, and cannot enter ${dirname(folder)}: move Goldthread, or start as an ordinary user.`,
  )
}

/**
 * The socket lives with the data, which only its owner can enter. Where that path is too long it lives in a folder of the same kind
 * below /tmp: not where TMPDIR says, since every process must find the same one.
 */
async function findSockets(folder: string, user: SystemUser | undefined) {
  if (Buffer.byteLength(join(folder, `.s.PGSQL.${port}`)) <= longestPath) return folder

  const short = join('/tmp', `goldthread-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`)
  await mkdir(short, { mode: 0o700 }).catch((error) => error.code === 'EEXIST' || Promise.reject(error))
  const before = await lstat(short)
  if (user && before.isDirectory() && before.uid === 0) await chown(short, user.uid, user.gid)

  const found = await lstat(short)
  const isPrivate = found.isDirectory() && found.uid === (user?.uid ?? process.getuid?.()) && (found.mode & 0o077) === 0
  if (!isPrivate) throw new StartFault(`${short} belongs to someone else: remove it, or keep the data in a folder with a shorter name.`)
  return short
}
