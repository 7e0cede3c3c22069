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

export const startForm = z.object({
  batch: z.string('Choose what to code').min(1, 'Choose what to code'),
  frame: z.string('Choose a frame').min(1, 'Choose a frame'),
})
export type StartInput = z.infer<typeof startForm>

const spanAsTyped = /^(\d{1,7})-(\d{1,7})$/

/** A place in the words as the form sends it: 'whole', or '12-40'. Undefined when it is neither. */
export function readPlace(place: string): { start: number; end: number } | null | undefined {
  if (place === 'whole') return null
  const [, start, end] = spanAsTyped.exec(place) ?? []
  return start === undefined ? undefined : { start: Number(start), end: Number(end) }
}

const choosePlace = 'Choose the whole comment or a part of it'

export const codingForm = z.object({
  place: z.string(choosePlace).refine((place) => readPlace(place) !== undefined, choosePlace),
  themes: z
    .union([z.string(), z.array(z.string())], 'Choose at least one theme')
    .transform((themes) => [...new Set([themes].flat())])
    .refine((themes) => themes.length > 0, 'Choose at least one theme'),
})
