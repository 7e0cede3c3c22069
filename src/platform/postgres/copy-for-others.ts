import { constants } from 'node:fs'
import { access, chmod, cp, lstat, mkdir, readdir, rename, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StartFault } from '../errors.ts'
import { besideFor, clear } from './being-made.ts'
import { canReach, type SystemUser } from './system-user.ts'

const complete = 'copied-completely'

/**
 * A copy of PostgreSQL's programs that the system user can reach, made once per version. Only root needs one: the checkout may lie
 * below a folder that others cannot enter.
 */
export async function copyForOthers(
  native: string,
  label: string,
  user: SystemUser,
  places = ['/var/cache/goldthread', join(tmpdir(), 'goldthread-postgres')],
): Promise<string> {
  for (const place of places) {
    const copy = join(place, label)
    if (!(await isOurs(place))) continue
    if (!(await exists(join(copy, complete)))) await makeCopy(native, copy)
    if (canReach(user, join(copy, 'bin', 'postgres'))) return copy
  }
  throw new StartFault(
    `Another user must run PostgreSQL when you are root, and cannot reach ${native} nor a copy in ${places.join(' or ')}: move Goldthread to a folder that others can enter.`,
  )
}

// In a place that anyone may write to, someone else could have put their own programs there first.
async function isOurs(place: string) {
  try {
    if (await mkdir(place, { recursive: true })) await chmod(place, 0o755)
    const found = await lstat(place)
    return found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0
  } catch {
    return false
  }
}

/** Two may do this at once: each copies beside, marks its copy complete, and moves it into place; the second finds the first. */
async function makeCopy(native: string, copy: string) {
  const beside = await besideFor(copy)
  try {
    await cp(native, beside, {
      recursive: true,
      verbatimSymlinks: true,
      mode: constants.COPYFILE_FICLONE,
      filter: (path) => !path.endsWith('.a'),
    })
    await letEveryoneRead(beside)
    await writeFile(join(beside, complete), '')
    await rename(beside, copy).catch(async (error) => {
      if (!(await exists(join(copy, complete)))) throw error
    })
  } finally {
    await clear(beside)
  }
}

async function letEveryoneRead(folder: string) {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isDirectory()) await chmod(path, 0o755)
    else if (entry.isFile()) await chmod(path, ((await lstat(path)).mode & 0o100) === 0 ? 0o644 : 0o755)
  }
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )
