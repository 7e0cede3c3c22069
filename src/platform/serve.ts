import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import type { Logger } from 'pino'
import type { Configuration } from './configuration.ts'
import { StartFault } from './errors.ts'
import type { Installation } from './installation.ts'
import { smtpPostman } from './mail.ts'
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
  const server = await createServer({ database, slots, log, clock, frontPage, secure: configuration.publicUrl?.startsWith('https://') ?? false })
  const address = await listen(server.fastify, host, port)
  const publicUrl = configuration.publicUrl ?? address
  const listening = await listenForChanges(owner, server.publicPages)
  const running = worker ? await doJobs({ configuration, installation, slots, log, clock, publicUrl }) : null
  return {
    address,
    publicUrl,
    server,
    async stop() {
      await server.fastify.close()
      await running?.stop()
      await listening.stop()
    },
  }
}

/** The worker alone, until `stop`. */
export async function doJobs({ configuration, installation, slots, log, clock, publicUrl }: Pick<Serving, 'configuration' | 'installation' | 'slots' | 'log' | 'clock'> & { publicUrl: string }) {
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

async function listen(fastify: Awaited<ReturnType<typeof createServer>>['fastify'], host: string, port: number): Promise<string> {
  try {
    return await fastify.listen({ host, port, listenTextResolver: () => '' })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') throw new StartFault(`Port ${port} is already in use: stop what uses it, or choose another with --port.`)
    if (code === 'EACCES') throw new StartFault(`Port ${port} may not be used by this account: choose one above 1023 with --port.`)
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw new StartFault(`This machine has no address ${host}: choose another with --host.`)
    throw error
  }
}

/** Drop kept pages when any node changes what they show; all of them whenever we may have missed word of it. */
async function listenForChanges(owner: pg.PoolConfig, publicPages: PublicPages) {
  let stopped = false
  let current: pg.Client | undefined
  const connect = async (): Promise<void> => {
    const client = new pg.Client({ ...owner, options: '-c role=goldthread_app' })
    client.on('notification', ({ payload }) => publicPages.clear(payload))
    client.on('error', () => {})
    await client.connect()
    await client.query('listen goldthread_public_pages')
    client.on('end', () => void (!stopped && again()))
    current = client
    publicPages.clear()
  }
  const again = async (): Promise<void> => {
    publicPages.clear()
    while (!stopped) {
      await setTimeout(500, undefined, { ref: false })
      const back = await connect().then(() => true, () => false)
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
