import type { Html } from '#design'
import type { Actor, Commissioner, Context, Staff } from './context.ts'
import type { Upload } from './file-types.ts'
import { type KeptFile, readFile } from './files.ts'
import type { Body } from './forms.ts'
import type { ParamsOf, Path } from './paths.ts'

export interface Cookie {
  name: string
  value: string
  path: string
  /** Empty value and null: forget it. */
  expires: Date | null
}

export interface PageReply {
  kind: 'page'
  status: 200 | 400 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503
  title: string
  html: Html
  /** Where "Back" leads. */
  back?: { href: string; text?: string }
  /** Names of our own browser modules this page is improved by. */
  scripts?: readonly string[]
  width?: 'reading' | 'full'
  /** Leads nowhere else: no menu, no foot, as on a kiosk. */
  bare?: true
  /** Said at the top, once, after something was done. */
  banner?: string
  /** A form with mistakes that carries the files that came with it: they stay, so that nobody has to choose them twice. */
  keepsFiles?: boolean
  cookies?: readonly Cookie[]
}

export type Reply = PageReply | { kind: 'redirect'; location: string; cookies?: readonly Cookie[] } | DocumentReply | FileReply

/** Text for other programs, as a feed or a calendar: on a public route kept in memory like a page. */
export interface DocumentReply {
  kind: 'document'
  type: string
  text: string
}

export interface FileReply {
  kind: 'file'
  name: string
  type: string
  /** Read in a transaction of its own, after the one that recorded the export has committed; only a span of it where that was asked. */
  parts: (ctx: Context, span?: Span) => AsyncIterable<string | Uint8Array>
  /** In bytes, where it is known beforehand: then a span of it may be asked for. */
  size?: number
  /** Shown inside a page, not saved; and who else may keep it on its way there. */
  shown?: 'to everyone' | 'to one person'
  /** Hears how the sending goes. */
  follow?: Follow
}

/** Told each time in a transaction of its own, which may write: now and then while a file is sent, and once at its end. */
export interface Follow {
  going(ctx: Context): Promise<void>
  /** `whole` is false where it broke off: here, or because whoever took it went away. */
  ended(ctx: Context, whole: boolean): Promise<void>
}

/** From one byte to another, counted from nought, both inclusive. */
export interface Span {
  from: number
  to: number
}

type Extras = Omit<PageReply, 'kind' | 'status' | 'title' | 'html'>

export const page = (title: string, html: Html, extras: Extras = {}): Reply => ({ kind: 'page', status: 200, title, html, ...extras })
export const invalid = (title: string, html: Html, extras: Extras = {}): Reply => ({ kind: 'page', status: 422, title, html, ...extras })
export const seeOther = (location: string, cookies?: readonly Cookie[]): Reply => ({
  kind: 'redirect',
  location,
  ...(cookies && { cookies }),
})
export const document = (type: string, text: string): Reply => ({ kind: 'document', type, text })
export const file = (name: string, type: string, parts: FileReply['parts'], follow?: Follow): Reply => ({
  kind: 'file',
  name,
  type,
  parts,
  ...(follow && { follow }),
})

