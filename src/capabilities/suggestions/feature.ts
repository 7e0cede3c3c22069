import { type Token, tokensOf } from './word-token.ts'

/** One thing noticed in a text: its name, and which of the text's tokens it was seen in (none: it speaks of the whole). */
export interface Feature {
  name: string
  token: number
  /** How many tokens it spans, from `token` on. */
  width: number
}

/** Features that are weighed and brought to one length together, so that many letters do not drown few words. */
export interface Block {
  name: string
  /** The length of this block's part of a row. */
  weight: number
  /** A feature that fewer people than this wrote is not learned: a name that one person gives, in however many answers, is in no model. */
  atLeast: 1 | 2
  features(text: FeatureText): Feature[]
}

export interface FeatureText {
  question: string
  tokens: readonly Token[]
  context: readonly string[]
}

/** What a text is looked at as. */
export const featureText = ({
  question,
  words,
  context = [],
}: {
  question: string
  words: string
  context?: readonly string[]
}): FeatureText => ({
  question: question.normalize('NFC').replace(/\s+/g, ' ').trim(),
  tokens: tokensOf(words.normalize('NFC')),
  context,
})

const whole = (names: readonly string[]): Feature[] => names.map((name) => ({ name, token: -1, width: 0 }))

/** Single words and pairs of neighbours. */
function grams(tokens: readonly Token[], kind: 'word' | 'stem', suffix = ''): Feature[] {
  const features: Feature[] = []
  for (let at = 0; at < tokens.length; at++) {
    const one = tokens[at]![kind]
    features.push({ name: one + suffix, token: at, width: 1 })
    if (at > 0) features.push({ name: `${tokens[at - 1]![kind]} ${one}${suffix}`, token: at - 1, width: 2 })
  }
  return features
}

/** Runs of 2 to 5 letters within a word and its edges: they carry misspellings and endings. */
function letters(tokens: readonly Token[]): Feature[] {
  const features: Feature[] = []
  tokens.forEach(({ word }, token) => {
    const edged = ` ${word} `
    for (let size = 2; size <= 5; size++) {
      if (edged.length <= size) {
        features.push({ name: edged, token, width: 1 })
        break
      }
      for (let at = 0; at + size <= edged.length; at++) features.push({ name: edged.slice(at, at + size), token, width: 1 })
    }
  })
  return features
}

// About 1.5 steps for each doubling: 1, 2, 3–4, 5–7, 8–11 … words.
const lengthOf = ({ tokens }: FeatureText) => String(Math.floor(Math.log2(tokens.length + 1) * 1.5))

const words: Block = { name: 'words', weight: 1, atLeast: 2, features: ({ tokens }) => grams(tokens, 'word') }
const runs: Block = { name: 'letters', weight: 1, atLeast: 2, features: ({ tokens }) => letters(tokens) }
const questions: Block = { name: 'question', weight: 0.7, atLeast: 1, features: ({ question }) => whole([question]) }

/** What the learner looks at. "Nothing" to "What was good?" is not "Nothing" to "What could be better?", so words are also taken with their question. */
export const richBlocks: readonly Block[] = [
  words,
  { name: 'stems', weight: 0.7, atLeast: 2, features: ({ tokens }) => grams(tokens, 'stem') },
  runs,
  questions,
  {
    name: 'stems and question',
    weight: 0.7,
    atLeast: 2,
    features: ({ tokens, question }) => grams(tokens, 'stem', `\t${question}`),
  },
  {
    name: 'length',
    weight: 0.4,
    atLeast: 1,
    features: (text) => whole([lengthOf(text), `${lengthOf(text)}\t${text.question}`]),
  },
  {
    name: 'context',
    weight: 0.7,
    atLeast: 2,
    features: ({ context, question }) => whole(context.flatMap((fact) => [fact, `${fact}\t${question}`])),
  },
  {
    name: 'stems and context',
    weight: 0.5,
    atLeast: 2,
    features: ({ tokens, context }) =>
      context.flatMap((fact) => tokens.map(({ stem }, token) => ({ name: `${stem}\t${fact}`, token, width: 1 }))),
  },
]

/** What the baseline looks at: words, letters and the question. */
export const plainBlocks: readonly Block[] = [words, runs, { ...questions, weight: 1 }]
