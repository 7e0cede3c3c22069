import { z } from 'zod'
import { type Baseline, type Bin, keptBins } from '#capabilities/populations'
import { fewestForShares, rakeCells } from '#capabilities/statistics'

/** One thing that people are weighted by, as it stood when the weighting was made. */
export const keptMargin = z.object({ key: z.string(), text: z.string(), baselineId: z.string(), bins: keptBins })
export type Margin = z.output<typeof keptMargin>

/** How to weight the answers to a survey: kept, while the weights are computed anew from the answers there are. */
export interface Weighting {
  id: string
  surveyId: string
  title: string
  margins: Margin[]
  /** The largest weight allowed, as a multiple of the mean; null: no limit. */
  trim: number | null
  unsaid: Unsaid
  madeAt: Date
}

/** What becomes of those who did not say, or gave an answer that is in no group: they count as one each, or not at all in weighted figures. */
export const unsaidChoices = ['weight one', 'left out'] as const
export type Unsaid = (typeof unsaidChoices)[number]

/** Responses that gave the same answers, by the keys of the questions; '' where none was given. */
export interface AnsweredCell {
  values: Readonly<Record<string, string>>
  count: number
}

export interface WeightedCell extends AnsweredCell {
  /** The groups they are in, in the order of the margins; null for those who did not say. */
  groups: readonly string[] | null
  /** How much each of them counts; 1 is the mean of those who said, before any weight was cut to the limit. */
  weight: number
}

export interface WeightedGroup {
  label: string
  count: number
  /** Parts of 1: of those who said, before and after weighting, and of the population. */
  share: number
  weightedShare: number
  populationShare: number
}

export interface Weighed {
  ok: true
  cells: readonly WeightedCell[]
  margins: readonly { key: string; text: string; baselineTitle: string; groups: WeightedGroup[] }[]
  /** How many responses have a weight, and how many of them did not say. */
  responses: number
  unsaid: number
  /** How many times as large the variance is as without weights: 1 is nothing. L. Kish, 1965. */
  kishEffect: number
  effectiveSize: number
  /** The largest weight, as a multiple of the mean. */
  largest: number
  /** How many people's weight was cut to the limit, and how far the margins are missed by that, at most, as a part of 1. */
  trimmed: number
  departure: number
}

export type Weighing = Weighed | { ok: false; reason: string }

type Definition = Pick<Weighting, 'margins' | 'trim' | 'unsaid'>

// As rounding and estimates of different years differ; more, and they count different people.
const mayDiffer = 0.02

/**
 * The weights of every combination of answers that there is, by raking to the shares of each population, scaled so that those who said count
 * for as many as they are, or a little less where weights are cut to a limit. One weight for everyone who gave the same answers: nobody has a weight of their own. It says no, and why, where a
 * group has nobody, there are too few people, the populations are not of the same people, or it does not settle.
 */
