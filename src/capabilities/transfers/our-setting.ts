import { z } from 'zod'
import type { Question } from '#capabilities/surveys'

const codes = z.record(z.string(), z.string())

/**
 * What LimeSurvey has no place for, in a question attribute of ours called "goldthread": LimeSurvey keeps it and does not look at it. Texts,
 * answers, order and conditions are read from LimeSurvey's own places, so that what is changed there comes back changed.
 */
const kept = z.strictObject({
  key: z.string(),
  type: z.string(),
  /** Of the page that begins here; null where the question has none, though LimeSurvey has a name for every group. */
  page: z.string().nullable().optional(),
  /** Our values by LimeSurvey's codes, which have five letters or digits at most. */
  options: codes.optional(),
  rows: codes.optional(),
  set: z.strictObject({
    block: z.string().optional(),
    mistake: z.string().optional(),
    limit: z.number().optional(),
    least: z.union([z.number(), z.string()]).optional(),
    most: z.union([z.number(), z.string()]).optional(),
    places: z.number().optional(),
    unit: z.string().optional(),
    total: z.number().optional(),
    ends: z.strictObject({ least: z.string(), most: z.string() }).optional(),
    wording: z.enum(['experience', 'recommend']).optional(),
    reason: z.string().optional(),
    kinds: z.array(z.enum(['pictures', 'documents'])).optional(),
    largest: z.number().optional(),
    picture: z.strictObject({ file: z.string(), description: z.string() }).optional(),
  }),
})
export type OurSettings = z.infer<typeof kept>

const carried = Object.keys(kept.shape.set.shape) as (keyof OurSettings['set'])[]

/** What is carried of a question; the codes are LimeSurvey's, by our values. */
export function ourSettings(
  question: Question,
  { options, rows, page }: { options: Codes; rows: Codes; page?: string | null | undefined },
): string {
  const settings: OurSettings = {
    key: question.key,
    type: question.type,
    ...(page !== undefined && { page }),
    ...(options.size > 0 && { options: byCode(options) }),
    ...(rows.size > 0 && { rows: byCode(rows) }),
    set: Object.fromEntries(carried.flatMap((name) => (question[name] === undefined ? [] : [[name, question[name]]]))),
  }
  return JSON.stringify(settings)
}

type Codes = ReadonlyMap<string, string>
const byCode = (codes: Codes) => Object.fromEntries([...codes].map(([value, code]) => [code, value]))

/** What was carried; null where there is nothing, or nothing that we wrote. */
export function readOurSettings(attribute: string | undefined): OurSettings | null {
  if (!attribute) return null
  try {
    return kept.safeParse(JSON.parse(attribute)).data ?? null
  } catch {
    return null
  }
}
