import { once } from 'node:events'
import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { Logger } from 'pino'
import type { Actor, Commissioner, Context } from './context.ts'
import type { AnyDb, Database } from './db.ts'
import { NotAllowed, NotFound } from './errors.ts'
import { explain, notFound } from './failures.tsx'
import type { Body } from './forms.ts'
import { type PublicPages, toKeep } from './public-pages.ts'
import { drawPage } from './shell.tsx'
import { signedOut } from './signed-out.tsx'
import type { Slots } from './slots.ts'
import { londonDate } from './time.ts'
import type { PageReply, Reply, Route, Shell } from './web.tsx'

/** What answering any request needs. */
export interface House {
  database: Database
  slots: Slots
  log: Logger
  clock: () => Date
  secure: boolean
  publicPages: PublicPages
  find: (slug: string) => Promise<Commissioner | undefined>
}

interface Surroundings {
  shell: Shell
  commissioner: Commissioner | null
  actor: Actor
  address: string
}

const nobody: Actor = { kind: 'public' }

/** Find whose page it is, do the work in one transaction, commit, answer. */
export async function answerRoute(house: House, route: Route, request: FastifyRequest, reply: FastifyReply) {
  const surroundings: Surroundings = { shell: route.access.kind === 'desk' ? 'desk' : 'public', commissioner: null, actor: nobody, address: request.url.split('?')[0] ?? '' }
  const typed = route.method === 'post' ? tidy(request.body) : undefined
  try {
    const commissioner = await house.find((request.params as { commissioner: string }).commissioner)
    if (!commissioner) return sendPage(house, reply, notFound(), surroundings)
    surroundings.commissioner = commissioner

    let changed = false
    const answer = await house.database.within({ commissionerId: commissioner.id, signingIn: signsIn(route) }, async (db) => {
      const ctx = contextOf(house, db, commissioner)
      const refusal = await admit(ctx, route, request, typed)
      surroundings.actor = ctx.actor
      if (refusal) return refusal
      const visit = { params: request.params, query: request.query, body: typed ?? {}, cookies: request.cookies, remote: request.ip }
      const done = await route.handler(Object.assign(ctx, visit) as Parameters<Route['handler']>[0])
      changed = ctx.publicPagesChanged
      if (changed) await sql`select pg_notify('goldthread_public_pages', ${commissioner.slug})`.execute(db)
      return done
    })
    if (changed) house.publicPages.clear(commissioner.slug)
    return await send(house, route, request, reply, answer, surroundings)
  } catch (error) {
    return sendPage(house, reply, explain(error, house.log, typed), surroundings)
  }
}

export function contextOf(house: Pick<House, 'slots' | 'log' | 'clock'>, db: AnyDb, commissioner: Commissioner, actor: Actor = nobody): Context {
  const now = house.clock()
  return { db, commissioner, actor, now, today: londonDate(now), slots: house.slots, log: house.log, publicPagesChanged: false }
}

// Only these look at the installation's accounts; a public page could not, even by mistake.
const signsIn = ({ access }: Route) => access.kind === 'desk' || (access.kind === 'open' && access.signingIn)

/** Put the right actor into the context, or say what to answer instead. */
async function admit(ctx: Context, { access, method }: Route, request: FastifyRequest, typed: Body | undefined): Promise<Reply | null> {
  if (access.kind === 'public') return null
  const who = await ctx.slots.identify(ctx, { staff: access.kind === 'desk' || signsIn({ access } as Route), person: access.kind !== 'desk' }, request.cookies)
  if (who) ctx.actor = who
  if (access.kind === 'open') return null
  const home = access.kind === 'me' ? access.signIn(ctx.commissioner) : ctx.slots.signInAddress(ctx.commissioner, request.url)
  const wanted = access.kind === 'me' ? 'person' : 'staff'
  if (!who || who.kind !== wanted) return method === 'get' ? { kind: 'redirect', location: home } : signedOut(home, typed)
  if (access.kind === 'desk' && who.kind === 'staff') {
    // A member of another commissioner's staff is not told that this page exists.
    if (who.roles.length === 0) throw new NotFound()
    if (!access.may(who)) throw new NotAllowed()
  }
  return null
}

async function send(house: House, route: Route, request: FastifyRequest, reply: FastifyReply, answer: Reply, surroundings: Surroundings) {
  if (answer.kind === 'file') return sendFile(house, reply, answer, surroundings)
  for (const cookie of answer.cookies ?? [])
    reply.setCookie(cookie.name, cookie.value, { path: cookie.path, httpOnly: true, sameSite: 'lax', secure: house.secure, expires: cookie.expires ?? new Date(0) })
  if (answer.kind === 'redirect') return reply.header('cache-control', 'no-store').redirect(answer.location, 303)
  if (route.access.kind !== 'public' || answer.status !== 200) return sendPage(house, reply, answer, surroundings)

  const kept = toKeep(drawPage(answer, { ...surroundings, slots: house.slots }), { ...(reply.getHeaders() as Record<string, string>), 'cache-control': 'no-cache', vary: 'accept-encoding' })
  const page = { ...kept, headers: { ...kept.headers, etag: kept.etag } }
  house.publicPages.keep(request.url, surroundings.commissioner?.slug ?? '', page)
  return reply.headers(page.headers).type(page.type).send(page.bodies.identity)
}

export const sendPage = (house: Pick<House, 'slots'>, reply: FastifyReply, page: PageReply, surroundings: Surroundings) =>
  reply
    .code(page.status)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(drawPage(page, { ...surroundings, slots: house.slots }))

async function sendFile(house: House, reply: FastifyReply, answer: Extract<Reply, { kind: 'file' }>, { commissioner, actor }: Surroundings) {
  reply.type(answer.type).header('cache-control', 'no-store').header('content-disposition', `attachment; filename="${answer.name.replaceAll(/[^\w.-]+/g, '-')}"`)
  const stream = new Readable({ read() {} })
  const whole = house.database.within({ commissionerId: commissioner!.id }, async (db) => {
    for await (const part of answer.parts(contextOf(house, db, commissioner!, actor))) if (!stream.push(part)) await Promise.race([once(stream, 'drained'), once(stream, 'close')])
    stream.push(null)
  })
  stream._read = () => void stream.emit('drained')
  // A file that breaks off must not look whole: the connection is cut.
  whole.catch((error) => stream.destroy(error as Error))
  return reply.send(stream)
}

/** Words are kept in one form (NFC, line feeds), and a character no database can hold is dropped. */
function tidy(body: unknown): Body {
  const clean = (text: string) => text.normalize('NFC').replaceAll('\r\n', '\n').replaceAll('\0', '')
  return Object.fromEntries(Object.entries((body ?? {}) as Body).map(([name, value]) => [name, Array.isArray(value) ? value.map(clean) : clean(String(value))]))
}
