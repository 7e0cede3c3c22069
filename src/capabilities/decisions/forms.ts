import { z } from 'zod'
import { type Body, type FormResult, read } from '#platform/forms.ts'
import { slugOf } from '#platform/slugs.ts'
import { aDate, dateTyped } from '#platform/typed-dates.ts'
import { isReserved, outcomes } from './decision.ts'

const words = (missing: string, most: number, what: string) =>
  z
    .string(missing)
    .trim()
    .min(1, missing)
    .max(most, `${what} must be ${most.toLocaleString('en-GB')} characters or fewer`)

const wordingForm = z
  .object({
    title: words('Enter a title', 200, 'The title'),
    slug: z.string().trim().toLowerCase().default(''),
    question: words('Enter the question that is decided', 2000, 'The question'),
    decidedBy: words('Enter who decides', 300, 'Who decides'),
    decidedOn: aDate('the day of the decision'),
  })
  .transform((wording) => ({ ...wording, slug: wording.slug || slugOf(wording.title) }))
  .superRefine(({ slug }, check) => {
    const wrong = (message: string) => check.addIssue({ code: 'custom', path: ['slug'], message })
    if (slug.length < 2) wrong('Enter an address: the title has no letters from a to z')
    else if (!/^[a-z0-9][a-z0-9-]{1,79}$/.test(slug)) wrong('The address must be small letters, digits and hyphens, 80 at most')
    else if (isReserved(slug)) wrong(`We use “${slug}” for a page of our own. Enter another address`)
  })
export type WordingInput = z.infer<typeof wordingForm>

/** Read the words of a decision; `isTaken` says whether another decision has the address. */
export async function readWording(body: Body, isTaken: (slug: string) => Promise<boolean>): Promise<FormResult<WordingInput>> {
  const form = read(wordingForm, { ...body, decidedOn: dateTyped(body, 'decidedOn') } as Body)
  if (!form.ok || !(await isTaken(form.value.slug))) return form
  return { ok: false, values: form.values, errors: { slug: 'Another decision has this address. Enter another' } }
}

export const putForm = z.object({ finding: z.uuid('Choose a finding') })

export const answerForm = z.object({
  outcome: z.enum(outcomes, 'Choose what becomes of this finding'),
  reason: words('Enter the reason', 4000, 'The reason'),
})
export type AnswerInput = z.infer<typeof answerForm>

export const removalForm = z.object({ reason: words('Enter why this finding comes off the decision', 2000, 'The reason') })
export type ReasonInput = z.infer<typeof removalForm>

const changeForm = z.object({
  title: words('Enter what will be different', 200, 'What will be different'),
  owner: words('Enter who will see to it', 200, 'Who will see to it'),
  dueOn: aDate('the day it is due'),
  finding: z.union([z.uuid(), z.literal('')], 'Choose a finding from the list').default(''),
})
export type ChangeInput = z.infer<typeof changeForm>

export const readChange = (body: Body): FormResult<ChangeInput> => read(changeForm, { ...body, dueOn: dateTyped(body, 'dueOn') } as Body)

/** How it was done, and when: not on a day that is still to come. */
export function readCompletion(body: Body, today: string) {
  const schema = z.object({
    evidence: words('Enter how anyone can see that it is done', 4000, 'This'),
    doneOn: aDate('the day it was done').refine((on) => on <= today, 'The day it was done must be today or earlier'),
  })
  return read(schema, { ...body, doneOn: dateTyped(body, 'doneOn') } as Body)
}
export type CompletionInput = { evidence: string; doneOn: string }

export const dropForm = z.object({ reason: words('Enter why it will not be done', 2000, 'The reason') })
