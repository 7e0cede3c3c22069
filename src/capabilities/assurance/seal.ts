import { createHash } from 'node:crypto'
import { canonical, type Json } from '#platform/digests.ts'

/** What the first seal names as the hash before it. */
export const firstPrevious = '0'.repeat(64)

/** An event as the database keeps it; `moment` is its date in UTC, to the microsecond. */
export interface RecordedEvent {
  commissioner_id: string
  id: string
  moment: string
  name: string
  actor_kind: string
  actor_id: string | null
  subject_kind: string
  subject_id: string
  detail: unknown
  digests: unknown
}

export interface Seal {
  number: number
  sealedAt: string
  previous: string
  hash: string
}

/** A seal as anyone may see it. */
export interface PublishedSeal {
  number: number
  sealedAt: Date
  hash: string
  events: number
}

/** The event as one line of canonical JSON (RFC 8785). docs/history-format.md promises this form. */
export const eventText = (event: RecordedEvent): string =>
  canonical({
    actor: { id: event.actor_id, kind: event.actor_kind },
    at: event.moment,
    commissioner: event.commissioner_id,
    detail: event.detail as Json,
    digests: event.digests as Json,
    id: event.id,
    name: event.name,
    subject: { id: event.subject_id, kind: event.subject_kind },
  })

/** SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
export const hashOfText = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/**
 * SHA-256 of a seal's canonical text, as 64 hexadecimal digits: five lines that say whose seal it is, its number, its moment and the hash before it,
 * then a line for each event's hash in order; every line ends with a line feed. docs/history-format.md promises this form.
 */
export function sealHash(
  commissionerId: string,
  { number, sealedAt, previous }: Omit<Seal, 'hash'>,
  eventHashes: Iterable<string>,
): string {
  const hash = createHash('sha256')
  hash.update(`goldthread seal 1\ncommissioner ${commissionerId}\nnumber ${number}\nsealed ${sealedAt}\nprevious ${previous}\n`)
  for (const eventHash of eventHashes) hash.update(`event ${eventHash}\n`)
  return hash.digest('hex')
}

/** A moment as seals and events write it: in UTC, to the microsecond. */
export const momentOf = (date: Date): string => date.toISOString().replace('Z', '000Z')

/** The moment at which an id was made, in milliseconds since 1970; null for one that does not hold its moment (UUIDv7 does, RFC 9562 section 5.7). */
export const madeAt = (id: string): number | null =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab]/.test(id) ? Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) : null

/** The lowest id that could be made at a moment, given in milliseconds since 1970. */
export function lowestIdAt(milliseconds: number): string {
  const digits = Math.max(0, Math.floor(milliseconds)).toString(16).padStart(12, '0')
  return `${digits.slice(0, 8)}-${digits.slice(8)}-7000-8000-000000000000`
}
