import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync } from 'node:fs'

/** The files that `patterns` find, in name order; only those whose path holds one of the words asked for, where any are. */
export const findTests = (patterns: string[], asked: string[]) =>
  globSync(patterns)
    .filter((path) => asked.length === 0 || asked.some((word) => path.includes(word)))
    .sort()

/** Run test files with node:test, all in one process or each in one of its own, one after another. True when all passed. */
export async function runTests(files: string[], { together }: { together: boolean }): Promise<boolean> {
  if (files.length === 0) return true
  const reporters = process.env.COUNT_TESTS_IN ? { './scripts/count-tests.ts': 'stdout', spec: 'stdout' } : { spec: 'stdout' }
  const how = [
    '--test-timeout=180000',
    ...(together ? ['--test-isolation=none'] : ['--test-isolation=process', '--test-concurrency=1']),
    ...Object.entries(reporters).flatMap(([reporter, to]) => [`--test-reporter=${reporter}`, `--test-reporter-destination=${to}`]),
  ]
  const child = spawn(process.execPath, ['--import', 'tsx', '--test', ...how, ...files], { stdio: 'inherit' })
  const [code] = await once(child, 'exit')
  return code === 0
}
