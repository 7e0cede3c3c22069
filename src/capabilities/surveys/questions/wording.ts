import { z } from 'zod'
import { lengthOf } from '../question.ts'

/** A tick box: there, or not. */
export const ticked = z
  .unknown()
  .optional()
  .transform((value) => value !== undefined && value !== '')

/** Words that may be left out. */
export const optionalWords = (what: string, most: number) =>
  z
    .string()
    .trim()
    .refine((words) => lengthOf(words) <= most, `${what} must be ${most.toLocaleString('en-GB')} characters or fewer`)
    .optional()
    .transform((words) => words || undefined)

/** What every kind of question that is answered has. */
export const wording = {
  text: z.string('Enter the question').trim().min(1, 'Enter the question').max(300, 'The question must be 300 characters or fewer'),
  hint: optionalWords('The hint', 500),
  mistake: optionalWords('What to say when it is not answered', 200),
  required: ticked,
}

/** A number an author may set: digits, with commas or without; nothing where it is left empty. */
export const numberSet = (what: string, { least, most, places = 0 }: { least: number; most: number; places?: number }) =>
  z
    .string()
    .trim()
    .optional()
    .transform((typed) => (typed ? Number(typed.replaceAll(',', '')) : undefined))
    .refine(
      (number) => number === undefined || (number >= least && number <= most && Number.isInteger(number * 10 ** places)),
      `${what} must be a ${places ? '' : 'whole '}number from ${least.toLocaleString('en-GB')} to ${most.toLocaleString('en-GB')}`,
    )

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
