import { plainReceipt } from '../src/capabilities/contributions/receipt.ts'
import { hashOf } from '../src/platform/ids.ts'
import type { BenchHouse } from './house.ts'
import type { Sent } from './send.ts'
import type { StaffWork } from './staff.ts'

interface ReadBack {
  responses: number
  /** How many of them say what another one says: sent again after a broken connection, though it had been kept. */
  again: number
  /** How often each sender's word is there. */
  times: Map<string, number>
  /** What the response of a receipt says, by the hash of its code. */
  words: Map<string, string>
  /** How many rows of each table a response has: one shape, where all are whole. */
  shapes: string[]
}

/** What is in the tables, with the owner's eyes. */
export async function readBack(house: BenchHouse): Promise<ReadBack> {
  const owner = await house.owner()
  try {
    // Without it the plans are those for a handful of rows.
    await owner.query('analyze responses, contributions, answers, equality_answers, receipts, events')
    const { rows } = await owner.query<{ code: string; words: string }>(
      `select encode(k.code_hash, 'hex') as code, c.words from responses r
        left join receipts k on (k.commissioner_id, k.response_id) = (r.commissioner_id, r.id)
        left join contributions c on (c.commissioner_id, c.response_id, c.question_key) = (r.commissioner_id, r.id, 'q12')`,
    )
    const parts = {
      contributions: 'response_id',
      answers: 'response_id',
      equality_answers: 'response_id',
      receipts: 'response_id',
      events: 'subject_id',
    }
    const joins = Object.entries(parts).map(
      ([table, of]) => `left join (select ${of} as id, count(*) as rows from ${table} group by 1) as ${table} on ${table}.id = r.id`,
    )
    const { rows: shapes } = await owner.query<{ shape: string }>(
      `select distinct concat_ws(' ', ${Object.keys(parts).map((table) => `coalesce(${table}.rows, 0)`)}) as shape from responses r ${joins.join(' ')}`,
    )
    const times = new Map<string, number>()
    for (const { words } of rows) times.set(words, (times.get(words) ?? 0) + 1)
    return {
      responses: rows.length,
      again: rows.length - times.size,
      times,
      words: new Map(rows.map(({ code, words }) => [code, words])),
      shapes: shapes.map(({ shape }) => shape),
    }
  } finally {
    await owner.end()
  }
}

interface Happened {
  count: number
  sent: Sent
  found: ReadBack
  work: StaffWork
  /** When nothing was served. */
  away: { from: number; to: number }
}

/** Every promise that was broken, in words. */
export function broken({ count, sent, found, work, away }: Happened): string[] {
  const { acknowledged, refusals } = sent
  const faults = (what: string, those: readonly unknown[]) =>
    those.length > 0 ? [`${those.length} ${what}: ${JSON.stringify(those.slice(0, 3))}`] : []
  const doubts = new Map(acknowledged.map((one) => [one.word, one.doubts]))
  const codeIn = (location: string) => hashOf(plainReceipt(location.split('/').at(-1) ?? '')).toString('hex')
  return [
    ...(acknowledged.length === count ? [] : [`${acknowledged.length} of ${count} were acknowledged`]),
    ...faults('answered with an error', refusals),
    ...faults(
      'acknowledged and lost',
      acknowledged.filter(({ word, location }) => found.words.get(codeIn(location)) !== word),
    ),
    ...faults(
      'there more often than in doubt',
      [...found.times].filter(([word, times]) => times > 1 + (doubts.get(word) ?? -1)),
    ),
    ...(found.words.size === found.responses ? [] : [`${found.responses} responses have ${found.words.size} receipts`]),
    ...(found.shapes.length === 1 ? [] : [`some are there by half: ${found.shapes.join(', ')}`]),
    ...faults('requests of staff failed', work.failures),
    ...faults(
      'requests of staff broke while it was served',
      work.broke.filter(({ from, to }) => to < away.from || from > away.to),
    ),
  ]
}
