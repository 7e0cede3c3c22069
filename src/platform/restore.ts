import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { type BackupEnd, type BackupHead, format, framesOf } from './backup-file.ts'
import { listTables } from './backup-tables.ts'
import { Refused } from './errors.ts'

/** Bring a backup into an empty database of the same version, in one transaction: wholly or not at all. */
export async function restore(owner: pg.PoolConfig, file: Readable): Promise<BackupEnd> {
  const client = new pg.Client({ ...owner, options: '-c timezone=UTC' })
  await client.connect()
  client.on('error', () => {})
  const bytes = file.pipe(createGunzip())
  file.on('error', (error) => bytes.destroy(error))
  // Said again to whoever reads them; a file that is no gzip fails before anyone does.
  bytes.on('error', () => {})
  try {
    await client.query('begin')
    const end = await bringIn(client, framesOf(bytes))
    await client.query('commit')
    return end
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw isBroken(error)
      ? new Refused('This file is not a whole backup: it is cut short or damaged. Nothing was restored. Use another copy of it.')
      : error
  } finally {
    bytes.destroy()
    file.destroy()
    await client.end()
  }
}

async function bringIn(client: pg.Client, frames: AsyncGenerator<Buffer>): Promise<BackupEnd> {
  const head = headOf(await nextOf(frames))
  await checkVersion(client, head)
  const known = await listTables(client)
  const walled = known.map(({ name }) => name)
  // The walls would hide rows from their own owner; they are up again before anyone else can see these.
  for (const name of walled) await client.query(`alter table ${name} no force row level security`)
  for (const name of walled)
    if ((await client.query(`select 1 from ${name} limit 1`)).rowCount)
      throw new Refused('This database is not empty. Restore into a new, empty database.')

  const found: BackupEnd = { tables: {} }
  for (const { name, columns } of head.tables) {
    const table = known.find((one) => one.name === name)
    if (!table || !columns.every((column) => table.columns.includes(column))) throw new RangeError(`No table ${name} with these columns`)
    found.tables[name] = await bringInTable(client, `copy ${name} (${columns.join(', ')}) from stdin`, frames)
  }
  const end = JSON.parse((await nextOf(frames)).toString()) as BackupEnd
  for (const { name } of head.tables)
    if (end.tables[name]?.rows !== found.tables[name]?.rows || end.tables[name]?.sha256 !== found.tables[name]?.sha256)
      throw new RangeError(`The rows of ${name} are not those that were backed up`)
  if (!(await frames.next()).done) throw new RangeError('More follows after the end')

  for (const name of walled) await client.query(`alter table ${name} force row level security`)
  return found
}

async function bringInTable(client: pg.Client, statement: string, frames: AsyncGenerator<Buffer>) {
  const hash = createHash('sha256')
  const stream = client.query(copyFrom(statement))
  async function* rows() {
    for (let bytes = await nextOf(frames); bytes.length > 0; bytes = await nextOf(frames)) {
      hash.update(bytes)
      yield bytes
    }
  }
  await pipeline(Readable.from(rows()), stream)
  return { rows: stream.rowCount ?? 0, sha256: hash.digest('hex') }
}

async function checkVersion(client: pg.Client, head: BackupHead) {
  const { rows } = await client.query<{ name: string }>('select name from migrations')
  const ours = new Set(rows.map(({ name }) => name))
  const newer = head.migrations.find((name) => !ours.has(name))
  if (newer) throw new Refused(`This backup was made by a newer Goldthread (it has ${newer}): install that version, then restore it there.`)
  if (ours.size > head.migrations.length)
    throw new Refused(
      `This backup was made by an older Goldthread, on ${head.madeAt.slice(0, 10)}: restore it with that version, then start this one on the same database, which brings it up to date.`,
    )
}

async function nextOf(frames: AsyncGenerator<Buffer>): Promise<Buffer> {
  const next = await frames.next()
  if (next.done) throw new RangeError('The file breaks off')
  return next.value
}

function headOf(bytes: Buffer): BackupHead {
  const head = JSON.parse(bytes.toString()) as BackupHead
  if (head.format !== format) throw new RangeError(`Not the format ${format}`)
  return head
}

/** gzip, JSON or our own frames do not hold; or the rows do not fit their table, which whole backups always do. */
const isBroken = (error: unknown) =>
  error instanceof RangeError ||
  error instanceof SyntaxError ||
  /^(Z_|ERR_STREAM_PREMATURE_CLOSE|22|23)/.test(String((error as { code?: unknown }).code ?? ''))
