import { dateParts } from '#platform/typed-dates.ts'
import type { Option, Question, Settings } from '../question.ts'
import { settleOptions } from './options.ts'
import { isQuestionType, typeOf } from './registry.ts'

/** The question that these settings make. Options keep the values they had; where and when it is asked stays as it was. */
export function questionOf(key: string, type: string, { labels, rowLabels, ...rest }: Settings, before?: Question): Question {
  const { page, asked, block } = before ?? {}
  const set = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined && value !== false)) as { text: string }
  return {
    key,
    type,
    ...set,
    ...(labels && { options: settleOptions(labels, before?.options) }),
    ...(rowLabels && { rows: settleOptions(rowLabels, before?.rows) }),
    ...(page !== undefined && { page }),
    ...(asked && { asked }),
    ...(block && { block }),
  }
}

/** A question as its settings form shows it: `settings` reads it back as it is. */
export function valuesOf(question: Question): Record<string, string> {
  const { ends, picture, kinds, options, rows, least, most, required, other } = question
  const text = ['text', 'hint', 'mistake', 'limit', 'places', 'unit', 'total', 'wording', 'reason', 'largest'] as const
  return {
    ...Object.fromEntries(text.map((name) => [name, String(question[name] ?? '')])),
    ...bound('least', least),
    ...bound('most', most),
    ...(required && { required: 'yes' }),
    ...(other && { other: 'yes' }),
    ...(options && { labels: lines(options) }),
    ...(rows && { rowLabels: lines(rows) }),
    ...(ends && { 'least-means': ends.least, 'most-means': ends.most }),
    ...(kinds && { kinds: kinds.length === 1 ? (kinds[0] ?? 'both') : 'both' }),
    ...(picture && { picture: picture.file, 'picture-description': picture.description }),
  }
}

const lines = (options: readonly Option[]) => options.map(({ label }) => label).join('\n')
const bound = (name: string, value: string | number | undefined): Record<string, string> =>
  value === undefined ? {} : /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? dateParts(name, String(value)) : { [name]: String(value) }

/** What is wrong with a question that did not come from its settings form, in words: one that was brought in, or written by a program. */
export function mistakesIn(question: Question): string[] {
  if (!isQuestionType(question.type)) return [`There is no type of question called “${question.type}”`]
  const read = typeOf(question).settings.safeParse(valuesOf(question))
  const values = [question.options ?? [], question.rows ?? []].map((options) => options.map(({ value }) => value))
  const areSound = values.every((all) => new Set(all).size === all.length && all.every((value) => /^[A-Za-z0-9][\w.-]{0,79}$/.test(value)))
  return [
    ...(read.error?.issues.map(({ message }) => message) ?? []),
    ...(areSound ? [] : ['The values of its answers must be short, of letters, digits and hyphens, and each different']),
  ]
}
