import type { GivenBefore } from '#capabilities/contributions'
import { askedOn, type GivenAnswer, pagesOf, pipedQuestion, pipedText, type SurveyVersion, typeOf } from '#capabilities/surveys'
import type { Body } from '#platform/forms.ts'

type Asking = Pick<SurveyVersion, 'questions'>

/** A question as it was asked, and what was said to it in words; '' where nothing was. */
export interface Told {
  asked: string
  said: string
}

/** A page of questions, with what was said to each that was asked. */
export interface ToldPage {
  number: number
  title: string | null
  told: Told[]
}

/** Everything that someone who gave these answers was asked, with what they said. */
export const toldOf = (version: Asking, answers: readonly GivenAnswer[]): ToldPage[] =>
  pagesOf(version).flatMap(({ number, title }) => {
    const told = askedOn(version, answers, number).flatMap((question): Told[] => {
      if (typeOf(question).isOnlyRead) return []
      const asked = pipedQuestion(question, version, answers)
      const given = answers.find((answer) => answer.question.key === question.key)
      return [{ asked: asked.text, said: given ? typeOf(question).shown(asked, given) : '' }]
    })
    return told.length > 0 ? [{ number, title: title && pipedText(title, version, answers), told }] : []
  })

/** What a response holds, as answers to the questions of this version. */
export const givenOf = (version: Asking, before: readonly GivenBefore[]): GivenAnswer[] =>
  version.questions.flatMap((question) => {
    const given = before.find(({ questionKey }) => questionKey === question.key)
    return given ? [{ question, ...asGiven(given) }] : []
  })

const asGiven = ({ choices, words }: Pick<GivenBefore, 'choices' | 'words'>) => ({ choices: choices && [...choices], words })

/** The form that holds these answers, to change them. */
export const typedOf = (answers: readonly GivenAnswer[]): Body =>
  Object.assign({}, ...answers.map(({ question, ...given }) => typeOf(question).typed(question, given)))

/** True where every one of these answers can be given to this version as well, so that it may be asked in place of the one they answered. */
export const fits = (version: Asking, before: readonly GivenBefore[]) =>
  before.every(({ questionKey, choices, words }) => {
    const question = version.questions.find(({ key }) => key === questionKey)
    if (!question) return false
    const { mistakes, ...again } = typeOf(question).answer(question, typeOf(question).typed(question, asGiven({ choices, words })))
    return Object.keys(mistakes).length === 0 && String(again.choices?.toSorted()) === String(choices?.toSorted())
  })
