import { createHash } from 'node:crypto'
import type { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { type BackupEnd, type BackupHead, type Counted, format, frame } from './backup-file.ts'
import { listTables, type Table } from './backup-tables.ts'

export { restore } from './restore.ts'

/**
 * Write the whole installation, as it is in one moment, into a file that `restore` reads; everybody goes on working meanwhile.
 * Links, sessions and the queue of jobs are left out: secrets end with their database, and jobs are asked for again when a worker starts.
 */
export async function backup(owner: pg.PoolConfig, out: Writable, madeAt = new Date()): Promise<BackupEnd> {
  const client = new pg.Client({ ...owner, options: '-c timezone=UTC' })
  await client.connect()
  client.on('error', () => {})
  try {
    await client.query('begin transaction isolation level repeatable read read only')
    const end: BackupEnd = { tables: {} }
    await pipeline(() => parts(client, madeAt, end), createGzip({ level: 6 }), out)
    return end
  } finally {
    await client.end()
  }
}

async function* parts(client: pg.Client, madeAt: Date, end: BackupEnd): AsyncGenerator<Buffer> {
  const { rows: migrations } = await client.query<{ name: string }>('select name from migrations order by name')
  const { rows: commissioners } = await client.query<{ id: string }>('select id from commissioners order by id')
  const tables = await listTables(client)
  const head: BackupHead = {
    format,
    madeAt: madeAt.toISOString(),
    migrations: migrations.map(({ name }) => name),
    tables: tables.map(({ name, columns }) => ({ name, columns })),
  }
  yield frame(Buffer.from(JSON.stringify(head)))
  for (const table of tables) {
    const counted: Counted = { rows: 0, hash: createHash('sha256') }
    for (const copy of copies(
      table,
      commissioners.map(({ id }) => id),
    )) {
      await client.query(copy.binding)
      yield* copied(client, copy.statement, counted)
    }
    // A frame of nothing ends each table.
    yield frame(Buffer.alloc(0))
    end.tables[table.name] = { rows: counted.rows, sha256: counted.hash.digest('hex') }
  }
  yield frame(Buffer.from(JSON.stringify(end)))
}

async function* copied(client: pg.Client, statement: string, counted: Counted): AsyncGenerator<Buffer> {
  const stream = client.query(copyTo(statement)) as Readable & { rowCount: number }
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    counted.hash.update(chunk)
    yield frame(chunk)
  }
  counted.rows += stream.rowCount
}

/** The walls hold for the owner too, unless it is a superuser: so each commissioner's rows are asked for by name, behind its own wall. */
function copies({ name, columns, hasCommissioner }: Table, commissionerIds: readonly string[]) {
  const list = columns.join(', ')
  const bound = (id: string) => `set local goldthread.commissioner = '${id}'; set local goldthread.purpose = 'sign-in'`
  if (!hasCommissioner) return [{ binding: bound(''), statement: `copy (select ${list} from ${name}) to stdout` }]
  return commissionerIds.map((id) => ({
    binding: bound(id),
    statement: `copy (select ${list} from ${name} where commissioner_id = '${id}') to stdout`,
  }))
}
