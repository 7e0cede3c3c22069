import { z } from 'zod'
import { fewestComments, mostCoders, mostComments } from './round.ts'

const sizeInWords = `The number of comments must be a whole number from ${fewestComments} to ${mostComments.toLocaleString('en-GB')}`
const list = z.union([z.string(), z.array(z.string())]).transform((one) => [...new Set([one].flat())])

export const roundForm = z.object({
  batch: z.string('Choose what to draw from').min(1, 'Choose what to draw from'),
  frame: z.string('Choose a frame').min(1, 'Choose a frame'),
  size: z
    .string('Enter how many comments')
    .trim()
    .min(1, 'Enter how many comments')
    .regex(/^\d{1,6}$/, sizeInWords)
    .transform(Number)
    .refine((size) => size >= fewestComments && size <= mostComments, sizeInWords),
  from: z.enum(['uncoded', 'any'], 'Choose which comments'),
  coders: list
    .default([])
    .refine((coders) => coders.length >= 2, 'Choose at least two people')
    .refine((coders) => coders.length <= mostCoders, `Choose ${mostCoders} people or fewer`),
})
export type RoundInput = z.infer<typeof roundForm>

const reason = (missing: string) => z.string(missing).trim().min(1, missing).max(500, 'The reason must be 500 characters or fewer')

export const closureForm = z.object({ reason: reason('Enter why the round ends before everyone has finished') })
export type ClosureInput = z.infer<typeof closureForm>

const decide = 'Choose the themes it is about, or “Nothing here fits”'

/** What a comment is about in the end: themes, or that none fits; both at once is a slip. */
export const settlementForm = z
  .object({
    themes: list.default([]),
    nothing: z.string().optional(),
    reason: z.string().trim().max(500, 'The reason must be 500 characters or fewer').default(''),
  })
  .refine(({ themes, nothing }) => themes.length > 0 || nothing !== undefined, { path: ['themes'], message: decide })
  .refine(({ themes, nothing }) => themes.length === 0 || nothing === undefined, {
    path: ['themes'],
    message: 'Choose either themes or “Nothing here fits”, not both',
  })
export type SettlementInput = z.infer<typeof settlementForm>

export const comparisonForm = z
  .object({
    batch: z.string('Choose what they coded').min(1, 'Choose what they coded'),
    frame: z.string('Choose a frame').min(1, 'Choose a frame'),
    one: z.string().default(''),
    other: z.string().default(''),
  })
  .refine(({ one, other }) => one === '' || one !== other, { path: ['other'], message: 'Choose two different coders' })
export type ComparisonInput = z.infer<typeof comparisonForm>
