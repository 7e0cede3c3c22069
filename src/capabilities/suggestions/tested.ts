/** How well one way of suggesting did on comments of people it had not learned from. All shares from 0 to 1. */
export interface Measures {
  micro_f1: number
  macro_f1: number
  exact_match: number
  /** Of three sides: positive, neither, negative. Null where too few sentiments were coded. */
  sentiment_accuracy: number | null
}

/** The test of a model, as it is kept. */
export interface Tested extends Measures {
  /** Comments it was tested on, and of how many people. No comments: all were of one person, and nobody could be held back. */
  n: number
  respondents: number
  /** A plain linear classifier on the same comments, dealt to the same groups. */
  baseline: Measures
  per_theme: readonly { theme: string; n: number; precision: number; recall: number; f1: number }[]
  /** How well it did when it had learned from fewer. */
  learning_curve: readonly { comments: number; micro_f1: number; macro_f1: number }[]
  tested_at: string
}

/** Fewer comments than this say little about how good it is. */
export const few = 200

const nothing: Measures = { micro_f1: 0, macro_f1: 0, exact_match: 0, sentiment_accuracy: null }

/** What is kept where no test could be made. */
export const untested: Omit<Tested, 'tested_at'> = {
  ...nothing,
  baseline: nothing,
  n: 0,
  respondents: 0,
  per_theme: [],
  learning_curve: [],
}
