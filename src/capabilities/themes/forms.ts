import { z } from 'zod'
import { longest, longestName } from './frame.ts'

const text = (missing: string, most: number, what: string) =>
  z
    .string(missing)
    .trim()
    .min(1, missing)
    .max(most, `${what} must be ${most.toLocaleString('en-GB')} characters or fewer`)

const name = text('Enter a name for the theme', longestName, 'The name')
const definition = text('Enter what belongs under this theme', longest, 'What belongs under it')
const more = (what: string) =>
  z
    .string()
    .trim()
    .max(longest, `${what} must be ${longest.toLocaleString('en-GB')} characters or fewer`)
    .default('')
const meaning = { definition, includes: more('What it includes'), excludes: more('What it does not include'), examples: more('Examples') }
const note = text('Enter why you are making this change', 500, 'The reason')
const parent = z
  .string()
  .default('')
  .transform((id) => (id === '' ? null : id))

export const frameForm = z.object({ title: text('Enter a name for the frame', 120, 'The name') })
export type FrameInput = z.infer<typeof frameForm>

export const themeForm = z.object({ name, ...meaning, parent })
export type ThemeInput = z.infer<typeof themeForm>

export const wordingForm = z.object({ name, ...meaning, note })
export type WordingInput = z.infer<typeof wordingForm>

export const placeForm = z.object({ parent, note })
export type PlaceInput = z.infer<typeof placeForm>

export const retirementForm = z.object({ note })
export type RetirementInput = z.infer<typeof retirementForm>

export const mergeForm = z.object({ into: z.string('Choose a theme').min(1, 'Choose a theme'), note })
export type MergeInput = z.infer<typeof mergeForm>

export const reversalForm = z.object({ note })

/** How many new themes one split makes at most. */
export const mostParts = 6
export const partNumbers = Array.from({ length: mostParts }, (_, at) => at + 1)

export const splitForm = z.object({
  place: z.enum(['beside', 'below'], 'Choose where the new themes stand'),
  note,
})
export type SplitInput = z.infer<typeof splitForm> & Record<`${'name' | 'definition' | 'words'}-${number}`, string>

export const copyForm = z.object({ title: text('Enter a name for the frame', 120, 'The name'), version: z.coerce.number().int().catch(0) })
export type CopyInput = z.infer<typeof copyForm>

export const planForm = z.object({
  title: z.string().trim().max(120, 'The name must be 120 characters or fewer').default(''),
})
export type PlanInput = z.infer<typeof planForm>
