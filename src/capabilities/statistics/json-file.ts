import { z } from 'zod'
import { Refused } from '#platform/errors.ts'

/** What a JSON file holds, in the shape it must have; refused with the place that is wrong. */
export function readJson<Schema extends z.ZodType>(schema: Schema, words: string): z.infer<Schema> {
  let json: unknown
  try {
    json = JSON.parse(words)
  } catch (error) {
    throw new Refused(`The file is not JSON: ${(error as Error).message}`)
  }
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new Refused(`The file is not as it must be at ${issue?.path.join('.') || 'its start'}: ${issue?.message}`)
}

/** A method that cannot work with these numbers says so to the person who gave them. */
export function unlessRefused<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (error instanceof RangeError) throw new Refused(error.message)
    throw error
  }
}

/** What names a category or a label: a word, or a number or truth value as it is written. */
export const wordOf = z.union([z.string(), z.number().transform(String), z.boolean().transform(String)])
