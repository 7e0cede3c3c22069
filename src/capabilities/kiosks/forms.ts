import { z } from 'zod'

export const kioskForm = z.object({
  consultation: z.string('Choose a consultation').min(1, 'Choose a consultation'),
  name: z
    .string('Enter where it stands')
    .trim()
    .min(1, 'Enter where it stands, like “Mill Street waiting room”')
    .max(100, 'Where it stands must be 100 characters or fewer'),
  place: z
    .string()
    .trim()
    .max(100)
    .optional()
    .transform((place) => place || null),
})
export type KioskInput = z.infer<typeof kioskForm>

export const retirementForm = z.object({
  reason: z
    .string('Enter why it is taken down')
    .trim()
    .min(1, 'Enter why it is taken down')
    .max(500, 'The reason must be 500 characters or fewer'),
})

const count = z.coerce.number().int().min(0).max(1_000_000)
/** What a kiosk says of itself. */
export const stateForm = z.object({ waiting: count, refused: count })

/** What goes with the answers from a kiosk: a key by which a second sending is known, and the day they were given. */
export const sendingForm = z.object({
  'sending-key': z.uuid('Start again: this page has no number of its own'),
  'given-on': z.iso.date().nullable().catch(null),
})
