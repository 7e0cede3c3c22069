import { becauseOf, type Span } from './because.ts'
import { likelihoodOf } from './calibration.ts'
import { featureText } from './feature.ts'
import type { Learned } from './trained-model.ts'
import { type Sighting, sightingsOf } from './vocabulary.ts'

/** What suggestions are wanted for. */
export interface Text {
  question: string
  words: string
  /** As for an example: other things known when it was said. */
  context?: readonly string[]
}

export interface Suggestion {
  /** Likely themes, most likely first, each with the words that led to it, most telling first, three at most. */
  themes: { theme: string; likelihood: number; because: Span[] }[]
  /** Those likely enough to be offered. */
  offered: string[]
  /** From 0 to 1: highest where a person's decision teaches most. */
  uncertainty: number
  /** From 1, very positive, to 5, very negative; null where no sentiment was ever coded. */
  sentiment: { value: number; likelihood: number } | null
}

// Below this a theme is not worth a reader's moment.
const least = 0.05
const most = 8
// A comment of which nothing is sure is offered its likeliest theme, if it is at all likely: nearly every comment has one.
const lonely = 0.18

/** Suggest themes and sentiment for each text. */
export function suggest(model: Learned, texts: readonly Text[]): Suggestion[] {
  const { themes, sentiments, thresholds, vocabulary } = model
  return texts.map((text) => {
    const looked = featureText(text)
    // Nothing was said that could speak of anything: empty, blank, binary.
    if (looked.tokens.length === 0) return { themes: [], offered: [], uncertainty: 0, sentiment: null }
    const seen = sightingsOf(vocabulary, looked)
    const logits = logitsOf(model, seen)
    const likelihoods = Float64Array.from(themes, (_, at) => likelihoodOf(logits[at]!))
    const likely = [...themes.keys()].sort((one, other) => likelihoods[other]! - likelihoods[one]! || one - other)
    let offered = likely.filter((at) => likelihoods[at]! >= thresholds[at]!)
    if (offered.length === 0) offered = likely.slice(0, 1).filter((at) => likelihoods[at]! >= lonely)
    const shown = likely.filter((at, place) => offered.includes(at) || (place < most && likelihoods[at]! >= least))
    return {
      themes: shown.map((at) => ({
        theme: themes[at]!,
        likelihood: likelihoods[at]!,
        because: becauseOf(model, looked, seen, at),
      })),
      offered: offered.map((at) => themes[at]!),
      uncertainty: uncertaintyOf(likelihoods),
      sentiment: sentimentOf(sentiments, logits.subarray(themes.length)),
    }
  })
}

/** The log-odds of every theme and then of every sentiment. */
function logitsOf({ themes, sentiments, weights, vocabulary }: Learned, seen: readonly Sighting[]): Float64Array {
  const width = themes.length + sentiments.length
  const last = vocabulary.rarities.length * width
  const logits = Float64Array.from(weights.subarray(last, last + width))
  for (const { column, value } of seen) {
    const from = column * width
    for (let at = 0; at < width; at++) logits[at]! += value * weights[from + at]!
  }
  return logits
}

/** How many themes a person may be expected to change, brought between 0 and 1. */
function uncertaintyOf(likelihoods: Float64Array): number {
  const changes = likelihoods.reduce((sum, likelihood) => sum + Math.min(likelihood, 1 - likelihood), 0)
  return 1 - Math.exp(-changes)
}

/** The likelier of positive (1 and 2), neither (3) and negative (4 and 5), and within it the likeliest value. */
function sentimentOf(values: readonly number[], logits: Float64Array): Suggestion['sentiment'] {
  if (values.length === 0) return null
  const likelihoods = logits.map(likelihoodOf)
  const whole = likelihoods.reduce((sum, one) => sum + one, 0)
  const sides = new Map<number, number>()
  values.forEach((value, at) => {
    sides.set(Math.sign(value - 3), (sides.get(Math.sign(value - 3)) ?? 0) + likelihoods[at]! / whole)
  })
  const [side] = [...sides].reduce((best, one) => (one[1] > best[1] ? one : best))
  const within = [...values.keys()].filter((at) => Math.sign(values[at]! - 3) === side)
  const at = within.reduce((best, one) => (likelihoods[one]! > likelihoods[best]! ? one : best))
  return { value: values[at]!, likelihood: likelihoods[at]! / whole }
}
