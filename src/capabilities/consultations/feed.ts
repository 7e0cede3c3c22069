import { formatDate } from '#design'
import { type Consultation, isClosed, isOpen, lastDayOf } from './consultation.ts'

export interface FeedEntry {
  consultation: Consultation
  href: string
  /** When people were last given more time; null: never. */
  extendedAt: Date | null
}

interface Feed {
  title: string
  /** What the feed is known by for ever: an id of ours. */
  id: string
  href: string
  pageHref: string
  entries: readonly FeedEntry[]
  today: string
}

/**
 * Consultations as an Atom feed (RFC 4287). Addresses are whole where the installation knows its own; a path is read after the address of the
 * feed. It says nothing of how many answered, or what they said.
 */
export function atomOf({ title, id, href, pageHref, entries, today }: Feed): string {
  const dated = entries
    .map((entry) => ({ ...entry, updated: updatedAt(entry, today) }))
    .sort((one, other) => other.updated.localeCompare(one.updated))
  const lines = dated.flatMap(({ consultation, href, updated }) => [
    '<entry>',
    `<id>urn:uuid:${consultation.id}</id>`,
    `<title>${escaped(consultation.title)}</title>`,
    `<link href="${escaped(href)}"/>`,
    `<updated>${updated}</updated>`,
    `<published>${consultation.publication?.at.toISOString()}</published>`,
    `<summary>${escaped(whenInWords(consultation, today))}</summary>`,
    '</entry>',
  ])
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">',
    `<id>urn:uuid:${id}</id>`,
    `<title>${escaped(title)}</title>`,
    `<author><name>${escaped(title)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${escaped(href)}"/>`,
    `<link href="${escaped(pageHref)}"/>`,
    `<updated>${dated[0]?.updated ?? '2000-01-01T00:00:00.000Z'}</updated>`,
    ...lines,
    '</feed>',
    '',
  ].join('\n')
}

/** The last thing that happened to it in public: shown, opened, given more time, closed. */
function updatedAt({ consultation, extendedAt }: FeedEntry, today: string): string {
  const { publication, closure, opensOn, closesOn } = consultation
  const moments = [publication?.at.toISOString(), extendedAt?.toISOString(), closure?.at.toISOString()]
  if (opensOn <= today) moments.push(`${opensOn}T00:00:00.000Z`)
  if (closesOn < today && !closure) moments.push(`${closesOn}T23:59:59.000Z`)
  return (
    moments
      .filter((moment) => moment !== undefined)
      .sort()
      .at(-1) ?? ''
  )
}

function whenInWords(consultation: Consultation, today: string): string {
  if (isClosed(consultation, today)) return `Closed on ${formatDate(lastDayOf(consultation))}.`
  const until = `until the end of ${formatDate(consultation.closesOn)}`
  return isOpen(consultation, today) ? `Open ${until}.` : `Coming soon: from ${formatDate(consultation.opensOn)} ${until}.`
}

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
// XML 1.0 has no room for control characters, not even escaped.
const escaped = (words: string) =>
  words
    .replaceAll(/[&<>"]/g, (mark) => marks[mark] ?? mark)
    .replaceAll(/[\p{Cc}\uFFFE\uFFFF]/gu, (mark) => (/[\n\r\t]/.test(mark) ? mark : ''))
