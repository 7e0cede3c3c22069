/** What a column of a file of themes says. */
export type ColumnMeaning = 'number' | 'theme' | 'sub-theme' | 'parent' | 'definition' | 'includes' | 'excludes' | 'examples'

export interface Column {
  /** As the file has it. */
  header: string
  /** Null for one that is not read. */
  as: ColumnMeaning | null
}

// The first that fits counts, so what is said of a sub-theme comes before the sub-theme itself.
const known: readonly [ColumnMeaning, RegExp][] = [
  ['number', /^(number|no|nr|outline( number)?)$/],
  ['includes', /\b(includes?|inclusions?|including|inclusion criteria)\b/],
  ['excludes', /\b(excludes?|exclusions?|excluding|exclusion criteria|does not include)\b/],
  ['definition', /\b(definition|description|meaning|what belongs under it)\b/],
  ['examples', /\b(examples?|quotes?|quotations?)\b/],
  ['parent', /^(parent|under|broader|belongs under)( (theme|category|code))?$/],
  ['sub-theme', /^sub ?(theme|category|code|topic)s?( name)?$/],
  ['theme', /^((parent |main |top )?(theme|category|code|label|topic)s?( name)?|name)$/],
]

const words = (header: string) =>
  header
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** What each column of a header says. Of two that say the same the first is read. */
export function columnsOf(header: readonly string[]): Column[] {
  const taken = new Set<ColumnMeaning>()
  return header.map((text) => {
    const as = known.find(([, pattern]) => pattern.test(words(text)))?.[0] ?? null
    if (as === null || taken.has(as)) return { header: text, as: null }
    taken.add(as)
    return { header: text, as }
  })
}

/** True where these columns can make a frame. */
export const isHeader = (columns: readonly Column[]) => columns.some(({ as }) => as === 'theme' || as === 'sub-theme')
