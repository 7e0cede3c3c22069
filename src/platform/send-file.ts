import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FastifyReply } from 'fastify'
import type { Logger } from 'pino'
import type { Context } from './context.ts'
import { faultOf } from './failures.tsx'
import type { Reply } from './web.tsx'

interface Reading {
  log: Logger
  /** One transaction that changes nothing. */
  within(work: (ctx: Context) => Promise<void>): Promise<void>
}

/** Bytes to save, read from the database as fast as they are taken. */
export function sendFile(reply: FastifyReply, file: Extract<Reply, { kind: 'file' }>, { log, within }: Reading) {
  const stream = new PassThrough()
  within((ctx) => pipeline(file.parts(ctx), stream)).catch((error) => {
    log.warn(faultOf(error), 'a file was not sent to its end')
    // A file that breaks off must not look whole: the connection is cut.
    stream.destroy(error as Error)
  })
  return reply
    .type(file.type)
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename="${file.name.replaceAll(/[^\w.-]+/g, '-')}"`)
    .send(stream)
}
