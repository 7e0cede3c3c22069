import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const folders: string[] = []
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A folder of the test's own, that nobody else may enter; gone when the tests are over. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'goldthread-launcher-'))
  folders.push(folder)
  return folder
}

// Says one line when the database is up, or when it could not be; leaves when its standard input closes.
const script = `
const { startPostgres } = await import(process.argv[1])
try {
  if (process.argv[3]) { process.setgid(65534); process.setuid(65534) }
  const postgres = await startPostgres(process.argv[2])
  console.log(JSON.stringify({ attached: postgres.attached }))
  process.stdin.resume().on('end', () => postgres.stop())
} catch (error) {
  console.log(JSON.stringify({ fault: error.message }))
}`

/** Another Node that uses the database in the folder: as ours does, or as a user without rights. */
export function startAnother(folder: string, { asNobody = false } = {}) {
  const front = new URL('index.ts', import.meta.url).href
  const words = ['--import', 'tsx', '--input-type=module', '--eval', script, front, folder, ...(asNobody ? ['nobody'] : [])]
  const child = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'inherit'] })
  const said = createInterface(child.stdout)[Symbol.asyncIterator]()
  const ended = once(child, 'exit')
  return {
    ready: async () => JSON.parse((await said.next()).value ?? '{}') as { attached?: boolean; fault?: string },
    async leave() {
      child.stdin.end()
      await ended
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}
