import { z } from 'zod'
import { unsaidChoices } from './weighting.ts'

/** The largest weight, as a multiple of the mean. */
export const limits = { '5': '5 times the mean', '3': '3 times the mean', none: 'No limit' } as const

export const weightingForm = z.object({
  title: z.string('Enter a name').trim().min(1, 'Enter a name').max(200, 'The name must be 200 characters or fewer'),
  characteristics: z
    .union([z.string(), z.array(z.string())], 'Choose what to weight by')
    .transform((chosen) => [chosen].flat())
    .refine((chosen) => chosen.length <= 6, 'Choose 6 or fewer: with more, too many groups have nobody in them'),
  trim: z
    .enum(Object.keys(limits) as (keyof typeof limits)[], 'Choose the largest weight')
    .transform((limit) => (limit === 'none' ? null : Number(limit))),
  unsaid: z.enum(unsaidChoices, 'Choose what becomes of those who did not say'),
})
export type WeightingInput = z.output<typeof weightingForm>

export const removalForm = z.object({
  reason: z.string('Enter why').trim().min(1, 'Enter why it is taken away').max(1000, 'The reason must be 1,000 characters or fewer'),
})
export type RemovalInput = z.output<typeof removalForm>
