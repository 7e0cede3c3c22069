import { z } from 'zod'
import { type Body, type FormResult, read } from '#platform/forms.ts'
import { isId } from '#platform/ids.ts'
import { aDate, dateTyped } from '#platform/typed-dates.ts'
import { characteristics, isCharacteristic } from './baseline.ts'
import type { Naming } from './bin.ts'

const words = (missing: string, most: number) =>
  z
    .string(missing)
    .trim()
    .min(1, missing)
    .max(most, `This must be ${most.toLocaleString('en-GB')} characters or fewer`)

const optional = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `This must be ${most.toLocaleString('en-GB')} characters or fewer`)
    .default('')

export const baselineForm = z.object({
  title: optional(200),
  characteristic: z
    .string()
    .default('')
    .refine((name) => name === '' || isCharacteristic(name), 'Choose a characteristic from the list')
    .transform((name) => (isCharacteristic(name) ? name : null)),
  areas: optional(5000).transform((lines) => lines.split(/[\n,]/).flatMap((line) => line.trim() || [])),
  areaName: optional(200),
  boundary: z
    .string()
    .trim()
    .default('')
    .refine((year) => year === '' || /^(19|20)\d\d$/.test(year), 'The year of the boundaries must be a year, like 2021')
    .transform((year) => (year === '' ? null : Number(year))),
  source: words('Enter where the numbers are from', 300),
  dated: optional(40),
})
export type BaselineInput = z.output<typeof baselineForm>

export const characteristicItems = [
  { value: '', text: 'As the file says' },
  ...Object.entries(characteristics).map(([value, text]) => ({ value, text })),
]

export const removalForm = z.object({ reason: words('Enter why it is taken out', 1000) })
export type RemovalInput = z.output<typeof removalForm>

const headcountSchema = z.object({
  title: words('Enter who these people are', 200),
  countedOn: aDate('the day they were counted'),
  counts: optional(20_000),
})
export type HeadcountInput = z.output<typeof headcountSchema>

export const readHeadcount = (body: Body): FormResult<HeadcountInput> =>
  read(headcountSchema, { ...body, countedOn: dateTyped(body, 'countedOn') } as Body)

const planSchema = z.object({
  about: z
    .string('Choose what this is about')
    .transform((text) => text.split(' '))
    .refine(([kind, id]) => ['survey', 'source', 'headcount'].includes(kind ?? '') && isId(id ?? ''), 'Choose what this is about')
    .transform(([kind, id]) => ({ kind: kind as 'survey' | 'source' | 'headcount', id: id as string })),
  who: words('Enter who you want to hear', 500),
  action: words('Enter what you will do', 2000),
  owner: words('Enter who will see to it', 200),
  dueOn: aDate('the day it is to be done by'),
})
export type PlanInput = z.output<typeof planSchema>

export const readPlan = (body: Body): FormResult<PlanInput> => read(planSchema, { ...body, dueOn: dateTyped(body, 'dueOn') } as Body)

const reached = 'Enter how many people you reached, as a whole number. 0 is an answer too'

export const closureForm = z
  .object({
    outcome: z.enum(['done', 'not done'], 'Choose whether it was done'),
    reached: z.string().trim().default(''),
    told: words('Enter what was done and what came of it, or why it was not', 2000),
  })
  .superRefine(({ outcome, reached: typed }, check) => {
    if (outcome === 'done' && !/^\d{1,7}$/.test(typed)) check.addIssue({ code: 'custom', path: ['reached'], message: reached })
  })
  .transform(({ outcome, reached: typed, told }) => ({
    done: outcome === 'done',
    reached: outcome === 'done' ? Number(typed) : null,
    told,
    outcome,
  }))
export type ClosureInput = z.output<typeof closureForm>

/** The names typed for answers and groups: 'choice:<value>' and 'group:<value>'. */
export function namingTyped(body: Body, choices: readonly { value: string }[], groups: readonly { value: string }[]): Naming {
  const at = (name: string) =>
    String([body[name] ?? ''].flat().at(-1) ?? '')
      .trim()
      .slice(0, 200)
  return {
    choices: Object.fromEntries(choices.map(({ value }) => [value, at(`choice:${value}`)])),
    groups: Object.fromEntries(groups.map(({ value }) => [value, at(`group:${value}`)])),
  }
}
