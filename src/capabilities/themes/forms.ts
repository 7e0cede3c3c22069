import { z } from 'zod'

const text = (missing: string, most: number, what: string) =>
  z
    .string(missing)
    .trim()
    .min(1, missing)
    .max(most, `${what} must be ${most.toLocaleString('en-GB')} characters or fewer`)

const name = text('Enter a name for the theme', 80, 'The name')
const definition = text('Enter what belongs under this theme', 1000, 'What belongs under it')
const note = text('Enter why you are making this change', 500, 'The reason')
const parent = z
  .string()
  .default('')
  .transform((id) => (id === '' ? null : id))

export const frameForm = z.object({ title: text('Enter a name for the frame', 120, 'The name') })
export type FrameInput = z.infer<typeof frameForm>

export const themeForm = z.object({ name, definition, parent })
export type ThemeInput = z.infer<typeof themeForm>

export const wordingForm = z.object({ name, definition, note })
export type WordingInput = z.infer<typeof wordingForm>

export const placeForm = z.object({ parent, note })
export type PlaceInput = z.infer<typeof placeForm>

export const retirementForm = z.object({ note })
export type RetirementInput = z.infer<typeof retirementForm>
