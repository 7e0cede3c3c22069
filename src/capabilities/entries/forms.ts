import { z } from 'zod'
import { type Body, type FormResult, read } from '#platform/forms.ts'
import { aDate, dateTyped } from '#platform/typed-dates.ts'
import { digitsOf } from './text-message.ts'
import { helpers, type Way } from './way.ts'

const optional = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `This must be ${most.toLocaleString('en-GB')} characters or fewer`)
    .optional()
    .transform((text) => text || null)

const words = (mistake: string, most: number) =>
  z
    .string(mistake)
    .trim()
    .min(1, mistake)
    .max(most, `This must be ${most.toLocaleString('en-GB')} characters or fewer`)

const present = 'Enter how many people were in the room, as a whole number'

/** What is asked of staff beside the questions: `said` is the day it was said or written, `received` the day it reached us. */
const entrySchema = z.object({
  'typed-said': aDate('the day'),
  'typed-received': aDate('the day it reached us'),
  'typed-helper': z
    .union([z.literal(''), z.enum(helpers)], 'Choose who helped')
    .optional()
    .transform((helper) => helper || null),
  'typed-organisation': optional(200),
  'typed-authorised': optional(120),
  'typed-event': optional(200),
  'typed-present': z
    .string()
    .trim()
    .regex(/^\d{0,6}$/, present)
    .optional()
    .transform((number) => (number ? Number(number) : null)),
  'typed-late': optional(1000),
})
export type EntryInput = z.output<typeof entrySchema>

interface Surroundings {
  way: Way
  opensOn: string
  /** The last day on which people could answer. */
  lastDay: string
  today: string
  /** True after the last day, when a reason is needed. */
  late: boolean
}

/** What staff typed beside the questions, with the mistakes that depend on how it came and on the days of the consultation. */
export function readEntry(body: Body, { way, opensOn, lastDay, today, late }: Surroundings): FormResult<EntryInput> {
  const dates = { 'typed-said': dateTyped(body, 'typed-said'), 'typed-received': dateTyped(body, 'typed-received') }
  // What is said and heard at once has one day.
  if (!hasTwoDays(way)) dates['typed-received'] = dates['typed-said'] || today
  return read(
    entrySchema.superRefine((entry, check) => {
      const wrong = (field: keyof EntryInput, message: string) => check.addIssue({ code: 'custom', path: [field], message })
      const [said, received] = [entry['typed-said'], entry['typed-received']]
      if (said > today) wrong('typed-said', 'This day is still to come')
      else if (said < opensOn) wrong('typed-said', 'This is before the consultation opened. Enter the day it was said')
      else if (said > lastDay) wrong('typed-said', 'This is after the last day to answer, so it came too late')
      if (received > today) wrong('typed-received', 'This day is still to come')
      else if (received < said) wrong('typed-received', 'It cannot have reached us before it was written')
      if (late && !entry['typed-late']) wrong('typed-late', 'Enter why it is entered after the last day')
      if (entry['typed-organisation'] && !entry['typed-authorised'])
        wrong('typed-authorised', 'Enter the post of whoever authorised it, like “chair” or “head of service”')
      if (!entry['typed-organisation'] && entry['typed-authorised'])
        wrong('typed-organisation', 'Enter the organisation that they speak for')
      if (way !== 'event') return
      if (!entry['typed-event']) wrong('typed-event', 'Enter what the event was')
      if (!entry['typed-present']) wrong('typed-present', present)
    }),
    { ...body, ...dates } as Body,
  )
}

/** A letter and an email are written on one day and reach us on another. */
export const hasTwoDays = (way: Way) => way === 'letter' || way === 'email'

export const removalForm = z.object({ reason: words('Enter why you take it out', 1000) })

export const lineForm = z.object({
  number: words('Enter the telephone number', 30)
    .transform(digitsOf)
    .refine((digits) => /^\d{3,15}$/.test(digits), 'Enter a telephone number, like 07700 900000 or 60006'),
  keyword: optional(30).refine(
    (word) => word === null || /^[\p{L}\p{N}]+$/u.test(word),
    'The keyword must be one word of letters and digits',
  ),
  question: words('Choose the question that messages answer', 200).transform((text) => {
    const [surveyId = '', questionKey = ''] = text.split(' ')
    return { surveyId, questionKey }
  }),
})
export type LineInput = z.output<typeof lineForm>
