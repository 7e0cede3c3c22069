import type { z } from 'zod'
import type { Html } from '#design'
import type { Body } from '#platform/forms.ts'

/** One question, as its author set it. `key` is its name for ever: the field on the page, and the link to its answers. */
export interface Question {
  key: string
  /** The name of a question type. */
  type: string
  text: string
  hint?: string
  required?: boolean
  options?: { value: string; label: string }[]
  /** Offers "Something else", and a box to say what. */
  other?: boolean
  /** The most characters, in code points. */
  limit?: number
}

/** What someone gave as their answer. Where "Something else" was picked, choices hold 'other' and words what was said. */
export interface GivenAnswer {
  question: Question
  choices: string[] | null
  words: string | null
}

/** An answer as read from a form, with what is wrong with it by the name of the field. */
export interface Reading {
  choices: string[] | null
  words: string | null
  mistakes: Readonly<Record<string, string>>
}

/** How many people answered, and how often each choice was made, by its value. */
export interface Tally {
  answered: number
  choices: Readonly<Record<string, number>>
}

/** The rows to show, in the author's order; none for words, which are read and not counted. */
export interface Summary {
  answered: number
  rows: { value: string; label: string; count: number }[]
}

export interface FieldProps {
  question: Question
  values: Body
  errors: Readonly<Record<string, string | undefined>>
}

/** What an author sets. Options come as labels, and are given their values when they are kept. */
export interface Settings {
  text: string
  hint?: string | undefined
  required: boolean
  labels?: string[] | undefined
  other?: boolean | undefined
  limit?: number | undefined
}

/** A kind of question. A new one is a file with one of these, and a line in the registry. */
export interface QuestionType {
  name: string
  /** As an author picks it. */
  label: string
  settings: z.ZodType<Settings>
  /** What this kind asks of its author beside text, hint and whether it must be answered. */
  SettingsFields: (props: {
    values: Readonly<Record<string, string | undefined>>
    errors: Readonly<Record<string, string | undefined>>
  }) => Html
  answer: (question: Question, body: Body) => Reading
  Field: (props: FieldProps) => Html
  summarise: (question: Question, tally: Tally) => Summary
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

/** Length as a person counts it: an emoji of one code point is one. */
export const lengthOf = (words: string) => [...words].length

/** What is wrong with words longer than their limit. */
export const tooLong = (words: string, limit: number, what: string) =>
  lengthOf(words) > limit
    ? `${what} must be ${limit.toLocaleString('en-GB')} characters or fewer. It is ${lengthOf(words).toLocaleString('en-GB')} now.`
    : undefined

/** A question that may be skipped says so. */
export const askedAs = (question: Question) => (question.required ? question.text : `${question.text} (optional)`)
