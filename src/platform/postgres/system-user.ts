import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { StartFault } from '../errors.ts'

export interface SystemUser {
  uid: number
  gid: number
}

/**
 * PostgreSQL refuses to run as root. Whoever already owns the folder keeps it; a new one goes to `postgres`, or to `nobody`.
 * Nothing is returned when we are an ordinary user: then the database simply runs as us.
 */
export function chooseSystemUser(folder: string): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined

  const owner = statSync(folder, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }

  const found = findSystemUser('postgres') ?? findSystemUser('nobody')
  if (!found)
    throw new StartFault(
      'PostgreSQL does not run as root, and there is no user called postgres here: create one, or start as an ordinary user.',
    )
  return found
}

function findSystemUser(name: string): SystemUser | undefined {
  const [uid, gid] = ['-u', '-g'].map((what) => Number.parseInt(spawnSync('id', [what, name], { encoding: 'utf8' }).stdout, 10))
  return uid && gid ? { uid, gid } : undefined
}

/** Whether that user can follow this path to its end and enter or execute what is there. */
export function canReach(user: SystemUser | undefined, path: string): boolean {
  return !user || spawnSync('/bin/sh', ['-c', 'test -x "$0"', path], { ...user, cwd: '/', stdio: 'ignore' }).status === 0
}
