import { createHash } from 'node:crypto'
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
export const canonical = (content: Json) => canonicalize(content) as string

/** SHA-256 of the row's salt followed by its canonical content in UTF-8, as 64 hexadecimal digits. */
export const digestOf = ({ salt, content }: Pick<SpineRow, 'salt' | 'content'>) =>
  createHash('sha256').update(salt).update(canonical(content), 'utf8').digest('hex')
