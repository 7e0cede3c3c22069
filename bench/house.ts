import { createReadStream } from 'node:fs'
import pg from 'pg'
import pino from 'pino'
import { contextOf } from '../src/platform/answering.ts'
import type { Workplace } from '../src/platform/commands.ts'
import type { Commissioner, Context } from '../src/platform/context.ts'
import { connect, type Database } from '../src/platform/db.ts'
import { newId } from '../src/platform/ids.ts'
import { migrate } from '../src/platform/migrate.ts'
import { startDisposable } from '../src/platform/postgres/disposable.ts'
import type { Slots } from '../src/platform/slots.ts'

export interface BenchHouse {
  database: ReturnType<typeof connect>
  commissioner: Commissioner
  /** Work as the operator, in one transaction. */
  within<T>(work: (ctx: Context) => Promise<T>): Promise<T>
  place: Workplace
  /** A connection of the database's owner, without any wall. */
  owner(): Promise<pg.Client>
  close(): Promise<void>
}

/** A database of its own, migrated, with one commissioner in it; on the server that TEST_DATABASE_URL names, where it names one. */
export async function openHouse(slots: Slots, { max = 16 } = {}): Promise<BenchHouse> {
  const postgres = await startDisposable()
  const name = await postgres.createDatabase()
  await migrate(postgres.owner(name))
  const database = connect(postgres.owner(name), { max })
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
    async owner() {
      const client = new pg.Client(postgres.owner(name))
      await client.connect()
      return client
    },
    async close() {
      await database.close()
      await postgres.stop()
    },
  }
}
