import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { projectFolder } from './configuration.ts'

const folders: string[] = []
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A folder of the test's own; gone when the tests are over. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'goldthread-start-'))
  folders.push(folder)
  return folder
}

export interface Surroundings {
  [name: string]: string
}

// Nothing of whoever runs the tests: no DATABASE_URL of theirs, no mail server.
const start = (args: readonly string[], surroundings: Surroundings) =>
  spawn(process.execPath, [join(projectFolder, 'bin/goldthread.js'), ...args], {
    cwd: tmpdir(),
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', GOLDTHREAD_LOG: 'error', ...surroundings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

/** Run one command to its end, as an operator would. */
export async function goldthread(args: readonly string[], surroundings: Surroundings) {
  const child = start(args, surroundings)
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { code: code as number, out, err }
}

export interface Served {
  address: string
  child: ChildProcess
  /** What it said so far, on standard error. */
  said: string[]
  /** Sends a signal and waits for the end. Answers with the exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>
}

/** `goldthread serve` on a port that the system chooses, once it has said where it is. */
export async function serveGoldthread(
  surroundings: Surroundings,
  args: readonly string[] = [],
  hear: (line: string, child: ChildProcess) => unknown = () => {},
): Promise<Served> {
  const child = start(['serve', '--port', '0', ...args], surroundings)
  const said: string[] = []
  const ended = once(child, 'exit')
  const address = await new Promise<string>((resolve, reject) => {
    createInterface(child.stderr).on('line', (line) => {
      said.push(line)
      hear(line, child)
      const [, found] = /^Goldthread is at (http:\/\/\S+)$/.exec(line) ?? []
      if (found) resolve(found)
    })
    void ended.then(() => reject(new Error(`It ended:\n${said.join('\n')}`)))
  })
  return {
    address,
    child,
    said,
    async end(signal) {
      child.kill(signal)
      const [code] = await ended
      return code as number | null
    },
  }
}
