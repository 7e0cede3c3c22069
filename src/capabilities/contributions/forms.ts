import { z } from 'zod'

const longestReason = 1000

const reason = (question: string) =>
  z
    .string({ error: question })
    .trim()
    .min(1, question)
    .max(longestReason, `The reason must be ${longestReason.toLocaleString('en-GB')} characters or fewer`)

export const withholdingForm = z.object({
  audience: z.enum(['public', 'everyone'], { error: 'Choose who is no longer to read it' }),
  reason: reason('Enter why you are withholding it'),
})
export type WithholdingFields = z.infer<typeof withholdingForm>

export const redactionForm = z.object({
  words: z.string({ error: 'Enter the words to remove' }).trim().min(1, 'Enter the words to remove'),
  reason: reason('Enter why you are removing them'),
})
export type RedactionFields = z.infer<typeof redactionForm>

export const liftForm = z.object({ reason: reason('Enter why it may be read again') })
export type LiftFields = z.infer<typeof liftForm>

const text = z
  .string()
  .trim()
  .max(200)
  .transform((typed) => typed || undefined)
  .optional()
  .catch(undefined)
const id = z.uuid().optional().catch(undefined)

/** What someone is looking for among the contributions, as it stands in the address. What makes no sense is left out. */
export const lookingForm = z.object({
  survey: id,
  source: id,
  words: text,
  hidden: z.enum(['withheld', 'redacted']).optional().catch(undefined),
  after: id,
})
export type Looking = z.infer<typeof lookingForm>
