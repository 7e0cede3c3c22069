import { randomUUID } from 'node:crypto'
import { readdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

const mark = '.being-made-by-'
const ours = new Set<string>()

/**
 * A name beside the folder to make it under, so that it appears under its own name only when it is whole. What earlier makers left
 * there when they were killed is cleared away.
 */
export async function besideFor(folder: string): Promise<string> {
  const start = `${basename(folder)}${mark}`
  for (const name of await readdir(dirname(folder))) {
    if (name.startsWith(start) && !isAtWork(name, start)) await clear(join(dirname(folder), name))
  }
  const mine = `${start}${process.pid}-${randomUUID().slice(0, 8)}`
  ours.add(mine)
  return join(dirname(folder), mine)
}

/** A killed maker's own children may still be writing there for a moment; what they add is cleared the next time. */
export const clear = (folder: string) => rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => {})

// In a container every start may have the same process id, so our own id alone does not mean us.
function isAtWork(name: string, start: string) {
  const pid = Number.parseInt(name.slice(start.length), 10)
  return pid === process.pid ? ours.has(name) : isAlive(pid)
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
