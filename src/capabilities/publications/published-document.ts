import { hash } from 'node:crypto'
import { canonical, type Json } from '#platform/digests.ts'
import type { PublishedTables } from './fixed-table.ts'

/** What everyone is given to know about the tables: whose they are, of what, and where they stay. */
export interface PublishedAbout {
  commissioner: string
  title: string
  /** The last day that people could answer, and the day the figures were fixed, as '2026-04-01'. */
  closedOn: string
  publishedOn: string
  /** Where the results stay. */
  address: string
  corrections: readonly { on: string; note: string }[]
}

/** SHA-256, in hexadecimal, of the tables as JSON in the one form that everybody's tools write alike (RFC 8785). The same for the same tables, whoever takes it. */
export const fingerprintOf = (tables: PublishedTables) => hash('sha256', Buffer.from(canonical(plain(tables)), 'utf8'))

const plain = (tables: PublishedTables) => JSON.parse(JSON.stringify(tables)) as Json

/** The results for other programs: 'results' is what the fingerprint is taken of. */
export const documentOf = (about: PublishedAbout, tables: PublishedTables): string =>
  JSON.stringify({ format: 'goldthread-results', version: 1, ...about, sha256: fingerprintOf(tables), results: tables }, null, 2)

/** How to name it as a source. */
export const citationOf = ({ commissioner, title, publishedOn, address }: PublishedAbout, inWords: (day: string) => string) =>
  `${commissioner} (${publishedOn.slice(0, 4)}). What we heard: ${title}. Published ${inWords(publishedOn)}. ${address}`
