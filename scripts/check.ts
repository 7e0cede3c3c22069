import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'

const types = { name: 'types', command: 'tsc', given: [] }
const scripts = { name: 'types of the browser modules', command: 'tsc', given: ['-p', 'src/design/browser'] }
const house = { name: 'house rules', command: 'node', given: ['--import', 'tsx', 'scripts/check-house.ts'] }
const style = { name: 'format and lint', command: 'biome', given: ['check', '--error-on-warnings', '--reporter=concise', '.'] }
const unused = { name: 'unused code', command: 'knip', given: [] }
const tests = { name: 'tests', command: 'node', given: ['--import', 'tsx', 'scripts/test.ts'] }

type Check = typeof tests

/** Run one check, and show what it said once it has ended: in full when it failed, in one line when it passed. */
async function run({ name, command, given }: Check): Promise<boolean> {
  const started = performance.now()
  const child = spawn(command, given, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, [process.stdout.isTTY ? 'FORCE_COLOR' : 'NO_COLOR']: '1' },
  })
  const [said, warned, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  if (code === 0) console.log(`passed  ${name} (${seconds} s)`)
  else console.log(`FAILED  ${name} (${seconds} s)\n\n${`${said}${warned}`.trimEnd()}\n`)
  return code === 0
}

// `npm run check -- --without-tests` leaves the tests to whoever runs them apart.
const withTests = !process.argv.includes('--without-tests')

// Two at a time: the tests have a processor to themselves, the rest share the other.
const others = async () => [await run(types), await run(scripts), await run(house), await run(style), await run(unused)]
const passed = (await Promise.all([withTests ? run(tests).then((ok) => [ok]) : [], others()])).flat()
process.exitCode = passed.every(Boolean) ? 0 : 1
