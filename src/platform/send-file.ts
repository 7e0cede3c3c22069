import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import type { Context } from './context.ts'
import { faultOf } from './failures.tsx'
import type { FileReply, Follow, Span } from './web.tsx'

interface Reading {
  log: Logger
  /** One transaction that changes nothing. */
  within(work: (ctx: Context) => Promise<void>): Promise<void>
  /** One that may write. */
  aside(work: (ctx: Context) => Promise<void>): Promise<void>
}

/** Bytes to save or to show, read from the database as fast as they are taken. */
export function sendFile(request: FastifyRequest, reply: FastifyReply, file: FileReply, reading: Reading) {
  const { log, within } = reading
  reply.type(file.type)
  if (file.shown) {
    // An address stands for the same bytes for ever; a day, so that what is taken away is soon gone.
    reply.header('cache-control', `${file.shown === 'to everyone' ? 'public' : 'private'}, max-age=86400, immutable`)
    // Opened by itself it can do nothing, whatever a browser takes it for.
    reply.header('content-security-policy', "default-src 'none'; sandbox")
    reply.header('content-disposition', 'inline')
  } else reply.header('cache-control', 'no-store').header('content-disposition', attachment(file.name))

  const span = file.size === undefined ? null : spanOf(request.headers.range, file.size)
  if (file.size !== undefined) {
    reply.header('accept-ranges', 'bytes')
    if (span === 'beyond') return reply.code(416).header('content-range', `bytes */${file.size}`).send()
    if (span) reply.code(206).header('content-range', `bytes ${span.from}-${span.to}/${file.size}`)
    reply.header('content-length', span ? span.to - span.from + 1 : file.size)
  }
  const stream = new PassThrough()
  const sending = within((ctx) => pipeline(span && span !== 'beyond' ? file.parts(ctx, span) : file.parts(ctx), stream))
  if (file.follow) followTo(sending, file.follow, reading)
  sending.catch((error) => {
    log.warn(faultOf(error), 'a file was not sent to its end')
    // A file that breaks off must not look whole: the connection is cut.
    stream.destroy(error as Error)
  })
  return reply.send(stream)
}

// Often enough for whoever watches, seldom enough to cost nothing.
const every = 2000

function followTo(sending: Promise<void>, { going, ended }: Follow, { log, aside }: Reading) {
  const warn = (error: unknown) => log.warn(faultOf(error), 'how a file was sent was not written down')
  let told: Promise<void> = Promise.resolve()
  const tell = (work: (ctx: Context) => Promise<void>) => {
    told = told.then(() => aside(work)).catch(warn)
  }
  const clock = setInterval(() => tell(going), every)
  const end = (whole: boolean) => {
    clearInterval(clock)
    tell((ctx) => ended(ctx, whole))
  }
  sending.then(
    () => end(true),
    () => end(false),
  )
}

/** RFC 6266: in plain letters, and as it is where it holds others. */
function attachment(name: string) {
  const plain = `attachment; filename="${name.replaceAll(/[^\w.-]+/g, '-')}"`
  if (/^[ -~]*$/.test(name)) return plain
  return `${plain}; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)}`
}

/** The one span that a Range header asks for (RFC 9110 section 14.2), as players of films do; null where all of it is to be sent. */
function spanOf(header: string | undefined, size: number): Span | 'beyond' | null {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (first === '' && last === '') return null
  // "-500": the last five hundred.
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (first !== '' && last !== '' && Number(last) < from) return null
  return from < size && from <= to ? { from, to } : 'beyond'
}
