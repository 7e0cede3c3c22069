import { findTests, runTests } from './run-tests.ts'

// Everything short of the browser. `npm test -- themes` runs only the files with "themes" in their path.
const asked = process.argv.slice(2)
const all = findTests(['{src,house,bench}/**/*.test.{ts,tsx}'], asked)
const isWhole = (path: string) => path.includes('.whole.test.')

if (all.length === 0) console.log('No test is called that')

// The whole ones kill servers and clone databases: each has a process of its own, after the others.
const quick = await runTests(
  all.filter((path) => !isWhole(path)),
  { together: true },
)
const whole = await runTests(all.filter(isWhole), { together: false })
process.exitCode = quick && whole && all.length > 0 ? 0 : 1
