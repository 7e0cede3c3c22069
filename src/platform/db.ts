import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { StartFault } from './errors.ts'
import { isId } from './ids.ts'
import type { Owned, Views } from './schema.ts'
import { nameOf } from './statement-names.ts'

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
  /** The database itself refuses any change. */
  readOnly?: boolean
  /** Everything read in it is as it was at one moment, however long it takes. Inside another transaction it is as that one is. */
  snapshot?: boolean
}

/** The one way to the database: work in one transaction, bound to one commissioner; undone when the work throws, or when `keep` says so of its result. */
export interface Database {
  within<T>(binding: Binding, work: (db: AnyDb) => Promise<T>, keep?: (result: T) => boolean): Promise<T>
  close(): Promise<void>
}

/** The connection broke while a commit was under way: nobody can say whether it was done. */
export class CommitInDoubt extends Error {}

const always = () => true

const bind = ({ commissionerId, signingIn, readOnly }: Binding) => {
  if (commissionerId !== null && !isId(commissionerId)) throw new Error('Not an id of a commissioner')
  const walls = `set local goldthread.commissioner = '${commissionerId ?? ''}'; set local goldthread.purpose = '${signingIn ? 'sign-in' : ''}'`
  return readOnly ? `${walls}; set local transaction_read_only = on` : walls
}

/** Kysely over one client that is already in a transaction of ours. */
function over(client: pg.ClientBase): AnyDb {
  const connection = {
    query: (text: string, values: unknown[]) => client.query(values.length === 0 ? { text } : { text, values, name: nameOf(text) }),
    release: () => {},
  }
  const pool = { connect: async () => connection, end: async () => {} }
  return new Kysely({ dialect: new PostgresDialect({ pool: pool as unknown as pg.Pool }) })
}

export function connect(connection: pg.PoolConfig, { max = 16 } = {}): Database & { pool: pg.Pool } {
  const pool = new pg.Pool({ ...connection, max, options: '-c role=goldthread_app -c timezone=UTC', connectionTimeoutMillis: 10_000 })
  // A server that restarts drops idle clients; without a listener that would end the whole program.
  pool.on('error', () => {})
  // Nor does one that is in the middle of our work: its next query says so.
  pool.on('connect', (client) => client.on('error', () => {}))
  return {
    pool,
    async within(binding, work, keep = always) {
      const client = await pool.connect()
      let broken: Error | undefined
      try {
        await client.query(`begin${binding.snapshot ? ' isolation level repeatable read' : ''}; ${bind(binding)}`)
        const result = await work(over(client))
        await (keep(result) ? commit(client) : client.query('rollback'))
        return result
      } catch (error) {
        if (isOutOfDate(error)) broken = error
        await client.query('rollback').catch((fault) => (broken = fault))
        throw error
      } finally {
        client.release(broken)
      }
    },
    close: () => pool.end(),
  }
}

// A migration changed what a statement gives that this connection had prepared: the next one prepares it anew.
const isOutOfDate = (error: unknown): error is Error => (error as { code?: unknown }).code === '0A000'

async function commit(client: pg.ClientBase) {
  const { command } = await client.query('commit').catch((cause) => {
    throw cause.severity === 'ERROR' ? cause : new CommitInDoubt('The connection broke during a commit', { cause })
  })
  // After a query that failed the database answers a commit with ROLLBACK, and calls that no error.
  if (command !== 'COMMIT') throw new Error('A query failed and its fault was passed over, so nothing was kept')
}

/** All or nothing: each piece of work is a savepoint in one transaction. */
export async function inOneTransaction<T>(pool: pg.Pool, work: (database: Database) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    const result = await work(nested(client))
    await commit(client)
    return result
  } catch (error) {
    await client.query('rollback').catch((fault) => (broken = fault))
    throw error
  } finally {
    client.release(broken)
  }
}

/** Every piece of work a savepoint in the transaction that this client is in; tests undo it at the end. */
export function nested(client: pg.ClientBase): Database {
  const db = over(client)
  let turn: Promise<unknown> = Promise.resolve()
  return {
    within(binding, work, keep = always) {
      const mine = turn.then(async () => {
        await client.query(`savepoint work; ${bind(binding)}`)
        try {
          const result = await work(db)
          await client.query(keep(result) ? 'release savepoint work' : 'rollback to savepoint work; release savepoint work')
          return result
        } catch (error) {
          await client.query('rollback to savepoint work; release savepoint work')
          throw error
        }
      })
      turn = mine.catch(() => {})
      return mine
    },
    // A file may still be read after its last byte was sent.
    close: async () => void (await turn),
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
    throw new StartFault(
      'The database role goldthread_app must be an ordinary role that owns nothing; Goldthread does not start with more power than that.',
    )
  if (role.open_tables > 0)
    throw new StartFault('A table of this database stands outside the walls between commissioners; Goldthread does not start.')
}
