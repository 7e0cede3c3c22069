import { z } from 'zod'
import type { Question } from '#capabilities/surveys'
import { Refused } from '#platform/errors.ts'
import { type BroughtSurvey, keyOf, type Left, mistakeIn } from './brought-survey.ts'
import { type Coded, optionsOf, valuesOf } from './lss-column.ts'
import { plainLine, plainWords, shortened } from './plain-text.ts'
import { placed } from './survey-json.ts'

const component = z.looseObject({
  type: z.string(),
  name: z.string().optional(),
  title: z.string().optional().default(''),
  hint: z.string().optional(),
  content: z.string().optional(),
  list: z.string().optional(),
  options: z.looseObject({ required: z.boolean().optional() }).optional(),
  schema: z.looseObject({ min: z.number().optional(), max: z.number().optional() }).optional(),
})
const form = z.looseObject({
  name: z.string().optional(),
  pages: z
    .array(
      z.looseObject({ path: z.string(), title: z.string().optional().default(''), components: z.array(component).optional().default([]) }),
    )
    .max(500),
  lists: z
    .array(
      z.looseObject({
        name: z.string(),
        items: z
          .array(z.looseObject({ text: z.string(), value: z.union([z.string(), z.number(), z.boolean()]) }))
          .optional()
          .default([]),
      }),
    )
    .optional()
    .default([]),
  conditions: z.array(z.unknown()).optional().default([]),
})
type Component = z.infer<typeof component>

/** True where it is the definition of a form of Defra's forms builder. */
export const isDefraForm = (json: unknown) => typeof json === 'object' && json !== null && 'pages' in json && 'startPage' in json

/** Pages and questions of a form. Its conditions send people from page to page; here they belong to questions, so they are not brought over. */
export function readDefraForm(json: unknown): BroughtSurvey {
  const read = form.safeParse(json)
  if (!read.success) throw new Refused(placed(read.error))
  const { name, pages, lists, conditions } = read.data
  const codes = new Map(lists.map((list) => [list.name, list.items.map(({ text, value }): Coded => ({ code: String(value), text }))]))
  const questions: Question[] = []
  const left: Left[] = []
  const taken = new Set<string>()
  let row = 0
  for (const page of pages) {
    let isFirst = true
    for (const given of page.components) {
      row += 1
      const question = questionOf(given, keyOf(given.name ?? `q${row}`, taken), codes.get(given.list ?? '') ?? [])
      const wrong = question ? mistakeIn(question) : `there is nothing like ${given.type} here`
      if (!question || wrong) {
        left.push({ row, reason: `“${given.title || given.name || given.type}”: ${wrong}` })
        continue
      }
      taken.add(question.key)
      questions.push(isFirst ? { ...question, page: shortened(plainLine(page.title), 100) } : question)
      isFirst = false
    }
  }
  const notes =
    conditions.length > 0
      ? [
          `Its ${conditions.length} conditions send people from page to page and were not brought over: say in the questions who is asked them`,
        ]
      : []
  return {
    layout: 'Defra form',
    title: shortened(name || plainLine(pages[0]?.title ?? '') || 'Form', 120),
    promise: 'linked',
    questions,
    read: row,
    left,
    notes,
    languages: [],
  }
}

const asWords: Readonly<Record<string, string>> = {
  TextField: 'short-text',
  TelephoneNumberField: 'short-text',
  MultilineTextField: 'long-text',
  EmailAddressField: 'email',
  DatePartsField: 'date',
  DateField: 'date',
  FileUploadField: 'file',
}
const asList: Readonly<Record<string, string>> = {
  RadiosField: 'one-of',
  SelectField: 'drop-down',
  AutocompleteField: 'drop-down',
  CheckboxesField: 'some-of',
}
const onlyRead = new Set(['Html', 'InsetText', 'Details', 'Para'])

function questionOf({ type, title, hint, content, options, schema }: Component, key: string, items: readonly Coded[]): Question | null {
  const base = {
    key,
    text: shortened(plainLine(title) || key, 300),
    ...(hint && { hint: shortened(plainLine(hint), 500) }),
    ...(options?.required && { required: true }),
  }
  if (onlyRead.has(type))
    return {
      key,
      type: 'information',
      text: shortened(plainWords([type === 'Details' ? title : '', content].filter(Boolean).join('\n\n')) || base.text, 5000),
    }
  if (type === 'YesNoField') return { ...base, type: 'yes-no' }
  if (type === 'NumberField')
    return {
      ...base,
      type: 'number',
      ...(schema?.min !== undefined && { least: schema.min }),
      ...(schema?.max !== undefined && { most: schema.max }),
    }
  if (asWords[type]) return { ...base, type: asWords[type] }
  if (!asList[type]) return null
  const offered = optionsOf(items)
  return new Set(valuesOf(offered)).size === offered.length ? { ...base, type: asList[type], options: offered } : null
}
