import type { ClientConfig } from 'pg'
import { ownerName } from './cluster.ts'
import { type Home, port } from './home.ts'

/** What `pg.Client`, `pg.Pool` and everything above them need to connect. */
export interface PostgresAddress {
  /** A host's name, or the folder of a Unix socket. */
  host: string
  port: number
  user: string
  database: string
  password?: string
  ssl: NonNullable<ClientConfig['ssl']>
}

export const databaseName = 'goldthread'

// `ssl` is said aloud, since PGSSLMODE in a person's environment would otherwise ask a Unix socket for it.
export function addressIn(home: Home, user = ownerName, database = databaseName): PostgresAddress {
  return { host: home.sockets, port, user, database, ssl: false }
}

/** The same as a `postgresql://` address, which psql understands too. */
export function asUrl({ host, port, user, database, password }: PostgresAddress): string {
  const who = [user, ...(password ? [password] : [])].map(encodeURIComponent).join(':')
  return `postgresql://${who}@${encodeURIComponent(host)}:${port}/${encodeURIComponent(database)}`
}
