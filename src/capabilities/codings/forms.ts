import { z } from 'zod'

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
