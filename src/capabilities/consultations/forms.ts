import { z } from 'zod'
import { contactPromises } from '#capabilities/surveys'
import { type Body, type Form, type FormResult, read } from '#platform/forms.ts'
import { slugOf } from '#platform/slugs.ts'
import { aDate, dateParts, dateTyped } from '#platform/typed-dates.ts'
import { type Consultation, kinds, linesOf, reservedSlugs } from './consultation.ts'
import { usualLastDay } from './period.ts'
import { documentKinds } from './proposal.ts'

const words = (mistake: string, most: number) =>
  z
    .string(mistake)
    .trim()
    .min(1, mistake)
    .max(most, `This must be ${most.toLocaleString('en-GB')} characters or fewer`)

const draftSchema = z
  .object({
    kind: z.enum(kinds, 'Choose what it is').optional().default('survey'),
    title: words('Enter a title', 120),
    slug: z.string().trim().toLowerCase().optional().default(''),
    summary: words('Enter what it is about', 5000),
    canChange: words('Enter what can change', 5000),
    cannotChange: words('Enter what cannot change, or say that everything can', 5000),
    decides: words('Enter who will decide', 500),
    places: z
      .string()
      .optional()
      .default('')
      .transform(linesOf)
      .refine((places) => places.length !== 1, 'Enter at least 2 places, or none')
      .refine(
        (places) => places.length <= 50 && places.every((place) => place.length <= 100),
        'Enter 50 places or fewer, each of 100 characters or fewer',
      )
      .refine((places) => new Set(places).size === places.length, 'Two places are the same: take one out'),
    opensOn: aDate('the day it opens'),
    closesOn: aDate('the last day to answer'),
    promise: z.enum(contactPromises, 'Choose what you promise'),
  })
  .superRefine(({ opensOn, closesOn, slug, title }, check) => {
    const wrong = (field: string, message: string) => check.addIssue({ code: 'custom', path: [field], message })
    if (closesOn <= opensOn) wrong('closesOn', 'The last day must be after the day it opens')
    const address = slug || slugOf(title)
    if (address.length < 2) wrong('slug', 'Enter an address: the title has no letters from a to z')
    else if (!/^[a-z0-9][a-z0-9-]{1,79}$/.test(address)) wrong('slug', 'The address must be small letters, digits and hyphens, 80 at most')
    else if (reservedSlugs.includes(address)) wrong('slug', `We use “${address}” for a page of our own. Enter another address`)
  })
  .transform((input) => ({ ...input, slug: input.slug || slugOf(input.title) }))

export type DraftInput = z.infer<typeof draftSchema>
export type DraftForm = Form<DraftInput>

/**
 * A consultation as it was typed, with its dates put together. A formal one without a last day has twelve weeks. An address made from the
 * title gives way to those that are taken.
 */
export function readDraft(body: Body, { slugsTaken }: { slugsTaken: ReadonlySet<string> }): FormResult<DraftInput> {
  const opensOn = dateTyped(body, 'opensOn')
  const typed = dateTyped(body, 'closesOn')
  const closesOn = typed === '' && opensOn && body.kind === 'formal consultation' ? usualLastDay(opensOn) : typed
  const form = read(draftSchema, { ...body, opensOn, closesOn } as Body)
  if (!form.ok || !slugsTaken.has(form.value.slug)) return form
  if (String(body.slug ?? '').trim() !== '')
    return { ...form, ok: false, errors: { slug: 'Another consultation has this address. Enter another' } }
  const free = Array.from({ length: 98 }, (_, at) => `${form.value.slug}-${at + 2}`).find((slug) => !slugsTaken.has(slug))
  return { ...form, value: { ...form.value, slug: free ?? form.value.slug } }
}

/** What the draft form shows of a consultation that is kept. */
export function valuesOf(consultation: Consultation, promise: string): DraftForm['values'] {
  const { kind, title, slug, summary, canChange, cannotChange, decides, opensOn, closesOn } = consultation
  const places = consultation.places.join('\n')
  return {
    kind,
    title,
    slug,
    summary,
    canChange,
    cannotChange,
    decides,
    places,
    promise,
    ...dateParts('opensOn', opensOn),
    ...dateParts('closesOn', closesOn),
  }
}

const reasonFor = (mistake: string) => words(mistake, 2000)

export const closureForm = z.object({ reason: reasonFor('Enter why you are closing it early') })
export type ClosureInput = z.infer<typeof closureForm>

const extensionSchema = z.object({ closesOn: aDate('the new last day'), reason: reasonFor('Enter why you are giving more time') })
export type ExtensionInput = z.infer<typeof extensionSchema>

export function readExtension(body: Body, { closesOn }: Pick<Consultation, 'closesOn'>): FormResult<ExtensionInput> {
  const form = read(extensionSchema, { ...body, closesOn: dateTyped(body, 'closesOn') } as Body)
  return form.ok && form.value.closesOn <= closesOn
    ? { ...form, ok: false, errors: { closesOn: 'The new last day must be later than the one people know' } }
    : form
}

const correctionReason = reasonFor('Enter why you are correcting it')
/** A correction made on one of the pages of the proposal has its reason beside what was typed there. */
export const reasonForm = z.object({ correction: correctionReason })

const perhaps = z
  .string()
  .optional()
  .default('')
  .transform((typed) => typed.trim())
  .refine((typed) => typed.length <= 5000, 'This must be 5,000 characters or fewer')

export const correctionForm = z.object({
  summary: words('Enter what it is about', 5000),
  canChange: words('Enter what can change', 5000),
  cannotChange: words('Enter what cannot change, or say that everything can', 5000),
  decides: perhaps,
  otherWays: perhaps,
  feedbackHow: perhaps,
  correction: correctionReason,
})

const statementSchema = z.object({
  words: words('Enter what people will read', 3000),
  dueOn: z.union([z.literal('').transform(() => null), aDate('the new day')]),
})
export type StatementInput = z.infer<typeof statementSchema>

/** What is said in public; where feedback is late, with the day by which it will be given. */
export function readStatement(body: Body, { needsDay, after }: { needsDay: boolean; after: string }): FormResult<StatementInput> {
  const form = read(statementSchema, { ...body, dueOn: needsDay ? dateTyped(body, 'dueOn') : '' } as Body)
  if (!form.ok || !needsDay) return form
  if (form.value.dueOn === null) return { ...form, ok: false, errors: { dueOn: 'Enter the new day by which you will tell people' } }
  return form.value.dueOn > after ? form : { ...form, ok: false, errors: { dueOn: 'The new day must be later than the one people know' } }
}

export const documentForm = z.object({
  title: words('Enter a title for the document', 200),
  kind: z.enum(documentKinds, 'Choose what it is'),
})
export type DocumentInput = z.infer<typeof documentForm> & { file: unknown }

export const withdrawalForm = z.object({ reason: reasonFor('Enter why you are withdrawing it') })
