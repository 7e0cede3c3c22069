import { z } from 'zod'

const ticked = z
  .unknown()
  .optional()
  .transform((value) => value !== undefined && value !== '')

/** What every kind of question has. */
export const wording = {
  text: z.string('Enter the question').trim().min(1, 'Enter the question').max(300, 'The question must be 300 characters or fewer'),
  hint: z
    .string()
    .trim()
    .max(500, 'The hint must be 500 characters or fewer')
    .optional()
    .transform((hint) => hint || undefined),
  required: ticked,
}

export const offersOther = ticked

/** The most characters an answer may have: digits, or nothing for the usual. */
export const limitOf = (usual: number, most: number) =>
  z
    .string()
    .trim()
    .optional()
    .transform((typed) => (typed ? Number(typed.replaceAll(',', '')) : usual))
    .refine(
      (limit) => Number.isInteger(limit) && limit >= 1 && limit <= most,
      `The limit must be a number from 1 to ${most.toLocaleString('en-GB')}`,
    )
