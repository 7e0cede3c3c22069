import { findTests, runTests } from './run-tests.ts'

// `npm run journeys -- thread` runs only the journeys with "thread" in their path.
const journeys = findTests(['journeys/**/*.spec.{ts,tsx}'], process.argv.slice(2))

if (journeys.length === 0) console.log('There is no such journey')
process.exitCode = journeys.length > 0 && (await runTests(journeys, { together: false })) ? 0 : 1
