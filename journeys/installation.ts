import { mkdtempSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { SMTPServer } from 'smtp-server'
import { frontPage, slots } from '../src/app.ts'
import { readConfiguration } from '../src/platform/configuration.ts'
import { checkWalls, connect } from '../src/platform/db.ts'
import type { Installation } from '../src/platform/installation.ts'
import { createLog } from '../src/platform/logs.ts'
import { migrate } from '../src/platform/migrate.ts'
import { startDisposable } from '../src/platform/postgres/disposable.ts'
import { serve } from '../src/platform/serve.ts'
import { workplaceIn } from '../src/platform/workplace.ts'

export interface Letter {
  to: string
  text: string
  /** The first link in it, as a path. */
  link: string
}

/** A mail server that keeps what it is given. */
export async function openPostOffice() {
  const letters: Letter[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      let raw = ''
      stream.setEncoding('utf8')
      stream.on('data', (part: string) => (raw += part))
      stream.on('end', () => {
        // Undo quoted-printable, so that links are whole.
        const text = raw
          .replaceAll(/=\r?\n/g, '')
          .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
        const link = /https?:\/\/[^/\s]+(\/\S*)/.exec(text)?.[1] ?? ''
        letters.push({ to: session.envelope.rcptTo[0]?.address ?? '', text, link })
        done()
      })
    },
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()))
  const { port } = server.server.address() as AddressInfo
  return {
    letters,
    url: `smtp://127.0.0.1:${port}`,
    /** The latest letter to someone, waited for. */
    async letterTo(address: string, { after = 0 } = {}): Promise<Letter> {
      for (let tries = 0; tries < 150; tries += 1) {
        const letter = letters.slice(after).findLast(({ to }) => to === address)
        if (letter) return letter
        await new Promise((soon) => setTimeout(soon, 100))
      }
      throw new Error(`No letter came for ${address}`)
    },
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  }
}

/** A whole installation of its own, with a clock that the journey moves and a mail server that keeps every letter. */
export async function openInstallationForJourney() {
  const postgres = await startDisposable()
  const name = await postgres.createDatabase()
  const owner = postgres.owner(name)
  await migrate(owner)
  const database = connect(owner)
  await checkWalls(database.pool)
  const postOffice = await openPostOffice()
  const configuration = readConfiguration({
    SMTP_URL: postOffice.url,
    MAIL_FROM: 'goldthread@example.org',
    GOLDTHREAD_DATA: mkdtempSync(join(tmpdir(), 'goldthread-journey-')),
    GOLDTHREAD_LOG: 'error',
  })
  const log = createLog('error')
  const installation: Installation = { database, owner, embedded: false, close: async () => {} }
  const time = { now: new Date() }
  const running = await serve({
    configuration,
    installation,
    slots,
    log,
    frontPage,
    host: '127.0.0.1',
    port: 0,
    worker: true,
    clock: () => time.now,
  })
  const intruder = new pg.Pool({ ...owner, max: 1 })
  intruder.on('error', () => {})
  return {
    origin: running.address,
    postOffice,
    time,
    place: workplaceIn({ installation, configuration, slots, log, publicUrl: running.publicUrl, clock: () => time.now }),
    /** What someone with the owner's way into the database can do. */
    psql: (text: string, values?: unknown[]) => intruder.query(text, values),
    async close() {
      await running.stop()
      await intruder.end()
      await database.close()
      await postOffice.close()
      await postgres.stop()
    },
  }
}
