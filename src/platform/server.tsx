import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import { assets, inlineScriptHash } from '#design'
import { answerRoute, type House, sendKept, sendPage } from './answering.ts'
import { answerCallbacks } from './callbacks.ts'
import { commissionerFinder, listCommissioners } from './commissioners.ts'
import type { Database } from './db.ts'
import { explain, notFound } from './failures.tsx'
import { megabyte } from './files.ts'
import type { Body } from './forms.ts'
import { healthRoutes } from './health.ts'
import { createPublicPages, type PublicPages } from './public-pages.ts'
import { failurePage } from './shell.tsx'
import type { Slots } from './slots.ts'
import { tidyBody } from './tidy.ts'
import { londonDate } from './time.ts'
import { maximumFiles, TooBusy, TooMuch } from './uploads.ts'
import { createWeb, type PageReply, type Route } from './web.tsx'

export interface ServerOptions {
  database: Database
  slots: Slots
  log: Logger
  /** The moment; tests move it. */
  clock?: () => Date
  /** Cookies only over https. */
  secure?: boolean
  /** Where people reach it, for those who read it by a feed. */
  publicUrl?: string
  /** The page at /, given the commissioners here. */
  frontPage: (commissioners: { slug: string; name: string }[]) => PageReply
}

export interface Server {
  fastify: FastifyInstance
  routes: readonly Route[]
  publicPages: PublicPages
}

const maximumForm = 512 * 1024

export async function createServer({
  database,
  slots,
  log,
  clock = () => new Date(),
  secure = false,
  publicUrl = '',
  frontPage,
}: ServerOptions): Promise<Server> {
  const fastify = Fastify({
    bodyLimit: maximumForm,
    forceCloseConnections: 'idle',
    http: { headersTimeout: 30_000 },
    // A photograph from a telephone in a valley takes its time.
    requestTimeout: 300_000,
    trustProxy: 'loopback',
    // An address that cannot be read, or is longer than any of ours, is an unknown address like others: a page says so.
    rewriteUrl: ({ url = '/' }) => (isReadable(url) ? url : '/%EF%BF%BD'),
    routerOptions: { maxParamLength: 16_384 },
  })
  // Forms and nothing else: another kind of body would be another way in.
  fastify.removeAllContentTypeParsers()
  const publicPages = createPublicPages()
  const house: House = { database, slots, log, clock, secure, publicUrl, publicPages, find: commissionerFinder(database) }

  // The two things a public page needs are asked first: is it kept, and has this browser got it already.
  fastify.addHook('onRequest', (request, reply, goOn) => {
    const reads = request.method === 'GET' || request.method === 'HEAD'
    const kept = reads ? publicPages.find(request.url, londonDate(clock())) : undefined
    if (kept) sendKept(kept, request, reply)
    else goOn()
  })

  await fastify.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", `'${inlineScriptHash}'`],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        mediaSrc: ["'self'"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    xFrameOptions: { action: 'deny' },
    // The default would empty Origin, by which posts from elsewhere are told apart.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
  })
  await fastify.register(cookie)
  await fastify.register(formbody, { bodyLimit: maximumForm })
  await fastify.register(compress, { global: true, threshold: 1024, encodings: ['br', 'gzip'] })
  fastify.addHook('preParsing', refuseCrossSite)

  for (const asset of assets)
    fastify.get(asset.path, (_, reply) =>
      reply.type(asset.type).header('cache-control', 'public, max-age=31536000, immutable').send(asset.bytes),
    )
  healthRoutes(fastify, database)
  fastify.get('/', async (request, reply) =>
    sendPage(house, reply, frontPage(await listCommissioners(database)), {
      shell: 'public',
      commissioner: null,
      actor: { kind: 'public' },
      address: request.url,
    }),
  )

  const elsewhere = async (request: FastifyRequest) => ({
    shell: 'public' as const,
    commissioner: (await house.find(request.url.split(/[/?]/)[1] ?? '').catch(() => undefined)) ?? null,
    actor: { kind: 'public' as const },
    address: request.url,
  })
  fastify.setNotFoundHandler(async (request, reply) => sendPage(house, reply, notFound(), await elsewhere(request)))
  fastify.setErrorHandler(async (error, request, reply) =>
    sendPage(
      house,
      reply.removeHeader('content-disposition'),
      explainFastify(error, log, request.body ? tidyBody(request.body) : undefined),
      await elsewhere(request),
    ),
  )
  const { web, routes, callbacks } = createWeb()
  for (const capability of slots.capabilities) capability.routes?.(web)
  const answer = (server: FastifyInstance, some: readonly Route[]) => {
    for (const route of some)
      server.route({
        method: route.method === 'get' ? 'GET' : 'POST',
        url: route.pattern,
        handler: (request, reply) => answerRoute(house, route, request, reply),
      })
  }
  answer(
    fastify,
    routes.filter(({ largest }) => largest === null),
  )
  // Only those that ask for files can be sent any: elsewhere such a body is refused before it is read.
  await fastify.register(async (server) => {
    await server.register(multipart)
    answer(
      server,
      routes.filter(({ largest }) => largest !== null),
    )
  })
  await fastify.register(async (server) => answerCallbacks(house, server, callbacks))
  return { fastify, routes, publicPages }
}

function isReadable(url: string) {
  if (!url.includes('%')) return true
  try {
    return decodeURIComponent(url.split('?')[0] ?? '') !== ''
  } catch {
    return false
  }
}

/** Forms may be posted from our own pages only: the browser says where from, and an older one says at least its origin. */
async function refuseCrossSite(request: FastifyRequest) {
  if (request.method === 'GET' || request.method === 'HEAD') return
  // Another program is no page: it says who it is, and its cookies are not looked at.
  if (request.routeOptions.config.fromPrograms) return
  const site = request.headers['sec-fetch-site']
  const origin = request.headers.origin
  const same =
    site !== undefined ? site === 'same-origin' : origin !== undefined && request.host !== '' && URL.parse(origin)?.host === request.host
  if (!same) throw Object.assign(new Error('posted from another site'), { statusCode: 403 })
}

function explainFastify(error: unknown, log: Logger, typed: Body | undefined): PageReply {
  const status = (error as { statusCode?: number }).statusCode
  if (status === 403)
    return failurePage(
      403,
      'This form did not come from our own page',
      <p>Nothing was saved. Open the page again from our own address and send the form from there.</p>,
    )
  if (error instanceof TooMuch)
    return failurePage(
      413,
      'Those files are too big to send at once',
      <p>
        Nothing was saved. You can send {maximumFiles} files, and {Math.floor(error.largest / megabyte)} MB in all. Go back and choose fewer
        or smaller files.
      </p>,
    )
  if (error instanceof TooBusy)
    return failurePage(
      503,
      'Too many files are being sent at the moment',
      <p>Nothing was saved. Wait a few minutes, then send them again.</p>,
    )
  if (status === 413)
    return failurePage(413, 'That is too much to send at once', <p>Nothing was saved. Go back and shorten what you typed.</p>)
  if (status === 429) return failurePage(429, 'Too many tries', <p>Wait a few minutes, then try again.</p>)
  if (status !== undefined && status >= 400 && status < 500)
    return failurePage(400, 'We could not read that', <p>Nothing was saved. Go back and try again.</p>)
  return explain(error, log, typed)
}
