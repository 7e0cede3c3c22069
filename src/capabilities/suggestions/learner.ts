import type { Calibration } from './calibration.ts'
import { calibrateAll, mergeWeights, richRecipe } from './class-model.ts'
import { pseudoExamples } from './definition.ts'
import { featureText } from './feature.ts'
import { foldsByPerson } from './fold.ts'
import { thresholdFor } from './threshold.ts'
import { type Definition, type Example, inOrder, type Learned } from './trained-model.ts'
import { fitClasses, heldOutScores, isSentiment, isTheme } from './training.ts'

export { fromBytes, toBytes } from './model-file.ts'
export { type Suggestion, suggest } from './suggestion.ts'
export type { Definition, Example, Learned } from './trained-model.ts'

export interface LearnOptions {
  definitions?: readonly Definition[]
  seed?: number
  /** Told after each of the models that are fitted on the way. */
  onProgress?: (done: number, total: number) => void
}

const mostFolds = 5
// Of a theme that fewer coded comments have than this, its definition too says how sure is sure enough.
const fewComments = 20
// With one person alone there is nobody left to be tested on: a score then counts as log-odds, as it stands.
const untested: Calibration = { slope: 1, shift: 0 }

/**
 * Learn to suggest themes and sentiment from comments that people coded, from definitions, or from both. The same examples in any order, with
 * the same seed, teach the same.
 *
 * Each theme and each value of sentiment gets the mean of a support vector machine and a logistic regression on words, stems, letters and the
 * question, weighed by log-count ratios; likelihoods come from folds of people whom the models had not seen.
 */
export function learn(examples: readonly Example[], { definitions = [], seed = 1, onProgress }: LearnOptions = {}): Learned {
  const coded = inOrder(examples)
  const all = [...coded, ...pseudoExamples(definitions)]
  const themes = [...new Set(all.flatMap((one) => one.themes))].sort()
  const sentiments = [...new Set(coded.flatMap((one) => one.sentiment ?? []))].sort()
  const classes = [...themes.map((theme) => isTheme(all, theme)), ...sentiments.map((value) => isSentiment(all, value))]
  const people = all.map((one) => one.respondent)
  const folds = foldsByPerson(people, { folds: mostFolds, seed })
  const rounds = new Set(folds).size
  const total = (rounds > 1 ? rounds + 1 : 1) * classes.length
  let done = 0
  const task = { recipe: richRecipe, texts: all.map(featureText), people, classes, seed, tick: () => onProgress?.(++done, total) }

  const held = rounds > 1 ? heldOutScores(task, folds) : null
  const { vocabulary, models } = fitClasses(task, [...all.keys()])
  const countOf = (among: readonly Example[], theme: string) => among.filter((one) => one.themes.includes(theme)).length
  const judgedBy = (theme: string | undefined) => (theme !== undefined && countOf(coded, theme) < fewComments ? all : coded)
  const columns = models.map((several, at) => {
    const { isOne, isTold } = classes[at]!
    const places = [...judgedBy(themes[at]).keys()].filter(isTold)
    const ofPlaces = (scores: Float64Array) => Float64Array.from(places, (place) => scores[place]!)
    const calibrations = held ? calibrateAll(held[at]!.map(ofPlaces), (row) => isOne(places[row]!)) : several.map(() => untested)
    return mergeWeights(several, calibrations)
  })
  const thresholds = Float32Array.from(themes, (theme) => thresholdFor(countOf(all, theme), all.length))
  return { themes, sentiments, vocabulary, weights: sideBySide(columns), thresholds, examples: coded.length }
}

/** Weights by class turned into weights by feature, so that scoring a text reads on in memory. */
function sideBySide(columns: readonly Float32Array[]): Float32Array {
  const width = columns.length
  const weights = new Float32Array(width * (columns[0]?.length ?? 0))
  columns.forEach((column, at) => {
    for (let row = 0; row < column.length; row++) weights[row * width + at] = column[row]!
  })
  return weights
}
