import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import type { Actor, Commissioner, Context } from './context.ts'
import type { AnyDb, Database } from './db.ts'
import { NotAllowed, NotFound } from './errors.ts'
import { explain, notFound } from './failures.tsx'
import type { Body } from './forms.ts'
import { answerFrom, htmlType, type KeptPage, type PublicPages, toKeep } from './public-pages.ts'
import { sendFile } from './send-file.ts'
import { drawPage } from './shell.tsx'
import { signedOut } from './signed-out.tsx'
import type { Slots } from './slots.ts'
import { tidyQuery } from './tidy.ts'
import { londonDate } from './time.ts'
import { readForm } from './uploads.ts'
import type { Cookie, PageReply, Reply, Route, Shell, Visit } from './web.tsx'

/** What answering any request needs. */
export interface House {
  database: Database
  slots: Slots
  log: Logger
  clock: () => Date
  secure: boolean
  publicUrl: string
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
  const surroundings: Surroundings = {
    shell: route.access.kind === 'desk' ? 'desk' : 'public',
    commissioner: null,
    actor: nobody,
    address: request.url.split('?')[0] ?? '',
  }
  const { typed, files } = route.method === 'post' ? await readForm(request, reply, route.largest) : { typed: undefined, files: {} }
  try {
    const commissioner = await house.find((request.params as { commissioner: string }).commissioner)
    if (!commissioner || holdsNothing(request.params)) return sendPage(house, reply, notFound(typed), surroundings)
    surroundings.commissioner = commissioner
    const since = house.publicPages.moment()

    const done = { recorded: false, publicPagesChanged: false }
    const { answer, text } = await house.database.within(
      { commissionerId: commissioner.id, signingIn: signsIn(route), readOnly: route.access.kind === 'public' },
      async (db) => {
        const ctx = { ...contextOf(house, db, commissioner), done }
        const refusal = await admit(ctx, route, request, typed)
        surroundings.actor = ctx.actor
        const answer =
          refusal ?? (await route.handler(Object.assign(ctx, visitOf(route, request, typed), { files }) as Parameters<Route['handler']>[0]))
        if (route.access.kind === 'public' && 'cookies' in answer && answer.cookies)
          throw new Error('A public page is the same for everyone, and sets no cookie')
        // Drawn before the commit, so that a page that cannot be drawn leaves nothing behind.
        return { answer, text: textOf(answer, { ...surroundings, slots: house.slots }) }
      },
      ({ answer }) => (route.method === 'get' ? done.recorded : !isMistake(answer)),
    )
    if (done.publicPagesChanged) house.publicPages.clear(commissioner.slug)

    if (answer.kind === 'file') {
      const inside = (readOnly: boolean) => (work: (ctx: Context) => Promise<void>) =>
        house.database.within({ commissionerId: commissioner.id, readOnly, snapshot: readOnly }, (db) =>
          work(contextOf(house, db, commissioner, surroundings.actor)),
        )
      return sendFile(request, reply, answer, { log: house.log, within: inside(true), aside: inside(false) })
    }
    if (answer.kind !== 'document') setCookies(house, reply, answer.cookies ?? [])
    if (answer.kind === 'redirect') return reply.header('cache-control', 'no-store').redirect(answer.location, 303)
    const type = answer.kind === 'document' ? answer.type : htmlType
    const status = answer.kind === 'document' ? 200 : answer.status
    if (route.access.kind !== 'public' || status !== 200) return sendText(reply, status, type, text)
    const headers = { ...(reply.getHeaders() as Record<string, string>), 'cache-control': 'no-cache', vary: 'accept-encoding' }
    const page = toKeep(text, headers, type)
    house.publicPages.keep(request.url, commissioner.slug, page, since)
    sendKept(page, request, reply)
    return
  } catch (error) {
    return sendPage(house, reply, explain(error, house.log, typed), surroundings)
  }
}

/** What a reply that is not a file says, word for word. */
function textOf(answer: Reply, drawnIn: Parameters<typeof drawPage>[1]): string {
  if (answer.kind === 'page') return drawPage(answer, drawnIn)
  return answer.kind === 'document' ? answer.text : ''
}

/** A GET leaves nothing but what it recorded, and a form that is shown again has changed nothing, but for files that came with it. */
const isMistake = (answer: Reply) => answer.kind === 'page' && answer.status === 422 && !answer.keepsFiles

// No slug or id is empty or holds what no database can.
export const holdsNothing = (params: unknown) =>
  Object.values(params as Record<string, string>).some((value) => value === '' || value.includes('\0'))

/** What the handler is told beside its context; of a public page's visitor, nothing. */
function visitOf({ access }: Route, request: FastifyRequest, typed: Body | undefined): Omit<Visit<string>, 'files'> {
  const visitor = access.kind === 'public' ? { cookies: {}, remote: '' } : { cookies: request.cookies, remote: request.ip }
  return { params: request.params as Visit<string>['params'], query: tidyQuery(request.query), body: typed ?? {}, ...visitor }
}

export function contextOf(
  house: Pick<House, 'slots' | 'log' | 'clock'> & { publicUrl?: string },
  db: AnyDb,
  commissioner: Commissioner,
  actor: Actor = nobody,
): Context {
  const now = house.clock()
  return {
    db,
    commissioner,
    actor,
    now,
    today: londonDate(now),
    publicUrl: house.publicUrl ?? '',
    slots: house.slots,
    log: house.log,
    done: { recorded: false, publicPagesChanged: false },
  }
}

// Only these look at the installation's accounts; a public page could not, even by mistake.
const signsIn = ({ access }: Route) => access.kind === 'desk' || (access.kind === 'open' && access.signingIn)

/** Put the right actor into the context, or say what to answer instead. */
async function admit(ctx: Context, { access, method }: Route, request: FastifyRequest, typed: Body | undefined): Promise<Reply | null> {
  if (access.kind === 'public') return null
  const who = await ctx.slots.identify(
    ctx,
    { staff: access.kind === 'desk' || signsIn({ access } as Route), person: access.kind !== 'desk' },
    request.cookies,
  )
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

function setCookies({ secure }: House, reply: FastifyReply, cookies: readonly Cookie[]) {
  for (const { name, value, path, expires } of cookies)
    reply.setCookie(name, value, { path, httpOnly: true, sameSite: 'lax', secure, expires: expires ?? new Date(0) })
}

/** A page that is the same for everyone, from memory. */
export function sendKept(page: KeptPage, request: FastifyRequest, reply: FastifyReply) {
  const answer = answerFrom(page, request.headers)
  const headers: Record<string, string | number> = { ...page.headers, etag: page.etag }
  // Past the framework, whose part would cost as much as the answer itself: in a page that is ready nothing is left to decide.
  reply.hijack()
  if (answer.status === 304) return reply.raw.writeHead(304, headers).end()
  headers['content-type'] = page.type
  headers['content-length'] = answer.body.length
  if (answer.encoding) headers['content-encoding'] = answer.encoding
  return reply.raw.writeHead(200, headers).end(answer.body)
}

export const sendPage = (house: Pick<House, 'slots'>, reply: FastifyReply, page: PageReply, surroundings: Surroundings) =>
  sendText(reply, page.status, htmlType, drawPage(page, { ...surroundings, slots: house.slots }))

const sendText = (reply: FastifyReply, status: number, type: string, text: string) =>
  reply.code(status).type(type).header('cache-control', 'no-store').send(text)
