import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { StartFault } from './errors.ts'

const folder = fileURLToPath(new URL('../../migrations', import.meta.url))
// Any number will do, so long as it is ours: one migration at a time per database.
const lock = 7_404_417

/** Apply, in name order, each SQL file not yet applied, as the owner of the database. Returns the names applied. */
export async function migrate(owner: pg.PoolConfig): Promise<string[]> {
  const pool = new pg.Pool({ ...owner, max: 2 })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  try {
    const client = await pool.connect()
    try {
      await client.query('select pg_advisory_lock($1)', [lock])
      await client.query('create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())')
      const { rows } = await client.query<{ name: string }>('select name from migrations')
      const applied = new Set(rows.map((row) => row.name))
      const known = readdirSync(folder)
        .filter((name) => name.endsWith('.sql'))
        .sort()
      const strange = [...applied].find((name) => !known.includes(name))
      if (strange)
        throw new StartFault(
          `This database was made by a newer Goldthread (it has ${strange}): install that version, or point to another database.`,
        )
      await runMigrations({ pgPool: pool })
      const missing = known.filter((name) => !applied.has(name))
      for (const name of missing) await apply(client, name)
      return missing
    } finally {
      await client.query('select pg_advisory_unlock($1)', [lock]).catch(() => {})
      client.release()
    }
  } finally {
    await pool.end()
  }
}

async function apply(client: pg.ClientBase, name: string) {
  await client.query("begin; set local lock_timeout = '5s'")
  try {
    await client.query(readFileSync(join(folder, name), 'utf8'))
    await client.query('insert into migrations (name) values ($1)', [name])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${name} failed`, { cause: error })
  }
}
