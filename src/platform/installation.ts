import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import type { Configuration } from './configuration.ts'
import { checkWalls, connect, type Database } from './db.ts'
import { StartFault } from './errors.ts'
import { migrate } from './migrate.ts'
import { startPostgres } from './postgres/index.ts'

export interface Installation {
  database: Database & { pool: pg.Pool }
  /** The owner of the tables: for migrations, backup and the bookkeeping of jobs. */
  owner: pg.PoolConfig
  embedded: boolean
  close(): Promise<void>
}

/** Reach the database, start it if it is ours to start, bring it up to date, and check the walls. */
export async function openInstallation(configuration: Configuration, say: (line: string) => void): Promise<Installation> {
  const { owner, embedded, stop } = await reach(configuration, say)
  const database = connect(owner)
  try {
    await migrate(owner)
    await checkWalls(database.pool)
  } catch (error) {
    await database.close()
    await stop()
    throw asStartFault(error)
  }
  return {
    database,
    owner,
    embedded,
    async close() {
      await database.close()
      await stop()
    },
  }
}

async function reach({ databaseUrl, dataFolder }: Configuration, say: (line: string) => void) {
  if (databaseUrl) return { owner: { connectionString: databaseUrl } satisfies pg.PoolConfig, embedded: false, stop: async () => {} }
  try {
    mkdirSync(dataFolder, { recursive: true })
  } catch (error) {
    throw new StartFault(
      `The data folder ${dataFolder} cannot be made (${(error as NodeJS.ErrnoException).code}): choose another with GOLDTHREAD_DATA.`,
    )
  }
  const running = await startPostgres(join(dataFolder, 'postgres'), { log: say })
  return { owner: running.owner as pg.PoolConfig, embedded: true, stop: () => running.stop() }
}

function asStartFault(error: unknown): unknown {
  const { code: own, cause } = error as { code?: unknown; cause?: { code?: unknown } }
  const code = String(own ?? cause?.code ?? '')
  if (['ECONNREFUSED', 'ENOTFOUND', 'ENOENT', 'ETIMEDOUT', 'EAI_AGAIN'].includes(code))
    return new StartFault('No PostgreSQL server answers at DATABASE_URL: start it, or correct the address.')
  if (code === '28P01' || code === '28000')
    return new StartFault('The PostgreSQL server does not accept the user or password in DATABASE_URL.')
  if (code === '3D000') return new StartFault('The database named in DATABASE_URL does not exist: make it first.')
  if (code === '42501')
    return new StartFault(
      'The user in DATABASE_URL may not make tables or roles: let it own the database, and either give it CREATEROLE or make the role goldthread_app and grant it to that user.',
    )
  if (code === '55P03') return new StartFault('The database is too busy to be brought up to date now: try again. Nothing was half-done.')
  if (code === '53100') return new StartFault('The disk of the database is full: make room, then try again. Nothing was half-done.')
  return error
}
