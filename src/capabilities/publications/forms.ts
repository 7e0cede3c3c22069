import { z } from 'zod'

const many = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => [...new Set([value ?? []].flat())])

/** Licences that public bodies use; none is named unless somebody chooses one. */
export const licences = ['Open Government Licence v3.0', 'Creative Commons Attribution 4.0 International'] as const

export const publishingForm = z.object({
  rows: many,
  by: many,
  licence: z.enum(['', ...licences], 'Choose a licence from the list').default(''),
})
export type PublishingInput = z.infer<typeof publishingForm>

export const correctionForm = z.object({
  note: z
    .string('Enter what is wrong, and why')
    .trim()
    .min(1, 'Enter what is wrong, and why')
    .max(4000, 'The correction must be 4,000 characters or fewer'),
})
export type CorrectionInput = z.infer<typeof correctionForm>

/** An address keeps each name once, so what was ticked comes as 'rows-0', 'rows-3': as one list again. */
export const listIn = (query: Readonly<Record<string, string>>, name: string): string[] =>
  Object.entries(query).flatMap(([key, value]) => (key === name || key.startsWith(`${name}-`) ? [value] : []))
