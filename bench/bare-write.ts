import type pg from 'pg'
import { newId } from '../src/platform/ids.ts'
import type { BenchHouse } from './house.ts'

const atOnce = 32

type Row = { table: string; values: Record<string, unknown> }

/** What one response left in the tables, as it stands there. */
export async function rowsOfOneResponse(house: BenchHouse): Promise<Row[]> {
  const owner = await house.owner()
  try {
    const { rows } = await owner.query<{ id: string }>('select id from responses limit 1')
    const responseId = rows[0]?.id
    const found: Row[] = []
    for (const [table, column] of [
      ['responses', 'id'],
      ['contributions', 'response_id'],
      ['answers', 'response_id'],
      ['equality_answers', 'response_id'],
      ['receipts', 'response_id'],
      ['events', 'subject_id'],
    ] as const) {
      const { rows: kept } = await owner.query<Record<string, unknown>>(`select * from ${table} where ${column} = $1`, [responseId])
      found.push(...kept.map((values) => ({ table, values })))
    }
    return found
  } finally {
    await owner.end()
  }
}

/** How many responses a second these rows would be: one transaction each on the same pool, no HTTP, no validation. */
export async function bareRate({ database, commissioner }: BenchHouse, rows: readonly Row[], seconds: number): Promise<number> {
  let written = 0
  const started = performance.now()
  const until = started + seconds * 1000
  const writer = async () => {
    while (performance.now() < until) {
      const client = await database.pool.connect()
      await client.query(`begin; set local goldthread.commissioner = '${commissioner.id}'`)
      await writeRows(client, rows)
      await client.query('commit')
      client.release()
      written += 1
    }
  }
  await Promise.all(Array.from({ length: atOnce }, writer))
  return (written / (performance.now() - started)) * 1000
}

/** The rows under new ids, one INSERT for each table. */
async function writeRows(client: pg.PoolClient, rows: readonly Row[]) {
  const renamed = new Map(rows.flatMap(({ values }) => (typeof values.id === 'string' ? [[values.id, newId()]] : [])))
  const code = Buffer.from(newId())
  for (const [table, kept] of Map.groupBy(rows, (row) => row.table)) {
    const columns = Object.keys(kept[0]?.values ?? {})
    const values = kept.flatMap((row) => columns.map((column) => bareValue(column, row.values[column], renamed, code)))
    const places = kept.map((_, at) => `(${columns.map((__, place) => `$${at * columns.length + place + 1}`).join(', ')})`)
    await client.query(`insert into ${table} (${columns.join(', ')}) values ${places.join(', ')}`, values)
  }
}

function bareValue(column: string, value: unknown, renamed: ReadonlyMap<string, string>, code: Buffer) {
  if (column === 'code_hash') return code
  if (column === 'detail' || column === 'digests') return JSON.stringify(value)
  return typeof value === 'string' ? (renamed.get(value) ?? value) : value
}
