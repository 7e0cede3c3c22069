import { z } from 'zod'

const tidy = (most: number, what: string) =>
  z
    .string()
    .optional()
    .transform((typed = '') => typed.toWellFormed().normalize('NFC').replaceAll('\0', '').trim())
    .refine((typed) => [...typed].length <= most, `${what} must be ${most} characters or fewer`)

export const viewForm = z.object({
  title: tidy(100, 'The name').refine((typed) => typed !== '', 'Enter a name for this view'),
  query: tidy(4000, 'The view'),
})

export const samplingForm = z
  .object({
    way: z.enum(['self-selected', 'random sample'], 'Choose how people were chosen'),
    description: tidy(500, 'The description'),
  })
  .refine(({ way, description }) => way === 'self-selected' || description !== '', {
    path: ['description'],
    message: 'Enter who was picked, from what list, and how many',
  })
  .transform(({ way, description }) => ({ way, description: way === 'self-selected' ? '' : description }))
