import { appendFileSync } from 'node:fs'
import type { TestEvent } from 'node:test/reporters'

/** A reporter of node:test that adds `passed failed` of one run as a line to the file named by COUNT_TESTS_IN. */
export default async function* countTests(events: AsyncIterable<TestEvent>) {
  for await (const event of events) {
    // A run ends with a summary of the whole, which names no file.
    if (event.type !== 'test:summary' || event.data.file) continue
    const { tests, passed, skipped, todo } = event.data.counts
    appendFileSync(String(process.env.COUNT_TESTS_IN), `${passed} ${tests - passed - skipped - todo}\n`)
  }
  yield ''
}