/** A kept file as a download; or `shown` inside a page, where it is a picture, a recording or a film. */
export const fileReply = ({ id, name, type, size }: KeptFile, shown?: FileReply['shown']): Reply => ({
  kind: 'file',
  name,
  type,
  size,
  parts: (ctx, span) => readFile(ctx.db, id, span),
  ...(shown && /^(image|audio|video)\//.test(type) && { shown }),
})

/** What a handler is given beside its context. */
export interface Visit<P extends string> {
  params: ParamsOf<P>
  query: Readonly<Record<string, string>>
  body: Body
  /** What came in file fields, by the field's name; a field where nothing was chosen is not there. */
  files: Readonly<Record<string, readonly Upload[]>>
  cookies: Readonly<Record<string, string | undefined>>
  /** Where the request came from, for counting attempts; never kept as it is. */
  remote: string
}

export type As<A extends Actor> = Omit<Context, 'actor'> & { actor: A }
type Handler<P extends string, C = Context> = (ctx: C & Visit<P>) => Promise<Reply>
type Public = Omit<Context, 'actor'> & { actor: { kind: 'public' }; cookies: Record<string, never>; remote: '' }
type Person = As<{ kind: 'person'; id: string }>

export type Method = 'get' | 'post'
export type Shell = 'public' | 'desk'
/** Who a route is for: everyone alike (kept in memory), anyone (never kept), a person by mailed link, or staff who may. */
export type Access =
  | { kind: 'public' }
  | { kind: 'open'; signingIn: boolean }
  | { kind: 'me'; signIn: (commissioner: Commissioner) => string }
  | { kind: 'desk'; may: (staff: Staff) => boolean }

export interface Route {
  method: Method
  pattern: string
  access: Access
  /** How many bytes it takes, files and fields together; null where it takes no files. */
  largest: number | null
  handler: Handler<string>
}

interface Taking {
  /** Takes files, of 25 MB together where no more is said. */
  files?: true | { largest: number }
}

const usual = 25 * 1024 * 1024

/** What another program posts to us. */
export type Call<P extends string> = Context & {
  params: ParamsOf<P>
  /** As it was sent: to be checked like anything that people type. */
  json: unknown
  /** The header by which the handler makes sure who calls, as `Bearer …`; empty where there is none. */
  authorization: string
}
/** A number of 400 or more undoes what the handler did. */
export type CallStatus = 200 | 204 | 400 | 401 | 403 | 404 | 409 | 422
export interface Callback {
  pattern: string
  handler: (call: Call<string>) => Promise<CallStatus>
}

/** GET shows and POST does. Every POST is one transaction: if it throws, nothing happened. */
export interface Web {
  /** The same for every visitor: the handler is told nothing about them. */
  public: { get<P extends string>(path: Path<P>, handler: Handler<P, Public>): void }
  /** For anyone, drawn anew each time. `signingIn` opens the installation's accounts to it. */
  open: Record<Method, <P extends string>(path: Path<P>, handler: Handler<P>, options?: { signingIn?: boolean } & Taking) => void>
  /** For a person who opened a link of theirs; others are sent to `signIn`. */
  me: Record<
    Method,
    <P extends string>(path: Path<P>, signIn: (commissioner: Commissioner) => string, handler: Handler<P, Person>, options?: Taking) => void
  >
  /** For staff of this commissioner whose role allows it. */
  desk: Record<
    Method,
    <P extends string>(path: Path<P>, may: (staff: Staff) => boolean, handler: Handler<P, As<Staff>>, options?: Taking) => void
  >
  /** For another program: JSON from anywhere, without cookies; the handler makes sure who calls, and answers with a status alone. */
  callback: { post<P extends string>(path: Path<P>, handler: (call: Call<P>) => Promise<CallStatus>): void }
}

/** A web that only takes down its routes; the server answers them. */
export function createWeb(): { web: Web; routes: readonly Route[]; callbacks: readonly Callback[] } {
  const routes: Route[] = []
  const callbacks: Callback[] = []
  const add = (method: Method, pattern: string, access: Access, handler: unknown, { files }: Taking = {}) =>
    void routes.push({
      method,
      pattern,
      access,
      largest: files === true ? usual : (files?.largest ?? null),
      handler: handler as Handler<string>,
    })
  const both = <T,>(make: (method: Method) => T): Record<Method, T> => ({ get: make('get'), post: make('post') })
  const web: Web = {
    public: { get: (path, handler) => add('get', path.pattern, { kind: 'public' }, handler) },
    open: both(
      (method) => (path, handler, options) =>
        add(method, path.pattern, { kind: 'open', signingIn: options?.signingIn ?? false }, handler, options),
    ),
    me: both((method) => (path, signIn, handler, options) => add(method, path.pattern, { kind: 'me', signIn }, handler, options)),
    desk: both((method) => (path, may, handler, options) => add(method, path.pattern, { kind: 'desk', may }, handler, options)),
    callback: { post: (path, handler) => void callbacks.push({ pattern: path.pattern, handler: handler as Callback['handler'] }) },
  }
  return { web, routes, callbacks }
}
