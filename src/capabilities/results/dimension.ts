import { channelNames } from '#capabilities/contributions'
import { type Option, type Question, typeOf } from '#capabilities/surveys'
import { readDown, type Theme } from '#capabilities/themes'
import { type AnsweredPart, isMeant, ownPart, rowHolding } from './answered-part.ts'
import { pathsUp } from './theme-figure.ts'

/** Where what someone said of one thing is kept, as choices of theirs. */
export type Held =
  | ({ in: 'answers' | 'equality answers' } & AnsweredPart)
  | { in: 'codings'; frameId: string }
  | { in: 'responses'; column: 'channel' | 'place' | 'variant' | 'survey_version_id' }
  | { in: 'organisations' }

/** One thing to count by: a question or a part of one, the themes of a frame, or what is known of a response. */
export interface Dimension {
  /** As an address says it, as 'question:q3', 'theme:…' or 'channel'. */
  name: string
  /** The question, or what it is. */
  label: string
  family: 'question' | 'theme' | 'characteristic' | 'response'
  /** One response may be in several rows, so the rows come to more than the responses. */
  several: boolean
  /** What is in its middle can be said: choices are numbers, or its rows are steps from one end to the other. */
  middle: 'numbers' | 'steps' | null
  held: Held
  /** What everyone's choices make, in the order of its author, those that nobody made too. */
  rows(counts: Readonly<Record<string, number>>): Option[]
  /** The values of the rows that a choice is in. */
  within(choice: string, rows: readonly Option[]): readonly string[]
}

export interface Measurable {
  /** Every question of the survey that was asked, as it was last asked; none for what was brought in from a file. */
  questions: readonly Question[]
  frames: readonly { id: string; title: string; themes: readonly Theme[] }[]
  versions: readonly { id: string; number: number }[]
  /** The languages and formats that were offered. */
  variants: readonly Option[]
}

/** What a value of a dimension is called, whether or not anybody is in its row now. */
export function labelOf({ held, rows }: Dimension, value: string): string {
  const choice = `${('begins' in held && held.begins) || ''}${value}${('ends' in held && held.ends) || ''}`
  return rows({ [choice]: 1 }).find((row) => row.value === value)?.label ?? value.replace('..', ' to ')
}

/** Everything that the answers can be counted by, in the order that it is offered. */
export const dimensionsOf = ({ questions, frames, versions, variants }: Measurable): Dimension[] => [
  ...questions.filter(({ block }) => block !== 'equality').flatMap(ofQuestion),
  ...frames.map(ofFrame),
  ...questions.filter(({ block }) => block === 'equality').flatMap(ofQuestion),
  ...questions.filter(({ type }) => type === 'postcode').map(ofDecile),
  ofColumn('channel', 'How it came to us', 'channel', Object.entries(channelNames).map(option)),
  ofColumn('place', 'Place', 'place', []),
  {
    ...ofColumn('organisation', 'For an organisation or not', 'channel', [
      { value: 'organisation', label: 'For an organisation' },
      { value: 'person', label: 'Not for an organisation that we know' },
    ]),
    held: { in: 'organisations' },
  },
  ofColumn('variant', 'Language or format', 'variant', [{ value: 'original', label: 'As it was written' }, ...variants]),
  ofColumn(
    'version',
    'Version of the questions',
    'survey_version_id',
    versions.map(({ id, number }) => ({ value: id, label: `Version ${number}` })),
  ),
]

const middles: Readonly<Record<string, Dimension['middle']>> = {
  agreement: 'steps',
  rating: 'steps',
  scale: 'numbers',
  number: 'numbers',
  ranking: 'numbers',
  budget: 'numbers',
}

/** A question of several parts, as a table, is one for each part; an order is also who came first. */
function ofQuestion(question: Question): Dimension[] {
  const { key, type, block } = question
  const { parts } = typeOf(question).summarise(question, { answered: 0, choices: {} })
  const isApart = block === 'equality'
  const ofPart = (part: string, label: string, several: boolean, answered: Omit<AnsweredPart, 'key'>): Dimension => ({
    name: `${isApart ? 'equality' : 'question'}:${part}`,
    label,
    family: isApart ? 'characteristic' : 'question',
    several,
    middle: middles[type] ?? null,
    held: { in: isApart ? 'equality answers' : 'answers', key, ...answered },
    rows: (counts) =>
      typeOf(question)
        .summarise(question, { answered: 0, choices: counts })
        .parts.find((one) => one.key === part)?.rows ?? [],
    within: (choice, rows) => (isMeant(answered, choice) ? rowHolding(rows, ownPart(answered, choice)) : []),
  })
  const first: Dimension[] =
    type === 'ranking' ? [{ ...ofPart(key, `${question.text}: first place`, false, { ends: ':1' }), ...firstPlaces(question) }] : []
  return [
    ...first,
    ...parts.map((part) =>
      ofPart(part.key, part.text, part.several, {
        ...(part.key !== key && { begins: `${part.key.slice(key.length + 1)}:` }),
        ...(type === 'postcode' && { begins: 'area:' }),
      }),
    ),
  ]
}

const firstPlaces = ({ options = [] }: Question): Pick<Dimension, 'rows' | 'within' | 'middle'> => ({
  middle: null,
  rows: () => [...options],
  within: (choice) => (isMeant({ ends: ':1' }, choice) ? [choice.slice(0, -':1'.length)] : []),
})

/** Of the first question that asks for a postcode it goes by its own short name. */
const ofDecile = ({ key, text }: Question, place: number): Dimension => ({
  name: place === 0 ? 'decile' : `question:${key}:decile`,
  label: place === 0 ? 'Deprivation of the area (tenths of England)' : `${text}: deprivation`,
  family: 'characteristic',
  several: false,
  middle: null,
  held: { in: 'answers', key, begins: 'decile:' },
  rows: () =>
    Array.from({ length: 10 }, (_, at) => ({
      value: String(at + 1),
      label: at === 0 ? '1: most deprived tenth' : at === 9 ? '10: least deprived tenth' : String(at + 1),
    })),
  within: (choice, rows) => (isMeant({ begins: 'decile:' }, choice) ? rowHolding(rows, choice.slice('decile:'.length)) : []),
})

/** A theme counts what was coded to it or to any theme below it: whoever spoke of the one spoke of the other. */
function ofFrame({ id, title, themes }: Measurable['frames'][number]): Dimension {
  const upwards = pathsUp(themes)
  const lines = readDown(themes).map((theme) => ({ value: theme.id, label: theme.fullName }))
  return {
    name: `theme:${id}`,
    label: `Themes: ${title}`,
    family: 'theme',
    several: true,
    middle: null,
    held: { in: 'codings', frameId: id },
    rows: () => lines,
    within: (theme) => upwards.get(theme) ?? [],
  }
}

const option = ([value, label]: [string, string]): Option => ({ value, label })

/** Of what is known of a response, only what there is is shown; what nobody named goes by its value. */
const ofColumn = (name: string, label: string, column: (Held & { in: 'responses' })['column'], known: readonly Option[]): Dimension => ({
  name,
  label,
  family: 'response',
  several: false,
  middle: null,
  held: { in: 'responses', column },
  rows: (counts) => [
    ...known.filter(({ value }) => counts[value]),
    ...Object.keys(counts)
      .filter((value) => !known.some((one) => one.value === value))
      .sort((one, other) => one.localeCompare(other, 'en-GB', { numeric: true }))
      .map((value) => ({ value, label: value })),
  ],
  within: (choice) => [choice],
})
