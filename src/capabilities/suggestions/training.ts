import type { Block, FeatureText } from './feature.ts'
import { pickRows, type SparseRows, timesWeights } from './sparse-matrix.ts'
import type { Example } from './trained-model.ts'
import { learnVocabulary, rowsOf, type Vocabulary } from './vocabulary.ts'

/** What is looked at, and how a class is learned from it: one set of weights or several. */
export interface Recipe {
  blocks: readonly Block[]
  fit(rows: SparseRows, isOne: (row: number) => boolean, seed: number): Float64Array[]
}

/** One yes-or-no to learn: of each text by its place, whether it is one of the class, and whether anyone told. */
export interface Class {
  isOne(place: number): boolean
  isTold(place: number): boolean
}

export const isTheme = (examples: readonly Example[], theme: string): Class => ({
  isOne: (place) => examples[place]!.themes.includes(theme),
  isTold: () => true,
})

export const isSentiment = (examples: readonly Example[], value: number): Class => ({
  isOne: (place) => examples[place]!.sentiment === value,
  isTold: (place) => examples[place]!.sentiment !== null,
})

export interface Task {
  recipe: Recipe
  texts: readonly FeatureText[]
  /** Who wrote each text. */
  people: readonly string[]
  classes: readonly Class[]
  seed: number
  /** Called after each class that was fitted. */
  tick(): void
}

/** What was fitted: for each class, its models' weights by column. */
export interface Fitted {
  vocabulary: Vocabulary
  models: Float64Array[][]
}

/** Fit every class on the texts at these places. */
export function fitClasses({ recipe, texts, people, classes, seed, tick }: Task, places: readonly number[]): Fitted {
  const chosen = places.map((place) => texts[place]!)
  const vocabulary = learnVocabulary(
    recipe.blocks,
    chosen,
    places.map((place) => people[place]!),
  )
  const rows = rowsOf(vocabulary, chosen)
  const models = classes.map(({ isOne, isTold }) => {
    const told = places.flatMap((place, row) => (isTold(place) ? [row] : []))
    const known = told.length === places.length ? rows : pickRows(rows, told)
    const fitted = recipe.fit(known, (row) => isOne(places[told[row]!]!), seed)
    tick()
    return fitted
  })
  return { vocabulary, models }
}

/** For each class and model, the scores of every text by those that were fitted on the other folds. */
export function heldOutScores(task: Task, folds: Int32Array): Float64Array[][] {
  const all = [...folds.keys()]
  const found = [...new Set(folds)].map((fold) => {
    const inside = all.filter((place) => folds[place] === fold)
    const { vocabulary, models } = fitClasses(
      task,
      all.filter((place) => folds[place] !== fold),
    )
    const rows = rowsOf(
      vocabulary,
      inside.map((place) => task.texts[place]!),
    )
    return { inside, scores: models.map((several) => several.map((weights) => timesWeights(rows, weights))) }
  })
  const gather = (at: number, model: number) => {
    const gathered = new Float64Array(folds.length)
    for (const { inside, scores } of found) for (const [row, place] of inside.entries()) gathered[place] = scores[at]![model]![row]!
    return gathered
  }
  return task.classes.map((_, at) => found[0]!.scores[at]!.map((_, model) => gather(at, model)))
}
