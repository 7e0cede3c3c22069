import type { Question, QuestionType } from '../question.ts'
import { agreement } from './agreement.tsx'
import { budget } from './budget.tsx'
import { date } from './date.tsx'
import { dropDown } from './drop-down.tsx'
import { email } from './email.tsx'
import { file } from './file.tsx'
import { information } from './information.tsx'
import { longText } from './long-text.tsx'
import { matrix } from './matrix.tsx'
import { number } from './number.tsx'
import { oneOf } from './one-of.tsx'
import { postcode } from './postcode.tsx'
import { ranking } from './ranking.tsx'
import { rating } from './rating.tsx'
import { scale } from './scale.tsx'
import { shortText } from './short-text.tsx'
import { someOf } from './some-of.tsx'
import { yesNo } from './yes-no.tsx'

export { mergedQuestions } from './merged.ts'

/** Every kind of question there is, in the order an author is offered them. */
export const questionTypes: readonly QuestionType[] = [
  longText,
  shortText,
  oneOf,
  someOf,
  yesNo,
  dropDown,
  agreement,
  scale,
  rating,
  ranking,
  matrix,
  budget,
  number,
  date,
  postcode,
  email,
  file,
  information,
]

export const isQuestionType = (name: string) => questionTypes.some((type) => type.name === name)

export function typeOf(question: Pick<Question, 'type'>): QuestionType {
  const type = questionTypes.find(({ name }) => name === question.type)
  if (!type) throw new Error(`There is no question type ${question.type}`)
  return type
}

/** The name of every field that a question draws, so that a form can carry what was typed there. */
export const fieldsOf = (question: Question) => typeOf(question).fields(question)

/** True where what is given says who or where someone is, and is kept apart from the answers. An anonymous survey may not ask it. */
export const keepsApart = ({ type, reason }: Pick<Question, 'type' | 'reason'>) =>
  type === 'email' || (type === 'postcode' && Boolean(reason))
