import { channelNames, withoutBlocks } from '#capabilities/contributions'
import { type Column, type Given, mergedQuestions, type Option, type Question, type SurveyVersion, typeOf } from '#capabilities/surveys'

/** A response as it is read for an export: ticks and words by the keys of the questions. */
export interface Standing {
  version: number
  channel: string
  variant: string | null
  place: string | null
  saidOn: string
  setAside: boolean
  choices: Readonly<Record<string, readonly string[]>>
  words: Readonly<Record<string, string>>
}

/** A column of the file. `question` is none for those beside the answers. */
export interface ExportedColumn extends Column {
  question: Question | null
}

export interface Layout {
  title: string
  columns: readonly ExportedColumn[]
  questions: readonly Question[]
  /** What is in no column, in sentences. */
  leftOut: string[]
  withSetAside: boolean
}

const yesOrNo: Option[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
]
const channels: Option[] = Object.entries(channelNames).map(([value, label]) => ({ value, label }))

/**
 * The columns of an export: the same for every response, whatever route it took and whichever version it answered. `versions` are given latest first.
 * What people said of themselves for equality monitoring, and what is kept apart, is in none.
 */
export function layoutOf(
  title: string,
  versions: readonly Pick<SurveyVersion, 'questions' | 'number'>[],
  { withSetAside }: { withSetAside: boolean },
): Layout {
  const all = mergedQuestions(versions)
  const equality = all.filter(({ block }) => block === 'equality')
  const questions = all.filter((question) => !equality.includes(question) && !typeOf(question).isOnlyRead)
  const beside: Column[] = [
    { key: 'row', label: 'Row in this file', values: null },
    { key: 'version', label: 'Version of the questions', values: null },
    { key: 'channel', label: 'How it came', values: channels },
    { key: 'variant', label: 'Language or format', values: null },
    { key: 'place', label: 'Place', values: null },
    { key: 'said_on', label: 'Day it was said', values: null },
    ...(withSetAside ? [{ key: 'set_aside', label: 'Set aside, and not counted', values: yesOrNo }] : []),
  ]
  const apart = questions.filter(({ type, reason }) => type === 'email' || (type === 'postcode' && reason))
  return {
    title,
    columns: [
      ...beside.map((column) => ({ ...column, question: null })),
      ...questions.flatMap((question) =>
        typeOf(question)
          .columns(question)
          .map((column) => ({ ...column, question })),
      ),
    ],
    questions,
    leftOut: [
      ...(equality.length > 0
        ? [
            `Answers to the ${equality.length} equality questions are left out: they are joined to no other answer, and are counted in the results.`,
          ]
        : []),
      ...apart.map(({ text }) => `What people gave to “${text}” is kept apart from their answers and is left out.`),
      'Names, addresses and numbers of respondents are left out. The numbers of the rows are of this file alone.',
      'Words that are withheld from everyone, or wait to be seen by someone on duty, are left out; what was removed from words reads [removed].',
      withSetAside
        ? 'Responses that are set aside are in it, and marked.'
        : 'Responses that are set aside or were taken back are left out.',
    ],
    withSetAside,
  }
}

/** The values of one response by the keys of the columns. Numbered by its place in the file, from 1. */
export function valuesOf({ questions, withSetAside }: Layout, response: Standing, row: number): Record<string, string> {
  const { version, channel, variant, place, saidOn, setAside, choices, words } = response
  const values: Record<string, string> = {
    row: String(row),
    version: String(version),
    channel,
    variant: variant ?? '',
    place: place ?? '',
    said_on: saidOn,
  }
  if (withSetAside) values.set_aside = setAside ? 'yes' : 'no'
  for (const question of questions) {
    const given = givenTo(question, choices, words)
    if (given) Object.assign(values, typeOf(question).cells(question, given))
  }
  return values
}

function givenTo({ key }: Question, choices: Standing['choices'], words: Standing['words']): Given | null {
  const chosen = Object.hasOwn(choices, key) ? choices[key] : undefined
  const said = Object.hasOwn(words, key) ? words[key] : undefined
  if (chosen === undefined && said === undefined) return null
  return { choices: chosen ? [...chosen] : null, words: said === undefined ? null : withoutBlocks(said) }
}

/** What a value in a column is called. */
export function labelReader({ columns }: Layout): (key: string, value: string) => string {
  const labels = new Map(
    columns.flatMap(({ key, values }) => (values ? [[key, new Map(values.map((one) => [one.value, one.label]))] as const] : [])),
  )
  return (key, value) => labels.get(key)?.get(value) ?? value
}
