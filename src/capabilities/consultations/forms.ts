import { z } from 'zod'
import { contactPromises } from '#capabilities/surveys'
import { type Body, type Form, type FormResult, read } from '#platform/forms.ts'
import { slugOf } from '#platform/slugs.ts'
import { aDate, dateTyped } from '#platform/typed-dates.ts'
import { type Consultation, linesOf, reservedSlugs } from './consultation.ts'

const words = (mistake: string, most: number) =>
  z
    .string(mistake)
    .trim()
    .min(1, mistake)
    .max(most, `This must be ${most.toLocaleString('en-GB')} characters or fewer`)

const draftSchema = z
  .object({
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

/** A consultation as it was typed, with its dates put together. An address made from the title gives way to those that are taken. */
export function readDraft(body: Body, { slugsTaken }: { slugsTaken: ReadonlySet<string> }): FormResult<DraftInput> {
  const form = read(draftSchema, { ...body, opensOn: dateTyped(body, 'opensOn'), closesOn: dateTyped(body, 'closesOn') } as Body)
  if (!form.ok || !slugsTaken.has(form.value.slug)) return form
  if (String(body.slug ?? '').trim() !== '')
    return { ...form, ok: false, errors: { slug: 'Another consultation has this address. Enter another' } }
  const free = Array.from({ length: 98 }, (_, at) => `${form.value.slug}-${at + 2}`).find((slug) => !slugsTaken.has(slug))
  return { ...form, value: { ...form.value, slug: free ?? form.value.slug } }
}

/** What the draft form shows of a consultation that is kept. */
export function valuesOf(consultation: Consultation, promise: string): DraftForm['values'] {
  const date = (name: string, on: string) => {
    const [year, month, day] = on.split('-').map(Number)
    return { [`${name}-day`]: String(day), [`${name}-month`]: String(month), [`${name}-year`]: String(year) }
  }
  const { title, slug, summary, canChange, cannotChange, decides, opensOn, closesOn } = consultation
  const places = consultation.places.join('\n')
  return {
    title,
    slug,
    summary,
    canChange,
    cannotChange,
    decides,
    places,
    promise,
    ...date('opensOn', opensOn),
    ...date('closesOn', closesOn),
  }
}

export const closureForm = z.object({
  reason: z
    .string('Enter why you are closing it early')
    .trim()
    .min(1, 'Enter why you are closing it early')
    .max(2000, 'The reason must be 2,000 characters or fewer'),
})
export type ClosureInput = z.infer<typeof closureForm>
