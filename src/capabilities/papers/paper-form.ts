import { fieldsOf, type GivenAnswer, type Question, readAnswers, type SurveyVersion, typeOf } from '#capabilities/surveys'
import type { Body } from '#platform/forms.ts'

/** A form on paper and how far it has come. */
export interface PaperForm {
  id: string
  consultationId: string
  versionId: string
  serial: string
  printedAt: Date
  keyings: readonly Keying[]
  settlement: Settlement | null
}

export interface Keying {
  turn: 1 | 2
  receivedOn: string
  typed: Body
  keyedBy: string
  keyedAt: Date
}

export interface Settlement {
  responseId: string
  /** Questions that two people typed, and on how many of those they differed. None compared: it was taken with one keying. */
  compared: number
  differed: number
  reason: string | null
  settledBy: string
  settledAt: Date
}

/** One question on which the two keyings differ. */
export interface Difference {
  question: Question
  first: string
  second: string
}

/**
 * A version as it is read from paper. Nobody can be asked again, so nothing has to be answered; and no question is left out for what an
 * earlier answer says, since what stands on the paper was said.
 */
export const onPaper = (version: SurveyVersion): SurveyVersion => ({
  ...version,
  questions: version.questions.flatMap(({ required: _, asked: __, ...question }) =>
    typeOf(question).isOnlyRead || question.type === 'file' ? [] : [question],
  ),
})

/** What is wrong with a keying, by field. A form on which nothing is answered is one too, and is laid aside, not keyed. */
export const readKeying = (version: SurveyVersion, body: Body) => readAnswers(onPaper(version), body)

/** Only what belongs to the questions and what stands beside them. */
export const typedOf = (version: SurveyVersion, body: Body, beside: readonly string[]): Body =>
  Object.fromEntries(
    [...onPaper(version).questions.flatMap(fieldsOf), ...beside].flatMap((name) =>
      Object.hasOwn(body, name) ? [[name, body[name]!]] : [],
    ),
  )

/** Words as they are compared: how they are spaced does not matter. */
const plain = (words: string) => words.normalize('NFC').replaceAll(/\s+/g, ' ').trim()

/**
 * Where two keyings of one form differ, in the order of the questions. Two that left a question empty agree on it. Order of typing decides
 * nothing: answers are compared as they are read, not as they were sent.
 */
export function differencesBetween(version: SurveyVersion, first: Body, second: Body): Difference[] {
  const questions = onPaper(version).questions
  const [one, other] = [first, second].map((body) => answersByKey(readKeying(version, body).answers))
  return questions.flatMap((question) => {
    const [mine, theirs] = [said(question, one!.get(question.key)), said(question, other!.get(question.key))]
    return mine === theirs ? [] : [{ question, first: mine, second: theirs }]
  })
}

/** How many questions the form asks: each is one comparison. */
export const comparedIn = (version: SurveyVersion) => onPaper(version).questions.length

const answersByKey = (answers: readonly GivenAnswer[]) => new Map(answers.map((answer) => [answer.question.key, answer]))

const said = (question: Question, given: GivenAnswer | undefined) =>
  given ? plain([typeOf(question).shown(question, given), given.apart ?? ''].join(' ')) : ''

/** What is due to be done with a form. */
export type Standing = 'printed' | 'keyed once' | 'to settle' | 'settled'

export function standingOf({ keyings, settlement }: Pick<PaperForm, 'keyings' | 'settlement'>): Standing {
  if (settlement) return 'settled'
  if (keyings.length === 2) return 'to settle'
  return keyings.length === 1 ? 'keyed once' : 'printed'
}

/** Keying goes on this many days after closing: forms that came in time have to be typed. */
export const daysToKey = 60

/** Post that was sent in time may arrive this many days after closing. */
export const daysInThePost = 7

export interface ListedForm {
  serial: string
  standing: Standing
  keyedAt: Date | null
  /** The membership that typed it first. */
  firstBy: string | null
}

/** How many forms stand where. */
export type Counts = Record<Standing, number>
