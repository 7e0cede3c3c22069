import { pipedKeys } from './piping.ts'
import type { Question } from './question.ts'
import { typeOf } from './questions/registry.ts'
import { isEquality } from './survey.ts'
import { pageNumberOf } from './survey-page.ts'

/** A question that leans on the answer to another: it is asked because of it, or repeats it in its words. */
export interface Dependence {
  question: Question
  on: string
  because: 'it is asked because of that answer' | 'it repeats that answer'
  /** The answers it is asked because of. */
  values: readonly string[]
}

export interface BrokenDependence extends Dependence {
  fault: 'too late' | 'no such question' | 'no such answer' | 'kept apart'
}

export const dependencesOf = (questions: readonly Question[]): Dependence[] =>
  questions.flatMap((question) => [
    ...(question.asked?.of ?? []).map(
      ({ question: on, values = [] }): Dependence => ({ question, on, because: 'it is asked because of that answer', values }),
    ),
    ...pipedKeys(`${question.text} ${question.hint ?? ''} ${question.page ?? ''}`).map(
      (on): Dependence => ({ question, on, because: 'it repeats that answer', values: [] }),
    ),
  ])

/** Those that lean on an answer they cannot have. Words in braces that name no question are words, unless they look like the key of one. */
export const brokenDependences = (questions: readonly Question[]): BrokenDependence[] =>
  dependencesOf(questions).flatMap((dependence) => {
    const fault = faultOf(dependence, questions)
    return fault ? [{ ...dependence, fault }] : []
  })

function faultOf({ question, on, because, values }: Dependence, questions: readonly Question[]): BrokenDependence['fault'] | null {
  const leanedOn = questions.find(({ key }) => key === on)
  if (!leanedOn) return because === 'it is asked because of that answer' || /^q\d+$/.test(on) ? 'no such question' : null
  if (typeOf(leanedOn).isOnlyRead) return 'no such answer'
  // Who is asked what would otherwise tell what they said of themselves.
  if (isEquality(leanedOn) && !isEquality(question)) return 'kept apart'
  if (pageNumberOf({ questions }, on) >= pageNumberOf({ questions }, question.key)) return 'too late'
  const offered = typeOf(leanedOn).choices(leanedOn)
  return values.every((value) => offered.some((choice) => choice.value === value)) ? null : 'no such answer'
}

/** The dependences that a change would break, and that were whole before it. */
export const brokenByChange = (before: readonly Question[], after: readonly Question[]): BrokenDependence[] => {
  const already = new Set(brokenDependences(before).map(nameOf))
  return brokenDependences(after).filter((dependence) => !already.has(nameOf(dependence)))
}

/** What is wrong, and what to do about it. */
export function dependenceWords({ question, on, because, fault }: BrokenDependence, questions: readonly Question[]): string {
  const text = questions.find(({ key }) => key === on)?.text ?? on
  const toDo = {
    'too late': 'That has to be on an earlier page. Start a new page between them, or change what needs it.',
    'no such question': 'It would not be among these questions. Change what needs it first.',
    'no such answer': 'Nobody could give that answer. Change what needs it first.',
    'kept apart': 'Answers to the equality questions are kept apart from all others.',
  }
  return `“${question.text}” needs the answer to “${text}”: ${because}. ${toDo[fault]}`
}

const nameOf = ({ question, on, because, fault }: BrokenDependence) => `${question.key} ${on} ${because} ${fault}`
