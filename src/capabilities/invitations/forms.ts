import { z } from 'zod'
import { mostAddresses, mostCodes } from './batch.ts'
import { plainAddress } from './mark.ts'

const words = (mistake: string, most: number) =>
  z
    .string(mistake)
    .trim()
    .min(1, mistake)
    .max(most, `This must be ${most.toLocaleString('en-GB')} characters or fewer`)

const name = words('Enter a name for the group, like “Patients of Mill Street”', 100)

const howMany = `Enter how many codes you need, from 1 to ${mostCodes.toLocaleString('en-GB')}`
export const codesForm = z.object({
  name,
  count: z
    .string(howMany)
    .trim()
    .regex(/^\d{1,4}$/, howMany)
    .transform(Number)
    .refine((count) => count >= 1 && count <= mostCodes, howMany),
  instruction: words('Enter what the slips say about how to answer', 500),
})
export type CodesInput = z.infer<typeof codesForm>

const address = z.email().max(254)

const list = {
  addresses: z
    .string()
    .optional()
    .default('')
    .transform((typed) => [
      ...new Set(typed.split(/[\n,;]/).flatMap((line) => plainAddress(/<([^<>]*)>\s*$/.exec(line)?.[1] ?? line) || [])),
    ]),
  newsReaders: z
    .string()
    .optional()
    .transform((ticked) => ticked === 'yes'),
}

function checkList({ addresses, newsReaders }: { addresses: string[]; newsReaders: boolean }, { addIssue }: z.RefinementCtx) {
  const wrong = (message: string) => addIssue({ code: 'custom', path: ['addresses'], message })
  const many = addresses.length.toLocaleString('en-GB')
  const odd = addresses.filter((one) => !address.safeParse(one).success)
  const which = odd.slice(0, 5).join(', ') + (odd.length > 5 ? ' …' : '')
  if (addresses.length === 0 && !newsReaders) wrong('Enter at least one email address, or tick the box below')
  else if (odd.length > 0) wrong(odd.length === 1 ? `This is not an email address: ${which}` : `These are not email addresses: ${which}`)
  else if (addresses.length > mostAddresses)
    wrong(`Enter ${mostAddresses.toLocaleString('en-GB')} addresses at most, not ${many}. You can add the others afterwards`)
}

/** Whom to invite, as it was pasted: one address a line, or with commas or semicolons between, with or without a name before each. */
export const invitedForm = z.object({ name, ...list }).superRefine(checkList)
export type InvitedInput = z.infer<typeof invitedForm>

export const moreForm = z.object(list).superRefine(checkList)

export const withdrawalForm = z.object({ reason: words('Enter why they are taken back', 500) })

const noEmail = 'Enter your email address, like name@example.org'
export const linkForm = z.object({ email: z.string({ error: noEmail }).transform(plainAddress).pipe(z.email(noEmail).max(254, noEmail)) })
