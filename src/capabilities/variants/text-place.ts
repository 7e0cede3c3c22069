import { type Option, type Question, type SurveyVersion, typeOf } from '#capabilities/surveys'
import type { Texts } from './variant.ts'

/** A place where words stand in a set of questions, and what they are there in the first language. */
export interface TextPlace {
  /** 'title', 'q1.text', 'q1.choice.yes'. */
  at: string
  /** What it is, to whoever writes the words. */
  what: string
  original: string
}

type Asking = Pick<SurveyVersion, 'questions' | 'title'>

/** Every place where words stand, in the order people read them. */
export const textPlaces = ({ title, questions }: Asking): TextPlace[] => [
  { at: 'title', what: 'Title', original: title },
  ...(questions.some(({ type, required }) => !required && !typeOf({ type }).isOnlyRead)
    ? [{ at: 'optional', what: 'Beside a question that can be left out', original: 'optional' }]
    : []),
  ...questions.flatMap((question, at) => placesIn(question, at + 1)),
]

function placesIn(question: Question, number: number): TextPlace[] {
  const { key, page, text, hint, mistake, unit, reason, ends, picture } = question
  const place = (at: string, what: string, original: string | undefined): TextPlace[] =>
    original ? [{ at: `${key}.${at}`, what: `Question ${number}: ${what}`, original }] : []
  const choices = (half: string, what: string, options: readonly Option[] = []) =>
    options.flatMap(({ value, label }) => place(`${half}.${value}`, what, label))
  return [
    ...place('page', 'title of the page', page),
    ...place('text', 'the question', text),
    ...place('hint', 'hint', hint),
    ...place('reason', 'why it is asked', reason),
    ...place('picture', 'description of the picture', picture?.description),
    ...choices('row', 'row', question.rows),
    ...choices('choice', 'answer', question.options ?? fixedChoices(question)),
    ...(question.other ? place('choice.other', 'answer', 'Something else') : []),
    ...place('unit', 'what it is counted in', unit),
    ...place('least', 'the lowest means', ends?.least),
    ...place('most', 'the highest means', ends?.most),
    ...place('mistake', 'what to say when it is not answered', mistake),
  ]
}

// Kinds whose answers are ours and not their author's: yes and no, agreement, the Friends and Family Test.
const fixedChoices = (question: Question): Option[] =>
  question.rows ? [] : typeOf({ type: question.type }).choices({ ...question, labels: {} })

/** The places whose words are still to be written. */
export const missingFrom = (version: Asking, texts: Texts): TextPlace[] => textPlaces(version).filter(({ at }) => !texts[at]?.trim())

/**
 * The questions in other words. Keys, kinds, values and conditions stay as they are, so that answers join. What was not written yet is said
 * in the first language.
 */
export function inWordsOf<V extends Asking>(version: V, texts: Texts): V {
  return {
    ...version,
    title: texts.title?.trim() || version.title,
    questions: version.questions.map((question) => inOtherWords(question, texts)),
  }
}

function inOtherWords(question: Question, texts: Texts): Question {
  const said = (at: string) => texts[`${question.key}.${at}`]?.trim()
  const options = (half: string, those: readonly Option[]) =>
    those.map(({ value, label }) => ({ value, label: said(`${half}.${value}`) || label }))
  const { page, hint, mistake, unit, reason, ends, picture, rows } = question
  const ours = [...(question.options ? [] : fixedChoices(question)).map(({ value }) => value), ...(question.other ? ['other'] : [])]
  const labels = Object.fromEntries([
    ...ours.flatMap((value) => {
      const label = said(`choice.${value}`)
      return label ? [[value, label]] : []
    }),
    ...(texts.optional?.trim() ? [['optional', texts.optional.trim()]] : []),
  ])
  return {
    ...question,
    text: said('text') || question.text,
    ...(page && { page: said('page') || page }),
    ...(hint && { hint: said('hint') || hint }),
    ...(mistake && { mistake: said('mistake') || mistake }),
    ...(unit && { unit: said('unit') || unit }),
    ...(reason && { reason: said('reason') || reason }),
    ...(ends && { ends: { least: said('least') || ends.least, most: said('most') || ends.most } }),
    ...(picture && { picture: { ...picture, description: said('picture') || picture.description } }),
    ...(rows && { rows: options('row', rows) }),
    ...(question.options && { options: options('choice', question.options) }),
    ...(Object.keys(labels).length > 0 && { labels }),
  }
}
