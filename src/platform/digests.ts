import { hash } from 'node:crypto'
import canonicalize from 'canonicalize'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** One row of the spine, as its digest sees it. */
export interface SpineRow {
  kind: string
  id: string
  salt: Buffer
  content: Json
}

/** JSON in the one form that everybody's tools write alike (RFC 8785, JSON Canonicalization Scheme). */
export const canonical = (content: Json) => (isPlain(content) ? JSON.stringify(content) : (canonicalize(content) as string))

// For lists without an object in them JSON.stringify writes that form already, and much sooner.
const isPlain = (content: Json): boolean =>
  Array.isArray(content) ? content.every(isPlain) : typeof content !== 'object' || content === null

/** SHA-256 of the row's salt followed by its canonical content in UTF-8, as 64 hexadecimal digits. */
export const digestOf = ({ salt, content }: Pick<SpineRow, 'salt' | 'content'>) =>
  hash('sha256', Buffer.concat([salt, Buffer.from(canonical(content), 'utf8')]))

/** A row with its digest already taken. */
export interface Digested {
  kind: string
  id: string
  digest: string
}

export const digested = (row: SpineRow): Digested => ({ kind: row.kind, id: row.id, digest: digestOf(row) })
