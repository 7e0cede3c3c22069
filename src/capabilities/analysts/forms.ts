import { z } from 'zod'
import { aDate } from '#platform/typed-dates.ts'

const words = (what: string, most: number) =>
  z
    .string(`Enter ${what}`)
    .trim()
    .min(1, `Enter ${what}`)
    .max(most, `${what[0]?.toUpperCase()}${what.slice(1)} must be ${most} characters or fewer`)

export const packageForm = z
  .object({
    analyst: z.uuid('Choose who analyses it'),
    frame: z
      .union([z.literal(''), z.uuid()])
      .optional()
      .transform((frame) => frame || null),
    title: words('a name for the package', 120),
    purpose: words('what it is for', 2000),
    agreement: words('where the agreement is found', 200),
    starts: aDate('the first day'),
    ends: aDate('the last day'),
    documents: z
      .union([z.string(), z.array(z.string())])
      .optional()
      .transform((ids) => [ids ?? []].flat()),
  })
  .refine(({ starts, ends }) => ends >= starts, { path: ['ends'], message: 'The last day must not be before the first day' })
export type PackageInput = z.infer<typeof packageForm>

export const closureForm = z.object({ reason: words('why access is taken back', 500) })

export const returnForm = z.object({ add: z.literal('yes').optional() })
