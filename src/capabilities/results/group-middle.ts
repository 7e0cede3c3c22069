import { groupedMedian, quantile } from '#capabilities/statistics'
import type { Option } from '#capabilities/surveys'
import { ownPart } from './answered-part.ts'
import type { Dimension } from './dimension.ts'
import type { Group } from './result-cross.ts'

/** What is in the middle of the answers of a group, in words. */
export interface Middle {
  /** How many answers it is the middle of: “don’t know” is on no step, and is not among them. */
  of: number
  median: string
  /** A quarter of the answers are at or below the first, and a quarter at or above the second. */
  quartiles: readonly [string, string]
}

const onNoStep = new Set(['dont-know', 'dont-know-if-likely', 'prefer-not-to-say', 'does-not-apply'])

/**
 * The median and the quartiles of what these groups answered, whose choices of the dimension come first in `given`. Numbers are taken as
 * they were given, not as the bands they are shown in; between two steps that have words and no size, both are named. Null where there is
 * no middle, as of places, and where nobody answered.
 */
export function middleOf(dimension: Dimension, steps: readonly Option[], groups: readonly Group[]): Middle | null {
  const { held } = dimension
  if (dimension.middle === null || !('key' in held)) return null
  const counts = new Map<string, number>()
  for (const { given, count } of groups)
    for (const choice of given[0] ?? [])
      if (dimension.within(choice, steps).length > 0) counts.set(ownPart(held, choice), (counts.get(ownPart(held, choice)) ?? 0) + count)
  return dimension.middle === 'numbers' ? middleNumber(counts) : middleStep(steps, counts)
}

function middleNumber(counts: ReadonlyMap<string, number>): Middle | null {
  const answers = [...counts].flatMap(([value, count]) =>
    value !== '' && Number.isFinite(Number(value)) ? [{ value: Number(value), count }] : [],
  )
  const said = (part: number) => (quantile(answers, part) ?? 0).toLocaleString('en-GB', { maximumFractionDigits: 2 })
  const of = answers.reduce((sum, { count }) => sum + count, 0)
  return of === 0 ? null : { of, median: said(0.5), quartiles: [said(0.25), said(0.75)] }
}

function middleStep(steps: readonly Option[], counts: ReadonlyMap<string, number>): Middle | null {
  const real = steps.filter(({ value }) => !onNoStep.has(value))
  const numbers = real.map(({ value }) => counts.get(value) ?? 0)
  const said = (part: number) => {
    const between = groupedMedian(numbers, part)
    if (!between) return ''
    const [lower, upper] = [real[between.lower]!.label, real[between.upper]!.label]
    return lower === upper ? lower : `between ${lower} and ${upper}`
  }
  const of = numbers.reduce((sum, count) => sum + count, 0)
  return of === 0 ? null : { of, median: said(0.5), quartiles: [said(0.25), said(0.75)] }
}

/** "Half of the 120 answers are at or below 4, and the middle half from 3 to 5." */
export const middleInWords = ({ of, median, quartiles: [low, high] }: Middle) =>
  `Median: ${median}. The middle half of the answers is from ${low} to ${high} (of ${of.toLocaleString('en-GB')}).`
