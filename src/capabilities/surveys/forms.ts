import { z } from 'zod'
import { contactPromises } from './promise.ts'
import type { Condition, Question } from './question.ts'
import { typeOf } from './questions/registry.ts'

export const promiseForm = z.object({ promise: z.enum(contactPromises, 'Choose what you promise') })
export type PromiseInput = z.infer<typeof promiseForm>

export const placeForm = z.object({ direction: z.enum(['up', 'down'], 'Choose up or down') })

const ticked = z
  .unknown()
  .optional()
  .transform((value) => value !== undefined && value !== '')

/** Where a page starts, its title may be empty; null where none does. */
export const pageForm = z
  .object({
    starts: ticked,
    title: z.string().trim().max(100, 'The title must be 100 characters or fewer').default(''),
  })
  .refine(({ starts, title }) => starts || title === '', {
    path: ['starts'],
    error: 'Tick “Start a new page here”, or leave the title empty',
  })
export type PageInput = z.infer<typeof pageForm>

export const joiningForm = z.object({ when: z.enum(['all', 'any'], 'Choose whether all must be so, or any one') })
export const conditionPlaceForm = z.object({ at: z.coerce.number().int().min(0) })

export const conditionKinds = {
  'any of': 'is one of those ticked below',
  'none of': 'is none of those ticked below',
  answered: 'was given, whatever it is',
  'not answered': 'was not given',
} as const satisfies Record<Condition['is'], string>

/** What the answer to an earlier question must be: ticked from its choices, where it has any. */
export const conditionForm = (earlier: Question) => {
  const offered = typeOf(earlier)
    .choices(earlier)
    .map(({ value }) => value)
  return z
    .object({
      is: z.enum(Object.keys(conditionKinds) as Condition['is'][], 'Choose what the answer must be'),
      values: z
        .union([z.string(), z.array(z.string())])
        .optional()
        .transform((values) => [values ?? []].flat().filter((value) => offered.includes(value))),
    })
    .refine(({ is, values }) => is === 'answered' || is === 'not answered' || values.length > 0, {
      path: ['values'],
      error: 'Tick at least one answer',
    })
    .transform(({ is, values }): Condition => ({ question: earlier.key, is, ...(is === 'any of' || is === 'none of' ? { values } : {}) }))
}

export const blockForm = z.object({ block: z.string().min(1) })

export const savedBlockForm = z.object({
  name: z.string('Enter a name').trim().min(1, 'Enter a name').max(100, 'The name must be 100 characters or fewer'),
  from: z.string('Choose the first question').min(1, 'Choose the first question'),
  to: z.string('Choose the last question').min(1, 'Choose the last question'),
})
export type SavedBlockInput = z.infer<typeof savedBlockForm>
