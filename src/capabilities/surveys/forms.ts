import { z } from 'zod'
import type { Form } from '#platform/forms.ts'
import { contactPromises } from './promise.ts'
import type { Question, Settings } from './question.ts'

export const promiseForm = z.object({ promise: z.enum(contactPromises, 'Choose what you promise') })
export type PromiseInput = z.infer<typeof promiseForm>

export const placeForm = z.object({ direction: z.enum(['up', 'down'], 'Choose up or down') })

/** A question as its settings form shows it. */
export const valuesOf = ({ text, hint, required, options, other, limit }: Question): Form<Settings>['values'] => ({
  text,
  hint: hint ?? '',
  ...(required && { required: 'yes' }),
  labels: options?.map(({ label }) => label).join('\n') ?? '',
  ...(other && { other: 'yes' }),
  limit: limit === undefined ? '' : String(limit),
})
