import { once } from 'node:events'
import { createServer as createTrial } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import type { Logger } from 'pino'
import type { Configuration } from './configuration.ts'
import { StartFault } from './errors.ts'
import type { Installation } from './installation.ts'
import { smtpPostman } from './postman.ts'
import type { PublicPages } from './public-pages.ts'
import { createServer, type ServerOptions } from './server.tsx'
import type { Slots } from './slots.ts'
import { startWorker } from './worker.ts'

interface Serving {
  configuration: Configuration
  installation: Installation
  slots: Slots
  log: Logger
  frontPage: ServerOptions['frontPage']
  host: string
  port: number
  worker: boolean
  clock?: () => Date
}

/** Web and worker in one process, until `stop`. Answers with the address it serves. */
export async function serve({ configuration, installation, slots, log, frontPage, host, port, worker, clock }: Serving) {
  const { database, owner } = installation
  const server = await createServer({
    database,
    slots,
    log,
    clock,
    frontPage,
    secure: configuration.publicUrl?.startsWith('https://') ?? false,
    publicUrl: configuration.publicUrl ?? '',
  })
  const stops: (() => Promise<unknown>)[] = []
  const stop = async () => {
    for (const one of stops) await one()
  }
  try {
    const listening = await listenForChanges(owner, server.publicPages)
    stops.unshift(listening.stop)
    const address = await listen(server.fastify, host, port)
    stops.unshift(() => server.fastify.close())
    const publicUrl = configuration.publicUrl ?? address
    if (worker) stops.splice(1, 0, (await doJobs({ configuration, installation, slots, log, clock, publicUrl })).stop)
    return { address, publicUrl, server, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The worker alone, until `stop`. */
export async function doJobs({
  configuration,
  installation,
  slots,
  log,
  clock,
  publicUrl,
}: Pick<Serving, 'configuration' | 'installation' | 'slots' | 'log' | 'clock'> & { publicUrl: string }) {
  const { database, owner } = installation
  const postman = configuration.smtpUrl ? smtpPostman({ smtpUrl: configuration.smtpUrl, mailFrom: configuration.mailFrom }) : null
  const running = await startWorker({ database, owner, slots, log, clock, postman, publicUrl })
  return {
    async stop() {
      await running.stop()
      postman?.close()
    },
  }
}

/** Refuse a port we cannot have, before any work is done for it. */
export async function checkPort(host: string, port: number) {
  const trial = createTrial()
  try {
    await once(trial.listen({ host, port, exclusive: true }), 'listening')
  } catch (error) {
    throw portFault(error, host, port)
  } finally {
    if (trial.listening) await once(trial.close(), 'close')
  }
}

async function listen(fastify: Awaited<ReturnType<typeof createServer>>['fastify'], host: string, port: number): Promise<string> {
  try {
    return await fastify.listen({ host, port, listenTextResolver: () => '' })
  } catch (error) {
    throw portFault(error, host, port)
  }
}

function portFault(error: unknown, host: string, port: number): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') return new StartFault(`Port ${port} is already in use: stop what uses it, or choose another with --port.`)
  if (code === 'EACCES') return new StartFault(`Port ${port} may not be used by this account: choose one above 1023 with --port.`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new StartFault(`This machine has no address ${host}: choose another with --host.`)
  return error
}

/** Drop kept pages when any node changes what they show; keep none while word of it cannot reach us. */
async function listenForChanges(owner: pg.PoolConfig, publicPages: PublicPages) {
  let stopped = false
  let current: pg.Client | undefined
  const connect = async (): Promise<void> => {
    const client = new pg.Client({ ...owner, options: '-c role=goldthread_app', keepAlive: true })
    client.on('notification', ({ payload }) => publicPages.clear(payload))
    client.on('error', () => {})
    current = client
    await client.connect()
    await client.query('listen goldthread_public_pages')
    client.once('end', () => void (!stopped && again()))
    publicPages.setDeaf(false)
  }
  const again = async (): Promise<void> => {
    publicPages.setDeaf(true)
    while (!stopped) {
      await setTimeout(500, undefined, { ref: false })
      const back = await connect().then(
        () => true,
        () => current?.end().catch(() => {}),
      )
      if (back) return
    }
  }
  await connect()
  return {
    async stop() {
      stopped = true
      await current?.end().catch(() => {})
    },
  }
}
