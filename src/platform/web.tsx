import type { Html } from '#design'
import type { Actor, Commissioner, Context, Staff } from './context.ts'
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
  /** Said at the top, once, after something was done. */
  banner?: string
  cookies?: readonly Cookie[]
}

export type Reply =
  | PageReply
  | { kind: 'redirect'; location: string; cookies?: readonly Cookie[] }
  /** Bytes to save. `parts` is read in a transaction of its own after the one that recorded the export has committed. */
  | { kind: 'file'; name: string; type: string; parts: (ctx: Context) => AsyncIterable<string | Uint8Array> }

type Extras = Omit<PageReply, 'kind' | 'status' | 'title' | 'html'>

export const page = (title: string, html: Html, extras: Extras = {}): Reply => ({ kind: 'page', status: 200, title, html, ...extras })
export const invalid = (title: string, html: Html, extras: Extras = {}): Reply => ({ kind: 'page', status: 422, title, html, ...extras })
export const seeOther = (location: string, cookies?: readonly Cookie[]): Reply => ({
  kind: 'redirect',
  location,
  ...(cookies && { cookies }),
})
export const file = (name: string, type: string, parts: (ctx: Context) => AsyncIterable<string | Uint8Array>): Reply => ({
  kind: 'file',
  name,
  type,
  parts,
})

/** What a handler is given beside its context. */
export interface Visit<P extends string> {
  params: ParamsOf<P>
  query: Readonly<Record<string, string>>
  body: Body
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
  handler: Handler<string>
}

/** GET shows and POST does. Every POST is one transaction: if it throws, nothing happened. */
export interface Web {
  /** The same for every visitor: the handler is told nothing about them. */
  public: { get<P extends string>(path: Path<P>, handler: Handler<P, Public>): void }
  /** For anyone, drawn anew each time. `signingIn` opens the installation's accounts to it. */
  open: Record<Method, <P extends string>(path: Path<P>, handler: Handler<P>, options?: { signingIn?: boolean }) => void>
  /** For a person who opened a link of theirs; others are sent to `signIn`. */
  me: Record<Method, <P extends string>(path: Path<P>, signIn: (commissioner: Commissioner) => string, handler: Handler<P, Person>) => void>
  /** For staff of this commissioner whose role allows it. */
  desk: Record<Method, <P extends string>(path: Path<P>, may: (staff: Staff) => boolean, handler: Handler<P, As<Staff>>) => void>
}

/** A web that only takes down its routes; the server answers them. */
export function createWeb(): { web: Web; routes: readonly Route[] } {
  const routes: Route[] = []
  const add = (method: Method, pattern: string, access: Access, handler: unknown) =>
    void routes.push({ method, pattern, access, handler: handler as Handler<string> })
  const both = <T,>(make: (method: Method) => T): Record<Method, T> => ({ get: make('get'), post: make('post') })
  const web: Web = {
    public: { get: (path, handler) => add('get', path.pattern, { kind: 'public' }, handler) },
    open: both(
      (method) => (path, handler, options) => add(method, path.pattern, { kind: 'open', signingIn: options?.signingIn ?? false }, handler),
    ),
    me: both((method) => (path, signIn, handler) => add(method, path.pattern, { kind: 'me', signIn }, handler)),
    desk: both((method) => (path, may, handler) => add(method, path.pattern, { kind: 'desk', may }, handler)),
  }
  return { web, routes }
}
