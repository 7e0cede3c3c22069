import type { z } from 'zod'
import type { Html } from '#design'
import type { Body } from '#platform/forms.ts'

export interface Option {
  value: string
  label: string
}

/** One question, as its author set it. `key` is its name for ever: the field on the page, and the link to its answers. */
export interface Question {
  key: string
  /** The name of a question type. */
  type: string
  text: string
  hint?: string
  required?: boolean
  /** What to say where it must be answered and is not, in its author's words. */
  mistake?: string
  /** Begins a new page, of this title. */
  page?: string
  /** Asked only where earlier answers, given on earlier pages, say so; without it, always. */
  asked?: { when: 'all' | 'any'; of: readonly Condition[] }
  /** The shared block it came from. Answers to the block 'equality' are kept apart from all others. */
  block?: string
  /** Choices; the columns of a matrix; what is put in order, or shares a budget. */
  options?: Option[]
  /** What choices that are ours and not the author's are called in another language, by their values; and 'optional'. */
  labels?: Readonly<Record<string, string>>
  /** Offers "Something else", and a box to say what. */
  other?: boolean
  /** The rows of a matrix. */
  rows?: Option[]
  /** The most characters, in code points. */
  limit?: number
  /** The least and the most a number, or a date as 2026-09-30, may be; the ends of a scale. */
  least?: number | string
  most?: number | string
  /** How many decimal places a number may have; none without it. */
  places?: number
  /** What a number or a budget is counted in, as '£' or 'years'. */
  unit?: string
  /** What the parts of a budget must come to. */
  total?: number
  /** What the ends of a scale mean. */
  ends?: { least: string; most: string }
  /** Which wording of the Friends and Family Test a rating has. */
  wording?: 'experience' | 'recommend'
  /** Why the whole postcode is kept; without it, only its area and deprivation decile are. */
  reason?: string
  /** Beside information: the id of a kept file, and its words for those who do not see it. */
  picture?: { file: string; description: string }
  /** What may be uploaded, and the most megabytes of one file. How many files is `most`. */
  kinds?: FileKind[]
  largest?: number
}

export type FileKind = 'pictures' | 'documents'

/** What an earlier answer must be. `values` are of options; a matrix's as row:column. */
export interface Condition {
  question: string
  is: 'any of' | 'none of' | 'answered' | 'not answered'
  values?: readonly string[]
}

/**
 * What someone gave. `choices` are what is counted, each once: the value of an option; a number or a date as text; for each row
 * of a matrix 'row:column'; for each thing put in order 'thing:place'; for each part of a budget 'thing:amount'; for a postcode 'area:RM1' and
 * 'decile:3'. Where "Something else" was picked, choices hold 'other' and words what was said. `apart` is kept apart from all answers.
 * `files` are ids of files kept for it.
 */
export interface Given {
  choices: string[] | null
  words: string | null
  apart?: string | null
  files?: string[]
}

/** What someone gave, with what it answers. */
export interface GivenAnswer extends Given {
  question: Question
  /** The whole postcode that was typed, for what a directory says of its place while it is received; kept nowhere. */
  passing?: string
}

/** An answer as read from a form, with what is wrong with it by the name of the field. */
export interface Reading extends Given {
  mistakes: Readonly<Record<string, string>>
}

/** How many people answered, and how often each choice was made, by its value. */
export interface Tally {
  answered: number
  choices: Readonly<Record<string, number>>
}

/**
 * What there is to show of a question: parts, each a table of its own that is published or hidden as a whole. Most questions have one; a
 * matrix has one for each row. None for words, which are read and not counted.
 */
export interface Summary {
  answered: number
  parts: SummaryPart[]
  /** The parts can be worked out from one another, as places in an order: where one must be hidden, all are. */
  together?: boolean
}

export interface SummaryPart {
  /** The question's key; for one of several parts, with what it is about: 'q3:transport'. */
  key: string
  text: string
  /** How many answered this part. */
  answered: number
  /** A person may be in more than one row. */
  several: boolean
  /** In the author's order. */
  rows: { value: string; label: string; count: number }[]
  /** Measures beside the counts, for staff: as the mean. Worked out from the counts alone. */
  figures?: { name: string; value: string }[]
}

/** Where a kept file is shown from, by its id. Without it a picture is not drawn, and its description stands in its place. */
type AddressOf = (file: string) => string

export interface FieldProps {
  question: Question
  values: Body
  errors: Readonly<Record<string, string | undefined>>
  addressOf?: AddressOf
}

