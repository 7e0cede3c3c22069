import { text } from 'node:stream/consumers'
import { z } from 'zod'
import type { Command } from '#platform/commands.ts'
import { Refused } from '#platform/errors.ts'
import { type Published, type Suppression, suppress } from './suppression.ts'

const row = z.object({
  keys: z.record(z.string(), z.string()),
  input: z.record(z.string(), z.union([z.number(), z.string(), z.null()])),
})
const file = z.object({
  threshold: z.int().min(1).default(5),
  marker: z.string().min(1).default('*'),
  levels: z.record(z.string(), z.array(row)),
})

const suppressCommand: Command = {
  name: 'suppress',
  takes: '<file>',
  about: 'Hide the small numbers in a JSON file of counts by level, and the neighbours that would give them away',
  pure: true,
  async run(place, [name = '-']) {
    const { levels } = suppressed(read(await text(place.open(name))))
    return {
      json: { levels: Object.fromEntries(Object.entries(levels).map(([level, rows]) => [level, rows.map(asJson)])) },
      text: asText(levels),
    }
  },
}

export const commands: readonly Command[] = [suppressCommand]

function read(words: string): Suppression {
  let json: unknown
  try {
    json = JSON.parse(words)
  } catch (error) {
    throw new Refused(`The file is not JSON: ${(error as Error).message}`)
  }
  const parsed = file.safeParse(json)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new Refused(`The file is not as it must be at ${issue?.path.join('.') || 'its start'}: ${issue?.message}`)
}

function suppressed(input: Suppression) {
  try {
    return suppress(input)
  } catch (error) {
    if (error instanceof RangeError) throw new Refused(error.message)
    throw error
  }
}

const asJson = ({ keys, published }: Published) => ({ keys, published })

/** A line for each row under the name of its level: what names it, then each count by name. */
const asText = (levels: Record<string, Published[]>) =>
  Object.entries(levels)
    .flatMap(([level, rows]) => [
      level,
      ...rows.map(({ keys, published }) => {
        const counts = Object.entries(published).map(([name, count]) => `${name} ${count ?? '-'}`)
        return `  ${Object.values(keys).join(' / ')}: ${counts.join(', ')}`
      }),
    ])
    .join('\n')
