import { syllable } from 'syllable'

export interface Readability {
  words: number
  sentences: number
  /** In years; 5 at the least. */
  age: number
  /** Fewer than 100 words: the formula was made on passages, and one long word moves a short text by years. */
  isRough: boolean
}

/**
 * How old a reader must be to read English easily: the Flesch–Kincaid grade, 0.39 × words/sentences + 11.8 × syllables/words − 15.59, and five
 * years for the age of an American school grade. Null for a text without words. A line or a question is a sentence where it has no full stop.
 * Source: Kincaid, Fishburne, Rogers and Chissom (1975), Derivation of new readability formulas for Navy enlisted personnel, Research Branch
 * Report 8-75; syllables as the package `syllable` counts them.
 */
export function readabilityOf(text: string): Readability | null {
  const sentences = text.split(/[.!?:;]+(?=\s|$)|\n+/).filter((sentence) => /[a-z]/i.test(sentence))
  const words = sentences.flatMap((sentence) => sentence.match(/[\p{L}\p{N}][\p{L}\p{N}'’&-]*/gu) ?? [])
  if (words.length === 0) return null
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0)
  const grade = 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59
  return { words: words.length, sentences: sentences.length, age: Math.max(5, Math.round(grade + 5)), isRough: words.length < 100 }
}
