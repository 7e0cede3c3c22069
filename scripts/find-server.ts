import { userInfo } from 'node:os'
import pg from 'pg'

/** Can this address be entered without a password, by a user who may make and drop databases? */
async function serves(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query(
      'select rolsuper or (rolcreatedb and rolcreaterole) as able from pg_roles where rolname = current_user',
    )
    return rows[0].able
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

// Prints the address of a PostgreSQL server on this machine that the tests may use; nothing when there is none.
for (const user of new Set(['postgres', userInfo().username])) {
  const url = `postgres://${user}@127.0.0.1:5432/postgres`
  if (!(await serves(url))) continue
  console.log(url)
  break
}
