import { z } from 'zod'
import { type Body, type FormResult, read } from '#platform/forms.ts'
import { aDate, dateTyped } from '#platform/typed-dates.ts'
import { organisationKinds } from './organisation.ts'

const optional = (longest: number, message: string) =>
  z
    .string()
    .trim()
    .max(longest, message)
    .transform((text) => text.toUpperCase() || undefined)
    .optional()

const organisationForm = z.object({
  name: z
    .string({ error: 'Enter the name of the organisation' })
    .trim()
    .min(1, 'Enter the name of the organisation')
    .max(200, 'The name must be 200 characters or fewer'),
  kind: z.enum(organisationKinds, { error: 'Choose what kind of organisation it is' }),
  code: optional(20, 'The code must be 20 characters or fewer'),
  postcode: optional(10, 'The postcode must be 10 characters or fewer'),
  fromOn: aDate('the date since when it has had this name'),
})
export type OrganisationFields = z.output<typeof organisationForm>

export const readOrganisation = (body: Body): FormResult<OrganisationFields> =>
  read(organisationForm, { ...body, fromOn: dateTyped(body, 'fromOn') } as Body)

export const lookingForm = z.object({
  words: z
    .string()
    .trim()
    .max(200)
    .transform((text) => text || undefined)
    .optional()
    .catch(undefined),
  kind: z.enum(organisationKinds).optional().catch(undefined),
  after: z.string().optional().catch(undefined),
})
