import { z } from 'zod'

export const startForm = z.object({
  batch: z.string('Choose what to code').min(1, 'Choose what to code'),
  frame: z.string('Choose a frame').min(1, 'Choose a frame'),
  queue: z.string().optional(),
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
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((themes) => [...new Set([themes].flat())]),
  sentiment: z.union([z.literal(''), z.string().regex(/^[1-5]$/)], 'Choose how it feels, or leave it out').default(''),
  // A browser that sends no button pressed "Code", the first of them.
  act: z.enum(['code', 'done', 'nothing']).catch('code'),
})
export type CodingInput = z.infer<typeof codingForm>

export const sentimentForm = z.object({ sentiment: z.string('Choose how it feels').regex(/^[1-5]$/, 'Choose how it feels') })

export const markForm = z.object({ kind: z.enum(['look again', 'says it well'], 'Choose a mark') })

interface Decided {
  /** Themes they give now. */
  themes: number
  /** What they coded before and still stands. */
  standing: number
  /** They say how it feels, and said otherwise before. */
  feels: boolean
}

/** What is missing before a form can be taken as it is meant; null where nothing is. */
export function missing(act: CodingInput['act'], { themes, standing, feels }: Decided): string | null {
  if (act === 'nothing') return themes + standing > 0 ? 'You have coded this comment. Remove its themes first, or press “Done, next”' : null
  if (themes > 0) return null
  if (act === 'done') return standing > 0 ? null : 'Choose at least one theme, or press “Nothing here fits, next”'
  return feels ? null : 'Choose at least one theme'
}