export interface PaperProps {
  question: Question
  /** How it is numbered on the form; none where nothing is asked. */
  number?: number
  addressOf?: AddressOf
}

type SetOnce = 'key' | 'type' | 'labels' | 'page' | 'asked' | 'block' | 'options' | 'rows'

/** What an author sets. Options and rows come as labels, and are given their values when they are kept. */
export type Settings = { [Member in Exclude<keyof Question, SetOnce>]?: Question[Member] | undefined } & {
  text: string
  labels?: string[] | undefined
  rowLabels?: string[] | undefined
}

/** A column of an export: the same whatever route someone took, and whichever version they answered. */
export interface Column {
  key: string
  label: string
  /** What its cells may hold, with what each means; null where that is open. */
  values: readonly Option[] | null
}

/** A kind of question. A new one is a file with one of these, and a line in the registry. */
export interface QuestionType {
  name: string
  /** As an author picks it. */
  label: string
  /** People read it, and answer nothing. */
  isOnlyRead?: boolean
  /** Reads what its author typed. */
  settings: z.ZodType<Settings>
  /** What this kind asks of its author beside text, hint, whether it must be answered, and what to say where it is not. */
  SettingsFields: (props: {
    values: Readonly<Record<string, string | undefined>>
    errors: Readonly<Record<string, string | undefined>>
  }) => Html

  /** The name of every field that it draws. All begin with its key; what follows is '-other' or begins with a full stop. */
  fields: (question: Question) => string[]
  /** Never throws, whatever is sent, and keeps only what was offered. A mistake goes by the id of the field to go to. */
  answer: (question: Question, body: Body) => Reading
  /** What was typed and is let go once it has been looked up: for a postcode, the whole of it. */
  passing?: (question: Question, body: Body) => string | null
  /** A form that holds this answer: `answer` reads it back as it is. */
  typed: (question: Question, given: Given) => Body
  /** As people fill it in. An element of it has the key as its id, for a mistake about the whole. */
  Field: (props: FieldProps) => Html
  /** As it is printed, to be filled in by hand. */
  Paper: (props: PaperProps) => Html
  /** An answer in words, as on a receipt: labels, not values; '' where nothing was given. */
  shown: (question: Question, given: Given) => string

  /** Everything that can be chosen, in order, as conditions go by it; none where that is open, as a number or a date. */
  choices: (question: Question) => Option[]
  /** True where this choice can be made, so that nobody who made it is left behind by a change of the question. */
  offers: (question: Question, choice: string) => boolean
  /** Choices that are offered no longer are shown too, after the others. */
  summarise: (question: Question, tally: Tally) => Summary
  columns: (question: Question) => Column[]
  /** What goes in its columns, by their keys. Values, not labels. Nothing that is kept apart. */
  cells: (question: Question, given: Given) => Record<string, string>
}

/** Everything sent under this name, cleaned: one form of Unicode, no character a database cannot hold. */
export function sent(body: Body, name: string): string[] {
  const values = Object.hasOwn(body, name) ? [body[name] ?? ''].flat() : []
  return values
    .map((value) => value.toWellFormed().normalize('NFC').replaceAll('\r\n', '\n').replaceAll('\0', '').trim())
    .filter((value) => value !== '')
}

/** The words sent under this name; empty where there are none. */
export const wordsSent = (body: Body, name: string) => sent(body, name).at(-1) ?? ''

/** What a form shows at this name: of several, the last. */
export const shownAt = (values: Body, name: string) => [values[name] ?? ''].flat().at(-1) ?? ''

/** Length as a person counts it: an emoji of one code point is one. */
export const lengthOf = (words: string) => [...words].length

/** What is wrong with words longer than their limit. */
export const tooLong = (words: string, limit: number, what: string) =>
  lengthOf(words) > limit
    ? `${what} must be ${limit.toLocaleString('en-GB')} characters or fewer. It is ${lengthOf(words).toLocaleString('en-GB')} now.`
    : undefined

/** A question that may be skipped says so. */
export const askedAs = (question: Question) =>
  question.required ? question.text : `${question.text} (${question.labels?.optional ?? 'optional'})`

/** What is wrong where a question that must be answered is not: in its author's words, or in ours. */
export const missing = (question: Question, usual: string) => question.mistake ?? usual

/** True where anything at all was given. */
export const isGiven = ({ choices, words, apart, files }: Given) => Boolean(choices?.length || words || apart || files?.length)
