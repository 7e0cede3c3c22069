import { z } from 'zod'
import { type Body, type FormResult, read } from '#platform/forms.ts'
import { aDate, dateParts, dateTyped } from '#platform/typed-dates.ts'
import { type Period, periodKinds } from './period.ts'
import { communitiesTyped } from './planned.ts'

const words = (mistake: string, most: number) =>
  z
    .string(mistake)
    .trim()
    .min(1, mistake)
    .max(most, `This must be ${most.toLocaleString('en-GB')} characters or fewer`)

const communities = z
  .string()
  .max(5000, 'Enter 50 communities or fewer')
  .optional()
  .default('')
  .transform(communitiesTyped)
  .refine(
    (names) => names.length <= 50 && names.every((name) => name.length <= 100),
    'Enter 50 communities or fewer, each of 100 characters or fewer',
  )

const entrySchema = z
  .object({
    title: words('Enter what is planned', 200),
    startsOn: aDate('the first day'),
    endsOn: aDate('the last day'),
    communities,
    shared: z.enum(['yes', 'no'], 'Choose who can see it').transform((answer) => answer === 'yes'),
  })
  .refine(({ startsOn, endsOn }) => endsOn >= startsOn, { path: ['endsOn'], message: 'The last day must be the first day or later' })
export type EntryInput = z.infer<typeof entrySchema>

export const readEntry = (body: Body): FormResult<EntryInput> =>
  read(entrySchema, { ...body, startsOn: dateTyped(body, 'startsOn'), endsOn: dateTyped(body, 'endsOn') } as Body)

const periodSchema = z
  .object({
    kind: z.enum(periodKinds, 'Choose what it is'),
    name: words('Enter what it is called', 120),
    from: aDate('the first day'),
    to: aDate('the last day'),
    reason: words('Enter where you know it from, or why you change it', 1000),
  })
  .refine(({ from, to }) => to >= from, { path: ['to'], message: 'The last day must be the first day or later' })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= 366 * 86_400_000, { path: ['to'], message: 'It must be a year or less' })
export type PeriodInput = z.infer<typeof periodSchema>

export const readPeriod = (body: Body): FormResult<PeriodInput> =>
  read(periodSchema, { ...body, from: dateTyped(body, 'from'), to: dateTyped(body, 'to') } as Body)

/** What the form shows of a period that is kept. */
export const valuesOf = ({ kind, name, from, to }: Period) => ({ kind, name, ...dateParts('from', from), ...dateParts('to', to) })

export const removalForm = z.object({ reason: words('Enter why you take it out', 1000) })

export const limitForm = z.object({
  atOnce: z
    .string('Enter a number from 1 to 20')
    .trim()
    .regex(/^\d{1,2}$/, 'Enter a number from 1 to 20')
    .transform(Number)
    .refine((number) => number >= 1 && number <= 20, 'Enter a number from 1 to 20'),
  reason: words('Enter why you change it', 1000),
})
export type LimitInput = z.infer<typeof limitForm>

export const feedForm = z.object({
  name: words('Enter whose calendar it is', 120),
  communities,
  ics: z.string().optional().default(''),
  /** The file itself comes beside the form. */
  file: z.undefined().optional(),
})
export type FeedInput = z.infer<typeof feedForm>
