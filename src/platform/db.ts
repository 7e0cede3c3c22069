import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { StartFault } from './errors.ts'
import { isId } from './ids.ts'
import type { Owned, Views } from './schema.ts'

// Dates without times stay as text: a closing date has no time zone. Counts are far below 2^53.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

type Everything = { [Owner in keyof Owned]: Owned[Owner] }[keyof Owned]
type Joined<Union> = (Union extends unknown ? (part: Union) => void : never) extends (all: infer All) => void ? All : never

/** What a context carries. Each capability narrows it to its own. */
export type AnyDb = Kysely<Joined<Everything> & Views>

/** What a capability's queries may touch: its own tables, and the views that others publish. A breach does not compile. */
export type Db<Owner extends keyof Owned> = Kysely<Owned[Owner] & Views>

export interface Binding {
  /** The commissioner whose rows show; null shows none. */
  commissionerId: string | null
  /** Opens the installation's accounts to this transaction. */
  signingIn?: boolean
}

/** The one way to the database: work in one transaction, bound to one commissioner. */
export interface Database {
  within<T>(binding: Binding, work: (db: AnyDb) => Promise<T>): Promise<T>
  close(): Promise<void>
}

const bind = ({ commissionerId, signingIn }: Binding) => {
  if (commissionerId !== null && !isId(commissionerId)) throw new Error('Not an id of a commissioner')
  return `set local goldthread.commissioner = '${commissionerId ?? ''}'; set local goldthread.purpose = '${signingIn ? 'sign-in' : ''}'`
}

/** Kysely over one client that is already in a transaction of ours. */
function over(client: pg.ClientBase): AnyDb {
  const connection = { query: (...args: Parameters<typeof client.query>) => client.query(...args), release: () => {} }
  const pool = { connect: async () => connection, end: async () => {} }
  return new Kysely({ dialect: new PostgresDialect({ pool: pool as unknown as pg.Pool }) })
}

export function connect(connection: pg.PoolConfig, { max = 16 } = {}): Database & { pool: pg.Pool } {
  const pool = new pg.Pool({ ...connection, max, options: '-c role=goldthread_app -c timezone=UTC', connectionTimeoutMillis: 10_000 })
  // A server that restarts drops idle clients; without a listener that would end the whole program.
  pool.on('error', () => {})
  return {
    pool,
    async within(binding, work) {
      const client = await pool.connect()
      let broken: Error | undefined
      try {
        await client.query(`begin; ${bind(binding)}`)
        const result = await work(over(client))
        await client.query('commit')
        return result
      } catch (error) {
        await client.query('rollback').catch((fault) => (broken = fault))
        throw error
      } finally {
        client.release(broken)
      }
    },
    close: () => pool.end(),
  }
}

/** Every request a savepoint in one transaction that is undone at the end: for tests. */
export function connectToUndo(client: pg.ClientBase): Database {
  const db = over(client)
  let turn: Promise<unknown> = Promise.resolve()
  return {
    within(binding, work) {
      const mine = turn.then(async () => {
        await client.query(`savepoint work; ${bind(binding)}`)
        try {
          const result = await work(db)
          await client.query(`release savepoint work`)
          return result
        } catch (error) {
          await client.query('rollback to savepoint work; release savepoint work')
          throw error
        }
      })
      turn = mine.catch(() => {})
      return mine
    },
    close: async () => {},
  }
}

/** Refuse to run with more power than the walls can hold: a superuser passes row-level security silently. */
export async function checkWalls(pool: pg.Pool) {
  const { rows } = await pool.query(`
    select current_user as name, rolsuper, rolbypassrls,
      (select count(*) from pg_class where relowner = pg_roles.oid and relnamespace::regnamespace::text not like 'pg_%') as owned,
      (select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('public', 'accounts') and c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity) and c.relname <> 'migrations') as open_tables
    from pg_roles where rolname = current_user`)
  const [role] = rows
  if (role?.name !== 'goldthread_app' || role.rolsuper || role.rolbypassrls || role.owned > 0)
    throw new StartFault('The database role goldthread_app must be an ordinary role that owns nothing; Goldthread does not start with more power than that.')
  if (role.open_tables > 0) throw new StartFault('A table of this database stands outside the walls between commissioners; Goldthread does not start.')
}
