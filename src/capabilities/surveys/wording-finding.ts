import type { Question } from './question.ts'
import { typeOf } from './questions/registry.ts'

/** What may be hard to read or to answer, and what to do about it. It never stops an author. */
export interface CheckFinding {
  /** The key of the question; null where it is about all of them. */
  question: string | null
  what: string
  toDo: string
}

/** What words are held against: those we do not use, with what to say instead, and the letters that stand for words. */
export interface WordLists {
  avoided: readonly { word: string; meaning: string }[]
  letters: readonly { word: string; meaning: string }[]
}

/** What someone reads to answer, without what stands in for an earlier answer. */
export const textOf = ({ text, hint }: Pick<Question, 'text' | 'hint'>) =>
  [text, hint ?? ''].join('\n').replaceAll(/\{[a-z0-9-]+\}/g, 'your answer')

const everythingIn = (question: Question) =>
  [
    question.page ?? '',
    textOf(question),
    ...(question.options ?? []).map(({ label }) => label),
    ...(question.rows ?? []).map(({ label }) => label),
  ].join('\n')

/** Words that we do not use, whatever they end in. */
export const jargonFindings = (question: Question, avoided: readonly { word: string; meaning: string }[]): CheckFinding[] =>
  avoided.flatMap(({ word, meaning }) =>
    new RegExp(`\\b${word.replaceAll(/[^\p{L}\p{N} ]/gu, '.').replaceAll(' ', '[ -]')}(s|es|’s|'s)?\\b`, 'i').test(everythingIn(question))
      ? [{ question: question.key, what: `It says “${word.toLowerCase()}”`, toDo: meaning }]
      : [],
  )

// Letters that are better known than what they stand for.
const known = new Set(['NHS', 'GP', 'UK', 'TV', 'ID', 'PDF', 'OK', 'DVD', 'BBC', 'CD', 'MP', 'COVID', 'A&E'])

/** Letters that stand for words, where no question up to there has said for which. */
export function acronymFindings(questions: readonly Question[], letters: readonly { word: string; meaning: string }[]): CheckFinding[] {
  const explained = new Set(known)
  return questions.flatMap((question) => {
    const text = everythingIn(question)
    for (const [, inside, before] of text.matchAll(/\(([A-Z][A-Z&]+)s?\)|\b([A-Z][A-Z&]+)s? \(/g)) explained.add(inside ?? before ?? '')
    const found = [...new Set([...text.matchAll(/\b([A-Z][A-Z&]*[A-Z])s?\b/g)].map(([, letters]) => letters ?? ''))]
    // Words in capitals throughout are a heading, not letters for words.
    return found
      .filter((letters) => letters.length <= 6 && !explained.has(letters))
      .map((acronym) => {
        explained.add(acronym)
        const meaning = letters.find(({ word }) => word === acronym)?.meaning.replace(/[.,].*$/, '')
        const full = meaning ? meaning.charAt(0).toLowerCase() + meaning.slice(1) : 'the words it stands for'
        return {
          question: question.key,
          what: `“${acronym}” is not explained`,
          toDo: `Write “${full} (${acronym})” the first time${meaning ? '' : ', or use other words'}.`,
        }
      })
  })
}

const asks = '(what|which|who|when|where|why|how|do you|did you|is|are|was|were|would|could|should|have you)'
const pressing = [
  /\bdo(n.t| not) you (think|agree|feel|want)\b/i,
  /\bdo you agree (?!or\b)/i,
  /\b(would|could|should|is|are|was|were)n.t\b.*\?/i,
  /\b(surely|obviously|clearly|of course|everyone knows|everybody knows|needless to say)\b/i,
  /\bhow (great|good|excellent|wonderful|helpful|important|bad|poor|terrible|worried|concerned|pleased|much better|much worse)\b(?! or\b)/i,
  /\b(world[- ]class|much[- ]needed|excellent|outdated|state[- ]of[- ]the[- ]art|wasteful)\b/i,
]
const oneAnswerFits = ['one-of', 'drop-down', 'yes-no', 'agreement', 'scale', 'rating', 'matrix', 'number']

/** A question that may ask two things at once, or may say which answer it hopes for. */
export function wordingFindings(question: Question): CheckFinding[] {
  if (typeOf(question).isOnlyRead) return []
  const { key, text, type } = question
  const isTwo =
    /\band\/or\b/i.test(text) ||
    (text.match(/\?/g) ?? []).length > 1 ||
    new RegExp(`\\b${asks}\\b.*\\b(and|or) ${asks}\\b.*\\?`, 'i').test(text) ||
    (oneAnswerFits.includes(type) &&
      /\w+ (and|as well as) \w+/i.test(text) &&
      !/\b(between \w+ and|accident and emergency|\d and \d)/i.test(text))
  return [
    ...(isTwo
      ? [
          {
            question: key,
            what: 'It may ask two things at once',
            toDo: 'If someone could answer each differently, ask them in two questions.',
          },
        ]
      : []),
    ...(pressing.some((pattern) => pattern.test(text))
      ? [
          {
            question: key,
            what: 'It may suggest an answer',
            toDo: 'Ask so that every answer is as easy to give: “How much do you agree or disagree that…”, “How good or bad was…”.',
          },
        ]
      : []),
  ]
}
