/** Which columns of a file hold what; the place of each, from 0. */
export interface Columns {
  text: number
  score: number | null
  saidOn: number | null
  place: number | null
  id: number | null
  respondent: number | null
  question: number | null
  sentiment: number | null
  labels: readonly { at: number; name: string }[]
}

/** What the operator asked for, by the names in the header; a label may be a run of columns, as 'First..Last'. */
export type Asked = Partial<Record<Exclude<keyof Columns, 'labels'>, string>> & { labels?: readonly string[] }

export type Choice = { columns: Columns; guessed: string[] } | { mistake: string }

/** A header or a value as it is compared: NFC, any space for a non-breaking one, none at its ends. */
export const tidy = (text: string) => text.normalize('NFC').replaceAll('\u00a0', ' ').trim()

// By the names that such files give them, when the operator does not say; the first that is there.
const usual: Record<Exclude<keyof Columns, 'labels'>, readonly string[]> = {
  text: ['feedback', 'comment', 'comments', 'comment text', 'words', 'text', 'free text', 'fft answer', 'answer', 'response'],
  score: ['score'],
  saidOn: ['said on', 'date', 'date said', 'response date'],
  place: ['place', 'site', 'location', 'organisation', 'organization', 'trust'],
  id: ['comment id', 'contribution id'],
  respondent: ['respondent id', 'respondent'],
  question: ['question', 'fft question', 'question text'],
  // A column of that name may hold words, or a scale the other way round: it is asked for.
  sentiment: [],
}

const names: Record<Exclude<keyof Columns, 'labels'>, string> = {
  text: 'the words',
  score: 'the score',
  saidOn: 'the date',
  place: 'the place',
  id: 'the id',
  respondent: 'the respondent',
  question: 'the question',
  sentiment: 'the sentiment',
}

/** Find the columns asked for, and guess those not asked for by their names. */
export function chooseColumns(header: readonly string[], asked: Asked): Choice {
  const known = header.map(tidy)
  const exact = (name: string) => known.indexOf(tidy(name))
  const list = `The columns are: ${known.join(', ')}.`
  const guessed: string[] = []
  const columns: Partial<Record<keyof Columns, number | null>> = {}

  for (const kind of Object.keys(usual) as (keyof typeof usual)[]) {
    const name = asked[kind]
    if (name !== undefined) {
      const at = exact(name)
      if (at === -1) return { mistake: `There is no column called “${name}”. ${list}` }
      columns[kind] = at
      continue
    }
    const at = usual[kind].map((guess) => known.findIndex((one) => one.toLowerCase() === guess)).find((place) => place !== -1)
    columns[kind] = at ?? null
    if (at !== undefined) guessed.push(`${names[kind]} from “${known[at]}”`)
  }
  if (columns.text === null) return { mistake: `Say which column holds the words, with --text. ${list}` }

  const labels: { at: number; name: string }[] = []
  for (const label of asked.labels ?? []) {
    const [first = '', last = first] = exact(label) === -1 ? label.split('..') : [label]
    const [from, to] = [exact(first), exact(last)]
    if (from === -1 || to === -1) return { mistake: `There is no column called “${from === -1 ? first : last}”. ${list}` }
    for (let at = from; at <= to; at++) labels.push({ at, name: known[at] ?? '' })
  }
  return { columns: { ...columns, labels } as Columns, guessed }
}
