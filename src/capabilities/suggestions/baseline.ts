import { featureText, plainBlocks } from './feature.ts'
import { foldsByPerson } from './fold.ts'
import { fitSvm } from './linear-svm.ts'
import { sideOf } from './measure.ts'
import { timesWeights } from './sparse-matrix.ts'
import { bestThreshold } from './threshold.ts'
import { type Example, inOrder } from './trained-model.ts'
import { type Class, fitClasses, heldOutScores, isTheme, type Recipe } from './training.ts'
import { rowsOf } from './vocabulary.ts'

const plainRecipe: Recipe = { blocks: plainBlocks, fit: (rows, isOne, seed) => [fitSvm(rows, isOne, { cost: 0.5, seed })] }

const folds = 5
// How many comments a theme needs until its own threshold counts as much as that of all.
const patience = 5
const sides = [-1, 0, 1]

export interface Plain {
  offered: string[]
  /** A sentiment on the side that scored highest: 2, 3 or 4. */
  sentiment: number
}

/**
 * What any analyst would try first, to compare with: for each theme a linear support vector machine on words, letters and the question, with a
 * threshold tuned by F1 on people held back; for sentiment the highest of three such machines.
 */
export function baseline(train: readonly Example[], test: readonly Omit<Example, 'themes'>[], { seed = 1, tick = () => {} } = {}): Plain[] {
  const examples = inOrder(train)
  const themes = [...new Set(examples.flatMap((one) => one.themes))].sort()
  const classes = [...themes.map((theme) => isTheme(examples, theme)), ...sides.map((side) => isSide(examples, side))]
  const people = examples.map((one) => one.respondent)
  const task = { recipe: plainRecipe, texts: examples.map(featureText), people, classes, seed, tick }
  const dealt = foldsByPerson(people, { folds, seed })
  const held = heldOutScores(task, dealt).map(([scores]) => scores!)
  const thresholds = tune(held.slice(0, themes.length), classes)
  const { vocabulary, models } = fitClasses(task, [...examples.keys()])
  const rows = rowsOf(vocabulary, test.map(featureText))
  const scores = models.map(([weights]) => timesWeights(rows, weights!))
  return test.map((_, row) => ({
    offered: themes.filter((_, at) => scores[at]![row]! >= thresholds[at]!),
    sentiment: 3 + sides.reduce((best, side, at) => (scoreOf(at, row) > scoreOf(sides.indexOf(best), row) ? side : best)),
  }))

  function scoreOf(side: number, row: number) {
    return scores[themes.length + side]![row]!
  }
}

const isSide = (examples: readonly Example[], side: number): Class => ({
  isOne: (place) => examples[place]!.sentiment !== null && sideOf(examples[place]!.sentiment) === side,
  isTold: (place) => examples[place]!.sentiment !== null,
})

/** Each theme's best threshold, drawn to the one that is best for all together. */
function tune(held: readonly Float64Array[], classes: readonly Class[]): number[] {
  const size = held[0]?.length ?? 0
  const together = Float64Array.from({ length: held.length * size }, (_, at) => held[Math.floor(at / size)]![at % size]!)
  const common = bestThreshold(together, (at) => classes[Math.floor(at / size)]!.isOne(at % size)).best ?? 0
  return held.map((scores, at) => {
    const { best, ones } = bestThreshold(scores, classes[at]!.isOne)
    return ((best ?? common) * ones + common * patience) / (ones + patience)
  })
}
