import { statfsSync } from 'node:fs'
import { StartFault } from '../errors.ts'

const elsewhere = 'set DATABASE_URL to a PostgreSQL server instead.'

const meanings: [RegExp, (folder: string) => string][] = [
  [/ENOSPC|EDQUOT|No space left|quota exceeded/i, noSpace],
  [
    /error while loading shared libraries|not found \(required by|Exec format|ENOEXEC|spawn \S+ ENOENT/i,
    () => doesNotRunHere('a system library is missing'),
  ],
  [
    /EACCES|EPERM|Permission denied|Operation not permitted/i,
    (folder) => `Goldthread may not use ${folder}: run it as the user who owns that folder, or choose another with GOLDTHREAD_DATA.`,
  ],
  [/EROFS|Read-only file system/i, (folder) => `${folder} is on a disk that cannot be written to: choose another with GOLDTHREAD_DATA.`],
  [
    /ENOTDIR|EEXIST|ENOTEMPTY|Not a directory/i,
    (folder) => `Something else is in the way at ${folder}: move it, or choose another with GOLDTHREAD_DATA.`,
  ],
  [
    /EBUSY|EXDEV/,
    (folder) => `${folder} is a mounted disk of its own: mount it one folder higher, so that the database can be made inside it.`,
  ],
]

/** Turns what the system or PostgreSQL said into a StartFault. What is not understood is passed on in PostgreSQL's own last words. */
export function explainFault(reason: unknown, folder: string): StartFault {
  if (reason instanceof StartFault) return reason
  const words = reason instanceof Error ? `${'code' in reason ? reason.code : ''} ${reason.message}` : String(reason)
  const known = meanings.find(([pattern]) => pattern.test(words))
  const message =
    known?.[1](folder) ?? (isNearlyFull(folder) ? noSpace(folder) : `PostgreSQL did not start in ${folder}: ${lastWords(words)}.`)
  return new StartFault(message, { cause: reason })
}

export const doesNotRunHere = (why: string) =>
  `The PostgreSQL that comes with Goldthread does not run on this computer (${why}): ${elsewhere}`

function noSpace(folder: string) {
  return `There is no space left on the disk that holds ${folder}: free at least 200 MB and start again.`
}

// A full disk also swallows the log line that would have said so.
function isNearlyFull(folder: string) {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize < 8 * 1024 * 1024
  } catch {
    return false
  }
}

function lastWords(words: string) {
  const lines = words.trim().split('\n')
  const line = lines.findLast((each) => /FATAL|PANIC|error:/.test(each)) ?? lines.at(-1) ?? ''
  return (
    line
      .replace(/^.*?(FATAL|PANIC|error):\s*/, '')
      .trim()
      .replace(/\.$/, '') || 'it gave no reason'
  )
}
