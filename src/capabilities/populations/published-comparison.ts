import { z } from 'zod'
import { fewestForShares } from '#capabilities/statistics'
import { totalOf } from './baseline.ts'
import { type Asked, isUnsaid } from './crosswalk.ts'
import type { HeldAgainst } from './held-against.ts'

/** A number as the public may see it: '*' where it is hidden. */
const shown = z.union([z.number(), z.literal('*')])

/** A comparison as it is published, to be kept with the publication. Shares are parts of 1, and null where a number they need is hidden or too small. */
export const publishedComparison = z.object({
  question: z.string(),
  population: z.string(),
  source: z.string(),
  rows: z.array(z.object({ label: z.string(), count: shown, share: z.number().nullable(), populationShare: z.number() })),
  unsaid: shown,
  tooFewForShares: z.boolean(),
})
export type PublishedComparison = z.output<typeof publishedComparison>

type Shown = number | '*'

/** The public table of a question, as it was fixed for publication. */
export interface PublishedTable {
  key: string
  options: readonly { label: string; count: Shown }[]
  answered: Shown
}

/**
 * A comparison worked out from a table that is public anyway, and from nothing else: so it tells nobody anything that they could not add up
 * themselves, whatever was hidden there. A group is shown where every answer in it is, and its share where all who are in a group are known.
 */
export function publishable(asked: Asked, { baseline, bins }: HeldAgainst, table: PublishedTable): PublishedComparison {
  const counts = new Map(table.options.map(({ label, count }) => [label, count]))
  const countOf = (value: string): Shown => counts.get(asked.options.find((option) => option.value === value)?.label ?? '') ?? '*'
  const inBins = new Set(bins.flatMap(({ choices }) => choices))
  const others = asked.options.filter(({ value }) => !inBins.has(value) && value !== 'decile:')
  const groups = bins.map(({ label, choices, groups }) => ({
    label,
    count: sum(choices.map(countOf)),
    population: totalOf(baseline.groups.filter(({ value }) => groups.includes(value))),
  }))
  const all = sum(groups.map(({ count }) => count))
  const beside = sum(others.map(({ value }) => countOf(value)))
  const people = all !== '*' ? all : table.answered === '*' || beside === '*' ? '*' : table.answered - beside
  const living = groups.reduce((total, { population }) => total + population, 0)
  const tooFewForShares = people !== '*' && people < fewestForShares
  return {
    question: asked.text,
    population: baseline.title,
    source: [baseline.source, baseline.dated].filter(Boolean).join(', '),
    rows: groups.map(({ label, count, population }) => ({
      label,
      count,
      share: count === '*' || people === '*' || people === 0 || tooFewForShares ? null : count / people,
      populationShare: living === 0 ? 0 : population / living,
    })),
    unsaid: sum(others.filter(isUnsaid).map(({ value }) => countOf(value))),
    tooFewForShares,
  }
}

const sum = (counts: readonly Shown[]): Shown =>
  counts.reduce<Shown>((total, count) => (total === '*' || count === '*' ? '*' : total + count), 0)

/** The key of the public table that a comparison is worked out from. */
export const tableKeyOf = ({ dimension, characteristic }: Pick<Asked, 'dimension' | 'characteristic'>) =>
  `${dimension.replace('question:', '')}${characteristic === 'deprivation' && dimension !== 'place' ? ':decile' : ''}`
