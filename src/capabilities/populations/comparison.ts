import { type Representation, type RepresentedGroup, represent } from '#capabilities/statistics'
import { type Baseline, totalOf } from './baseline.ts'
import type { Bin } from './bin.ts'
import { type Asked, isUnsaid } from './crosswalk.ts'

/** How many people gave each answer, and how many gave none. */
export interface Answered {
  byChoice: Readonly<Record<string, number>>
  /** Gave an answer, "I prefer not to say" among them. */
  answered: number
  /** Were asked: answered or left it out. */
  asked: number
  /** Answered the survey when it did not ask this. */
  notAsked: number
}

/** How one group stands: 'nobody', far fewer (under half) or fewer than its part of the population, about as many, more; null where that cannot be said of so few people. */
export type Standing = 'nobody' | 'far fewer' | 'fewer' | 'about as many' | 'more' | null

export interface ComparedRow extends RepresentedGroup {
  standing: Standing
}

/** People held against a population, and everyone who could not be. */
export interface Comparison {
  asked: Pick<Asked, 'dimension' | 'text'>
  baseline: Baseline
  rows: readonly ComparedRow[]
  represented: Representation
  /** Asked, and said that they prefer not to say. */
  unsaid: number
  /** Asked, and gave no answer. */
  unanswered: number
  notAsked: number
  /** Answers that go with no group of the population. */
  unmatched: readonly { label: string; count: number }[]
  /** Groups of the population that no answer goes with; they are in none of its shares. */
  leftOut: readonly { label: string; count: number }[]
}

/**
 * Hold people against a population: bin by bin their answers beside its groups. Who did not say, was not asked or gave an answer that goes with no
 * group is counted apart, and is in no share. Null where there are fewer than two bins or the population of the bins is nobody.
 */
export function compare(
  asked: Asked,
  { byChoice, answered, asked: were, notAsked }: Answered,
  baseline: Baseline,
  bins: readonly Bin[],
): Comparison | null {
  const known = new Map(baseline.groups.map((group) => [group.value, group]))
  const groups = bins.map(({ label, choices, groups: parts }) => ({
    label,
    count: choices.reduce((sum, choice) => sum + (byChoice[choice] ?? 0), 0),
    population: totalOf(parts.flatMap((value) => known.get(value) ?? [])),
  }))
  if (groups.length < 2 || groups.every(({ population }) => population === 0)) return null
  const represented = represent(groups)
  const inBins = new Set(bins.flatMap(({ choices }) => choices))
  const offered = new Map(asked.options.map((option) => [option.value, option]))
  const others = Object.entries(byChoice).flatMap(([value, count]) =>
    inBins.has(value) || count === 0 ? [] : [{ value, label: offered.get(value)?.label ?? value, count }],
  )
  const compared = new Set(bins.flatMap((bin) => bin.groups))
  return {
    asked: { dimension: asked.dimension, text: asked.text },
    baseline,
    rows: represented.groups.map((group) => ({ ...group, standing: standingOf(group, represented.tooFewForShares) })),
    represented,
    unsaid: totalOf(others.filter(isUnsaid)),
    unanswered: Math.max(0, were - answered),
    notAsked,
    unmatched: others.filter((other) => !isUnsaid(other)),
    leftOut: baseline.groups.filter(({ value }) => !compared.has(value)),
  }
}

// Beyond two standard deviations is unlikely by chance alone.
const unlikely = 2

function standingOf({ count, populationShare, index, residual }: RepresentedGroup, tooFew: boolean): Standing {
  if (count === 0 && populationShare > 0) return 'nobody'
  if (tooFew || index === null || residual === null) return null
  if (residual > unlikely) return 'more'
  if (residual >= -unlikely) return 'about as many'
  return index < 0.5 ? 'far fewer' : 'fewer'
}

/** The groups to reach: nobody of them spoke or far fewer than their part, though as many people as these would have brought at least one. */
export const underHeard = ({ rows, represented }: Pick<Comparison, 'rows' | 'represented'>) =>
  rows.filter(
    ({ standing, populationShare }) => (standing === 'nobody' || standing === 'far fewer') && represented.people * populationShare >= 1,
  )
