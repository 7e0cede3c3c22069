import { baseline } from './baseline.ts'
import { foldsByPerson } from './fold.ts'
import { type LearnOptions, learn } from './learner.ts'
import { measureThemes, sideAccuracy, type ThemeMeasures } from './measure.ts'
import { suggest } from './suggestion.ts'
import type { Example } from './trained-model.ts'

type Measures = Omit<ThemeMeasures, 'per_theme'> & { sentiment_accuracy: number | null }

/** How well the learner did on comments of people it had not learned from, beside a plain baseline on the same. All shares from 0 to 1. */
export interface Evaluation extends Measures {
  /** Comments it was tested on, and how many people had said them. */
  n: number
  respondents: number
  baseline: Measures
  per_theme: ThemeMeasures['per_theme']
}

/** How well it does when it may learn from fewer comments, tested on the same ones. */
export interface LearningCurve {
  learning_curve: { comments: number; micro_f1: number; macro_f1: number }[]
}

interface Answer {
  offered: readonly string[]
  sentiment: number | null
}

const answersOf = (train: readonly Example[], test: readonly Example[], options: LearnOptions): Answer[] =>
  suggest(learn(train, options), test).map(({ offered, sentiment }) => ({ offered, sentiment: sentiment?.value ?? null }))

/**
 * Train on some comments and test on others, which are looked at only to be scored.
 *
 * @param options.themes what is judged; else every theme of either
 */
export function evaluate(
  train: readonly Example[],
  test: readonly Example[],
  options: LearnOptions & { themes?: readonly string[] } = {},
): Evaluation {
  const themes = options.themes ?? themesOf([...train, ...test])
  return comparison(test, themes, answersOf(train, test, options), baseline(train, test, options))
}

/**
 * Deal people into folds, and test each fold on what was learned from the others; a curve shows what more coding would bring.
 *
 * @param options.folds 2 or more
 */
export function crossEvaluate(
  examples: readonly Example[],
  { folds = 4, ...options }: LearnOptions & { folds?: number } = {},
): Evaluation & LearningCurve {
  const { seed = 1, onProgress } = options
  const dealt = foldsByPerson(
    examples.map((one) => one.respondent),
    { folds, seed },
  )
  const rounds = new Set(dealt).size
  if (rounds < 2) throw new RangeError('A test needs comments of at least two people.')
  const part = (inside: (fold: number) => boolean) => examples.filter((_, place) => inside(dealt[place]!))
  const runs = rounds + curveShares.length
  const during = (run: number): LearnOptions => ({
    ...options,
    onProgress: (done, total) => onProgress?.(Math.round((run + done / total) * runSize), runs * runSize),
  })

  const tested: Example[] = []
  const answers: Answer[] = []
  const plain: Answer[] = []
  for (let fold = 0; fold < rounds; fold++) {
    const [train, test] = [part((one) => one !== fold), part((one) => one === fold)]
    tested.push(...test)
    answers.push(...answersOf(train, test, during(fold)))
    plain.push(...baseline(train, test, { seed }))
  }
  const themes = themesOf(examples)
  return { ...comparison(tested, themes, answers, plain), learning_curve: curve() }

  function curve() {
    const [train, test] = [part((one) => one !== 0), part((one) => one === 0)]
    const people = foldsByPerson(
      train.map((one) => one.respondent),
      { folds: finest, seed: seed + 1 },
    )
    const point = (learned: readonly Example[], found: readonly Answer[]) => {
      const { micro_f1, macro_f1 } = measureThemes(...pairs(found, test), themes)
      return { comments: learned.length, micro_f1, macro_f1 }
    }
    const fewer = curveShares.map((share, at) => {
      const learned = train.filter((_, place) => people[place]! < share * finest)
      return point(learned, answersOf(learned, test, during(rounds + at)))
    })
    return [...fewer, point(train, answers.slice(0, test.length))]
  }
}

const runSize = 1000
const finest = 8
const curveShares = [1 / 8, 1 / 4, 1 / 2]

function comparison(test: readonly Example[], themes: readonly string[], answers: readonly Answer[], plain: readonly Answer[]): Evaluation {
  const judge = (found: readonly Answer[]) => {
    const { per_theme, ...shares } = measureThemes(...pairs(found, test), themes)
    const sentiment_accuracy = sideAccuracy(
      found.map((one) => one.sentiment),
      test.map((one) => one.sentiment),
    )
    return { measures: { ...shares, sentiment_accuracy }, per_theme }
  }
  const { measures, per_theme } = judge(answers)
  const respondents = new Set(test.map((one) => one.respondent)).size
  return { ...measures, n: test.length, respondents, baseline: judge(plain).measures, per_theme }
}

const pairs = (found: readonly Answer[], test: readonly Example[]) =>
  [found.map((one) => one.offered), test.map((one) => one.themes)] as const

const themesOf = (examples: readonly Example[]) => [...new Set(examples.flatMap((one) => one.themes))].sort()
