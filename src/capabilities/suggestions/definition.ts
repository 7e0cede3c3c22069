import type { Definition, Example } from './trained-model.ts'

// The framework of the NHS gives examples in quotation marks of many kinds, one after the other, behind words in capitals.
const pieces = /(?:[.;:!?]|\n|['"‘’“”]\s*,|\b(?:POSITIVE|NEGATIVE|MIXED|WISHLIST|NEUTRAL)\b)+/u

/** Definitions as if they were comments: one for each sentence or example, so that a theme nobody has used yet can be suggested. */
export const pseudoExamples = (definitions: readonly Definition[]): Example[] =>
  definitions.flatMap(({ theme, words }) => {
    const said = words
      .normalize('NFC')
      .split(pieces)
      .map((piece) => piece.replace(/^[\s'"‘’“”,/]+|[\s'"‘’“”,/]+$/g, ''))
      .filter((piece) => piece !== '')
    return [...new Set(said)].map((piece, place) => ({
      id: `${theme}\t${place}`,
      respondent: `${theme}\t${place}`,
      question: '',
      words: piece,
      themes: [theme],
      sentiment: null,
    }))
  })
