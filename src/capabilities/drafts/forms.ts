import { z } from 'zod'
import { type Body, type FormResult, read } from '#platform/forms.ts'

const noEmail = 'Enter an email address, like name@example.org'

const addressForm = z.object({
  'return-address': z.string({ error: noEmail }).trim().toLowerCase().max(254, noEmail).pipe(z.email(noEmail)),
})
export type AddressFields = z.infer<typeof addressForm>

/** The address that someone asks to be sent a link to. */
export const readAddress = (body: Body): FormResult<AddressFields> => {
  const { 'return-address': address } = body
  return read<AddressFields>(addressForm, address === undefined ? {} : { 'return-address': [address].flat().at(-1) ?? '' })
}
