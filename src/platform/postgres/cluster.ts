import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chown, mkdir, open, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { StartFault } from '../errors.ts'
import { besideFor, clear } from './being-made.ts'
import { majorVersion } from './binaries.ts'
import { explainFault } from './explain-fault.ts'
import type { Home } from './home.ts'

type Log = (line: string) => void

const mark = 'made-by-goldthread'
export const ownerName = 'goldthread'

/** Makes the folder's database files when there are none yet, and refuses a folder whose files we must not touch. */
export async function ensureCluster(home: Home, log: Log, extra: string[] = []) {
  const { folder } = home
  const names = await namesIn(folder)
  if (names.length === 0) return makeCluster(home, log, extra)

  refuseOtherVersions(folder, names.includes('PG_VERSION') ? await readFile(join(folder, 'PG_VERSION'), 'utf8') : '')
  if (names.includes(mark)) return takeOver(home)

  // PostgreSQL writes its version first, and the file that it cannot live without later.
  const halfMade = names.includes('PG_VERSION') && !existsSync(join(folder, 'global', 'pg_control'))
  if (!halfMade)
    throw new StartFault(`${folder} holds files that Goldthread did not put there: empty it, or choose another with GOLDTHREAD_DATA.`)

  const aside = `${folder}.half-made-${Date.now()}`
  await rename(folder, aside)
  log(`The database in ${folder} was never finished. It is set aside as ${aside}, and a new one is made.`)
  await makeCluster(home, log, extra)
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

function refuseOtherVersions(folder: string, written: string) {
  const version = Number.parseInt(written, 10)
  if (version > majorVersion)
    throw new StartFault(
      `${folder} was made by PostgreSQL ${version}, and this Goldthread has PostgreSQL ${majorVersion}: start it with the newer Goldthread that made it.`,
    )
  if (version < majorVersion)
    throw new StartFault(
      `${folder} was made by PostgreSQL ${version}, and this Goldthread has PostgreSQL ${majorVersion}: back it up with the Goldthread that made it, and restore that into a new folder.`,
    )
}

/** Made beside and moved into place, so that a killed first start leaves nothing that looks finished. */
async function makeCluster(home: Home, log: Log, extra: string[]) {
  const { folder } = home
  log(`Making a new database in ${folder}.`)
  const beside = await besideFor(folder)
  try {
    await mkdir(beside, { mode: 0o700 })
    if (home.user) await chown(beside, home.user.uid, home.user.gid)
    await initialise(home, beside, extra)
    await writeFile(
      join(beside, 'pg_hba.conf'),
      '# Whoever can enter this folder. Nobody else, and nobody over a network.\nlocal all all trust\n',
      { flush: true },
    )
    await writeFile(join(beside, mark), 'Goldthread made these files with PostgreSQL, and this one last.\n', { flush: true })
    await moveIntoPlace(beside, folder)
  } finally {
    await clear(beside)
  }
}

async function initialise({ binaries, seenAs, folder, user }: Home, beside: string, extra: string[]) {
  const flags = ['--username', ownerName, '--auth=trust', '--no-instructions', '--data-checksums', '--encoding=UTF8']
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const child = spawn(binaries.initdb, ['-D', seenAs === folder ? beside : seenAs, ...flags, ...locale, ...extra], {
    ...user,
    cwd: beside,
    env: surroundings,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const [words, [code]] = await Promise.all([text(child.stderr), once(child, 'close')])
  if (code !== 0) throw explainFault(words, dirname(folder))
}

async function moveIntoPlace(beside: string, folder: string) {
  try {
    await rename(beside, folder)
  } catch (error) {
    // Another process made it in the same second: its database is as good as ours.
    if (!existsSync(join(folder, mark))) throw error
    return
  }
  const above = await open(dirname(folder))
  await above.sync().finally(() => above.close())
}

/** Files copied here by root belong to root, and PostgreSQL would refuse them. */
async function takeOver({ folder, user }: Home) {
  if (user && (await stat(folder)).uid !== user.uid) spawnSync('chown', ['-R', '-h', `${user.uid}:${user.gid}`, folder])
}

// None of our own secrets, and no locale of the person who happens to start it.
export const surroundings = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
