import { createReadStream } from 'node:fs'
import type { Logger } from 'pino'
import { contextOf } from './answering.ts'
import type { Workplace } from './commands.ts'
import { addCommissioner, listCommissioners } from './commissioners.ts'
import type { Configuration } from './configuration.ts'
import { inOneTransaction } from './db.ts'
import { Refused } from './errors.ts'
import type { Installation } from './installation.ts'
import type { Slots } from './slots.ts'

interface Surroundings {
  installation: Installation
  configuration: Configuration
  slots: Slots
  log: Logger
  publicUrl: string
  /** The moment; journeys move it. */
  clock?: () => Date
}

/** Where a command that needs the database works. */
export function workplaceIn(surroundings: Surroundings): Workplace {
  const { installation, configuration, slots, log, publicUrl, clock = () => new Date() } = surroundings
  const { database } = installation
  const commissioners = () => listCommissioners(database)
  return {
    ...outside,
    installation,
    configuration,
    publicUrl,
    commissioners,
    atOnce: (work) =>
      inOneTransaction(database.pool, (one) =>
        work(workplaceIn({ ...surroundings, installation: { ...installation, database: { ...one, pool: database.pool } } })),
      ),
    addCommissioner: (slug, name) => addCommissioner(database, { slug, name }),
    async within(slug, work, binding = {}) {
      const commissioner = (await commissioners()).find((known) => known.slug === slug)
      if (!commissioner) throw new Refused(`There is no commissioner with the short name ${slug}`)
      return database.within({ commissionerId: commissioner.id, ...binding }, (db) =>
        work(contextOf({ slots, log, clock, publicUrl }, db, commissioner, { kind: 'operator' })),
      )
    },
  }
}

const outside = {
  open: (file: string) => (file === '-' ? process.stdin : createReadStream(file)),
  write: (line: string) => void process.stderr.write(`${line}\n`),
  progress: process.stderr.isTTY ? drawBar : () => {},
}

/** Where a pure command works: it may read files and say things, and asking for the database is a fault of ours. */
export function workplaceWithoutDatabase(): Workplace {
  const none = (): never => {
    throw new Error('This command has no database')
  }
  return {
    within: none,
    atOnce: none,
    commissioners: none,
    addCommissioner: none,
    get installation() {
      return none()
    },
    get configuration() {
      return none()
    },
    publicUrl: '',
    ...outside,
  }
}

const width = 40

function drawBar(done: number, total: number | null) {
  const share = total ? Math.min(1, done / total) : 0
  const bar = total ? `[${'#'.repeat(Math.round(share * width)).padEnd(width)}] ${Math.floor(share * 100)}%  ` : ''
  process.stderr.write(`\r${bar}${done.toLocaleString('en-GB')}${total && done >= total ? '\n' : ''}`)
}
