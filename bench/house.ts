import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import pino from 'pino'
import { emptyFolder, type Surroundings } from '../src/platform/another-goldthread.ts'
import { contextOf } from '../src/platform/answering.ts'
import type { Workplace } from '../src/platform/commands.ts'
import type { Commissioner, Context } from '../src/platform/context.ts'
import { connect, type Database } from '../src/platform/db.ts'
import { newId } from '../src/platform/ids.ts'
import { migrate } from '../src/platform/migrate.ts'
import { startDisposable } from '../src/platform/postgres/disposable.ts'
import { asUrl, type PostgresAddress, startPostgres } from '../src/platform/postgres/index.ts'
import type { Slots } from '../src/platform/slots.ts'

export interface BenchHouse {
  database: ReturnType<typeof connect>
  commissioner: Commissioner
  /** Work as the operator, in one transaction. */
  within<T>(work: (ctx: Context) => Promise<T>): Promise<T>
  place: Workplace
  /** With which another Goldthread finds the same database. */
  surroundings: Surroundings
  /** A connection of the database's owner, without any wall. */
  owner(): Promise<pg.Client>
  close(): Promise<void>
}

interface BenchDatabase {
  address: PostgresAddress
  surroundings: Surroundings
  drop(): Promise<void>
}

/** On the server that TEST_DATABASE_URL names, where it names one; else on the PostgreSQL of tests, which keeps nothing, or of installations, which keeps everything. */
async function makeDatabase(lasting: boolean): Promise<BenchDatabase> {
  if (lasting && !process.env.TEST_DATABASE_URL) {
    const data = join(emptyFolder(), 'data')
    const postgres = await startPostgres(join(data, 'postgres'))
    return { address: postgres.owner, surroundings: { GOLDTHREAD_DATA: data }, drop: postgres.stop }
  }
  const postgres = await startDisposable()
  const address = postgres.owner(await postgres.createDatabase())
  return { address, surroundings: { DATABASE_URL: asUrl(address) }, drop: postgres.stop }
}

/** A database of its own, migrated, with one commissioner in it. In a `lasting` one every commit is on the disk before it is acknowledged. */
export async function openHouse(slots: Slots, { max = 16, lasting = false } = {}): Promise<BenchHouse> {
  const { address, surroundings, drop } = await makeDatabase(lasting)
  await migrate(address)
  const database = connect(address, { max })
  const commissioner = { id: newId(), slug: 'benchshire', name: 'NHS Benchshire' }
  await database.within({ commissionerId: commissioner.id }, (db) =>
    db
      .insertInto('commissioners')
      .values({ ...commissioner, added_at: new Date() })
      .execute(),
  )
  const log = pino({ level: 'silent' })
  const within: BenchHouse['within'] = (work) =>
    (database as Database).within({ commissionerId: commissioner.id }, (db) =>
      work(contextOf({ slots, log, clock: () => new Date() }, db, commissioner, { kind: 'operator' })),
    )
  return {
    database,
    commissioner,
    within,
    place: {
      within: (_: string, work: Parameters<typeof within>[0]) => within(work),
      open: createReadStream,
      write() {},
      progress() {},
    } as unknown as Workplace,
    surroundings,
    async owner() {
      const client = new pg.Client(address)
      await client.connect()
      return client
    },
    async close() {
      await database.close()
      await drop()
    },
  }
}
