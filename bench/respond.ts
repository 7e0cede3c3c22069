import type pg from 'pg'
import pino from 'pino'
import { frontPage, slots } from '../src/app.ts'
import { newId } from '../src/platform/ids.ts'
import { createServer } from '../src/platform/server.tsx'
import { answers, openConsultation } from './consultation.ts'
import { type BenchHouse, openHouse } from './house.ts'
import { measure } from './measure.ts'
import { portOf, rateOf } from './visitor.ts'

const atOnce = 32

/** A response sent to the public form, against the bare write of the same rows: one transaction on the same pool, no HTTP, no validation. */
export async function benchmark({ short }: { short: boolean }) {
  const house = await openHouse(slots)
  const server = await createServer({ database: house.database, slots, log: pino({ level: 'silent' }), frontPage })
  try {
    const form = `${await openConsultation(house)}/respond`
    await server.fastify.listen({ port: 0, host: '127.0.0.1' })
    const port = portOf(server.fastify.server.address())
    const head = [
      'Host: 127.0.0.1',
      'Sec-Fetch-Site: same-origin',
      'Content-Type: application/x-www-form-urlencoded',
      `Content-Length: ${answers.length}`,
    ]
    const request = `POST ${form} HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\n${answers}`
    const seconds = short ? 2 : 5
    await rateOf(port, { request, status: 303, seconds: 0 })
    const rows = await rowsOfOneResponse(house)

    return await measure({
      name: 'respond',
      unit: 'responses a second',
      runs: short ? 3 : 7,
      notes: `${rows.length} rows a response, 32 at once; bare: an INSERT for each table, one transaction, the same pool`,
      ours: () => rateOf(port, { request, status: 303, seconds }),
      bare: () => bareRate(house, rows, seconds),
    })
  } finally {
    await server.fastify.close()
    await house.close()
  }
}

type Row = { table: string; values: Record<string, unknown> }

/** What one response left in the tables, as it stands there. */
async function rowsOfOneResponse(house: BenchHouse): Promise<Row[]> {
  const owner = await house.owner()
  try {
    const { rows } = await owner.query<{ id: string }>('select id from responses limit 1')
    const responseId = rows[0]?.id
    const found: Row[] = []
    for (const [table, column] of [
      ['responses', 'id'],
      ['contributions', 'response_id'],
      ['answers', 'response_id'],
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

async function bareRate({ database, commissioner }: BenchHouse, rows: readonly Row[], seconds: number): Promise<number> {
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
