import { z } from 'zod'
import { type Body, type FormResult, read } from '#platform/forms.ts'
import { aDate, dateTyped } from '#platform/typed-dates.ts'

const words = (mistake: string, most: number) =>
  z
    .string(mistake)
    .trim()
    .min(1, mistake)
    .max(most, `This must be ${most.toLocaleString('en-GB')} characters or fewer`)

const passingOn = (today: string) =>
  z.object({
    passedTo: words('Enter whom you passed it on to, by role or organisation', 200),
    passedOn: aDate('the day you passed it on').refine((on) => on <= today, 'The day must be today or earlier'),
    reference: z
      .string()
      .trim()
      .max(100, 'This must be 100 characters or fewer')
      .default('')
      .transform((typed) => typed || null),
    afterwards: z.enum(['keep', 'release'], 'Choose what happens to the words'),
  })
export type PassingOn = z.infer<ReturnType<typeof passingOn>>

/** What was typed about passing a concern on, with its date put together. */
export const readPassingOn = (body: Body, today: string): FormResult<PassingOn> =>
  read(passingOn(today), { ...body, passedOn: dateTyped(body, 'passedOn') } as Body)

export const withholdingForm = z.object({ reason: words('Enter why it is withheld', 1000) })
export type Withholding = z.infer<typeof withholdingForm>

export const raisingForm = z.object({ note: words('Enter what worries you', 1000) })
export type Raising = z.infer<typeof raisingForm>

const turn = z
  .object({
    member: z.uuid('Choose a colleague'),
    startsOn: aDate('the first day'),
    endsOn: z
      .string()
      .nullable()
      .refine((on) => on !== null, 'The last day must be a real date, like 27 3 2026')
      .transform((on) => on || null),
  })
  .refine(({ startsOn, endsOn }) => endsOn === null || startsOn <= endsOn, {
    path: ['endsOn'],
    message: 'The last day must not be before the first',
  })
export type TurnInput = z.infer<typeof turn>

/** A turn of duty as typed. Without a last day it goes on until it is ended. */
export const readTurn = (body: Body): FormResult<TurnInput> =>
  read(turn, { ...body, startsOn: dateTyped(body, 'startsOn'), endsOn: dateTyped(body, 'endsOn') } as Body)

export const limitForm = z.object({
  workingDays: z.coerce.number('Choose a number of days').int().min(1, 'Choose a number of days').max(5, 'Choose 5 or fewer'),
})
export type Limit = z.infer<typeof limitForm>
