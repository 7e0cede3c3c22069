import { z } from 'zod'
import { contactPromises, readQuestions, type SurveyVersion } from '#capabilities/surveys'
import { Refused } from '#platform/errors.ts'
import type { BroughtSurvey } from './brought-survey.ts'

const file = z.strictObject({
  goldthread: z.literal('survey', 'It must say "goldthread": "survey"'),
  format: z.literal(1, 'This is format 1; a later Goldthread may have written another'),
  title: z.string().trim().min(1).max(120),
  promise: z.enum(contactPromises),
  questions: z.array(z.unknown()).min(1, 'There are no questions in this file').max(1000),
})

/** A survey as our own JSON, which the README sets out. */
export const writeSurveyJson = ({ title, promise, questions }: Pick<SurveyVersion, 'title' | 'promise' | 'questions'>): string =>
  `${JSON.stringify({ goldthread: 'survey', format: 1, title, promise, questions }, null, 2)}\n`

/** True where it means to be our JSON, right or wrong. */
export const isSurveyJson = (json: unknown) => typeof json === 'object' && json !== null && 'goldthread' in json

/** Reads it. Refused, with the place in the file, where anything is not as it must be: nothing in it is passed over. */
export function readSurveyJson(json: unknown): BroughtSurvey {
  const read = file.safeParse(json)
  if (!read.success) throw new Refused(placed(read.error))
  const { title, promise, questions: given } = read.data
  const questions = readQuestions(given)
  return { layout: 'goldthread', title, promise, questions, read: questions.length, left: [], notes: [], languages: [] }
}

/** What is wrong first, after where it stands: "title: …". */
export function placed({ issues: [issue] }: z.ZodError): string {
  const where = issue?.path
    .map((step) => (typeof step === 'number' ? `[${step + 1}]` : String(step)))
    .join('.')
    .replaceAll('.[', '[')
  return `${where ? `${where}: ` : ''}${issue?.message ?? 'It cannot be read'}`
}