export function weighCells(
  { margins, trim, unsaid }: Definition,
  cells: readonly AnsweredCell[],
  baselines: ReadonlyMap<string, Pick<Baseline, 'title' | 'groups' | 'counted'>>,
): Weighing {
  const reason = differing(margins, baselines)
  if (reason) return { ok: false, reason }
  const targets = margins.map(({ baselineId, bins }) => sharesOf(bins, baselines.get(baselineId)?.groups ?? []))
  const placed = cells.map((cell) => ({ ...cell, groups: groupsOf(cell, margins) }))
  const said = placed.filter(({ groups, count }) => groups !== null && count > 0)
  const people = sumOf(said.map(({ count }) => count))
  if (people < fewestForShares) return { ok: false, reason: `Only ${people} people said all of this: too few to weight.` }

  const names = namesOf(margins)
  try {
    const raking = rakeCells({
      cells: said.map(({ groups, count }) => ({ values: Object.fromEntries(names.map((name, at) => [name, groups![at]!])), count })),
      margins: Object.fromEntries(names.map((name, at) => [name, Object.fromEntries(targets[at]!)])),
      trim: trim ?? undefined,
    })
    // The shares of a population come to 1, so before any weight is cut the mean is one part of so many people.
    const weights = new Map(said.map((cell, at) => [cell, raking.weights[at]! * people]))
    const total = sumOf(said.map((cell) => cell.count * weights.get(cell)!))
    const weighted = placed.flatMap((cell): WeightedCell[] => {
      const weight = weights.get(cell)
      if (weight !== undefined) return [{ ...cell, weight }]
      return unsaid === 'weight one' && cell.count > 0 ? [{ ...cell, groups: null, weight: 1 }] : []
    })
    return {
      ok: true,
      cells: weighted,
      margins: margins.map(({ key, text, baselineId }, at) => ({
        key,
        text,
        baselineTitle: baselines.get(baselineId)?.title ?? '',
        groups: [...targets[at]!].map(([label, populationShare]) => {
          const inside = weighted.filter(({ groups }) => groups?.[at] === label)
          const count = sumOf(inside.map((cell) => cell.count))
          return {
            label,
            count,
            share: count / people,
            weightedShare: sumOf(inside.map((cell) => cell.count * cell.weight)) / total,
            populationShare,
          }
        }),
      })),
      ...costOf(weighted),
      unsaid: sumOf(weighted.flatMap(({ groups, count }) => (groups === null ? [count] : []))),
      trimmed: raking.trimmed,
      departure: raking.departure,
    }
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, reason: `${error.message}.` }
    throw error
  }
}

/** What weights cost: n Σw² ÷ (Σw)², over everyone who has one. */
function costOf(cells: readonly WeightedCell[]) {
  const responses = sumOf(cells.map(({ count }) => count))
  const total = sumOf(cells.map(({ count, weight }) => count * weight))
  const kishEffect = (responses * sumOf(cells.map(({ count, weight }) => count * weight ** 2))) / total ** 2
  const largest = cells.reduce((most, { weight }) => Math.max(most, weight), 0)
  return { responses, kishEffect, effectiveSize: responses / kishEffect, largest }
}

/** The groups that a combination of answers is in; null where one of them is in none. */
function groupsOf({ values }: AnsweredCell, margins: readonly Margin[]): string[] | null {
  const groups = margins.flatMap(({ key, bins }) => bins.find(({ choices }) => choices.includes(values[key] ?? ''))?.label ?? [])
  return groups.length === margins.length ? groups : null
}

function sharesOf(bins: readonly Bin[], groups: Baseline['groups']): Map<string, number> {
  const counts = bins.map((bin) => sumOf(groups.flatMap(({ value, count }) => (bin.groups.includes(value) ? [count] : []))))
  const total = sumOf(counts)
  return new Map(bins.map(({ label }, at) => [label, total === 0 ? 0 : counts[at]! / total]))
}

/** Why these populations cannot be of the same people; null where they can. */
function differing(margins: readonly Margin[], baselines: Parameters<typeof weighCells>[2]): string | null {
  const known = margins.flatMap(({ baselineId }) => baselines.get(baselineId) ?? [])
  if (known.length < margins.length) return 'A population that it goes by is not here any more. Make a new weighting.'
  for (const [at, one] of known.entries())
    for (const other of known.slice(at + 1)) {
      const [mine, theirs] = [one, other].map(({ groups }) => sumOf(groups.map(({ count }) => count))) as [number, number]
      if (one.counted !== other.counted || Math.abs(mine / theirs - 1) <= mayDiffer) continue
      return `The populations contradict each other: “${one.title}” counts ${number(mine)} ${one.counted} and “${other.title}” ${number(theirs)}. Use populations of the same people.`
    }
  return null
}

/** Questions as the reasons name them: two of one wording are told apart by their keys. */
const namesOf = (margins: readonly Margin[]) =>
  margins.map(({ key, text }) => (margins.some((other) => other.key !== key && other.text === text) ? `${text} (${key})` : text))

const sumOf = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
const number = (count: number) => count.toLocaleString('en-GB', { maximumFractionDigits: 0 })
