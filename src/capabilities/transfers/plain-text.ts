const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  pound: '£',
  euro: '€',
  copy: '©',
  bull: '•',
  middot: '·',
  times: '×',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  agrave: 'à',
  ccedil: 'ç',
  uuml: 'ü',
  ouml: 'ö',
  auml: 'ä',
}

// What a browser would run or lay out, with everything in it.
const unseen = /<(script|style|template|iframe|object|noscript|head|title)\b[^<>]*>[\s\S]*?(<\/\1\s*>|$)/gi

// Far beyond any question: what follows is left out.
const longest = 50_000

/**
 * The words that a reader of this HTML would see, and nothing else: no tags, no scripts, no styles. Paragraphs have an empty line between them and
 * the items of a list begin with a dash. Never throws; what looks like a tag and is never closed is left out to its end.
 */
export function plainWords(html: string): string {
  return (
    html
      .slice(0, longest)
      .toWellFormed()
      .replaceAll('\0', '')
      // Long runs of spaces would cost the patterns below their square.
      .replaceAll(/\s{3,}/g, (run) => (run.includes('\n') ? '\n\n' : ' '))
      .replaceAll(/<!--[\s\S]*?(-->|$)/g, '')
      .replaceAll(unseen, '')
      .replaceAll(/<img\b[^<>]*?\balt\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)')[^<>]*>/gi, (_, double = '', single = '') => double || single)
      .replaceAll(/\s*<li\b[^<>]*>\s*/gi, '\n- ')
      .replaceAll(/\s*<br\b[^<>]*>\s*/gi, '\n')
      .replaceAll(/\s*<\/(p|div|h[1-6]|ul|ol|tr|table|blockquote)\s*>\s*/gi, '\n\n')
      .replaceAll(/<\/?[a-z][^>]*(>|$)/gi, '')
      .replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hexadecimal, name) => {
        if (name) return named[name] ?? named[name.toLowerCase()] ?? whole
        const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16)
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : ''
      })
      .normalize('NFC')
      .replaceAll(/[^\S\n]+/g, ' ')
      .replaceAll(/ ?\n ?/g, '\n')
      .replaceAll(/\n{3,}/g, '\n\n')
      .trim()
  )
}

/** The same on one line. */
export const plainLine = (html: string) => plainWords(html).replaceAll(/\s+/g, ' ')

/** No longer than this, in code points. */
export const shortened = (words: string, most: number) => {
  const letters = [...words]
  return letters.length > most
    ? `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : words
}

/** What is nothing but a number, as one. */
export const numberIn = (text: string | undefined) => (text !== undefined && /^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : undefined)

/** Text without what XML cannot hold. */
export const inXml = (text: string) => text.toWellFormed().replaceAll(/[[\p{Cc}--[\t\n\r]]\ufffe\uffff]/gv, '')
