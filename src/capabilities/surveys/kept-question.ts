import { z } from 'zod'
import { Refused } from '#platform/errors.ts'
import { brokenDependences, dependenceWords } from './dependence.ts'
import type { Question } from './question.ts'
import { isQuestionType } from './questions/registry.ts'
import { mistakesIn } from './questions/settings.ts'
import { isKey } from './survey.ts'

const option = z.strictObject({ value: z.string().min(1), label: z.string().min(1) })
const end = z.union([z.number(), z.string()])

const kept = z.strictObject({
  key: z.string().refine(isKey, 'A question needs a short key of small letters, digits and hyphens'),
  type: z.string().refine(isQuestionType, 'There is no such type of question'),
  text: z.string().min(1),
  hint: z.string().optional(),
  required: z.boolean().optional(),
  mistake: z.string().optional(),
  page: z.string().max(100, 'The title of a page must be 100 characters or fewer').optional(),
  asked: z
    .strictObject({
      when: z.enum(['all', 'any']),
      of: z.array(
        z.strictObject({
          question: z.string(),
          is: z.enum(['any of', 'none of', 'answered', 'not answered']),
          values: z.array(z.string()).optional(),
        }),
      ),
    })
    .optional(),
  block: z.string().optional(),
  options: z.array(option).optional(),
  other: z.boolean().optional(),
  rows: z.array(option).optional(),
  limit: z.number().optional(),
  least: end.optional(),
  most: end.optional(),
  places: z.number().optional(),
  unit: z.string().optional(),
  total: z.number().optional(),
  ends: z.strictObject({ least: z.string(), most: z.string() }).optional(),
  wording: z.enum(['experience', 'recommend']).optional(),
  reason: z.string().optional(),
  picture: z.strictObject({ file: z.string(), description: z.string() }).optional(),
  kinds: z.array(z.enum(['pictures', 'documents'])).optional(),
  largest: z.number().optional(),
})

const keptQuestions = z
  .array(kept)
  .refine((questions) => new Set(questions.map(({ key }) => key)).size === questions.length, 'Two questions have the same key')

/** Questions that did not come from the builder: a draft, a file. Refused with the first thing that is wrong, and which question it is in. */
export function readQuestions(given: unknown): Question[] {
  const read = keptQuestions.safeParse(given)
  if (!read.success) throw new Refused(faultOf(read.error, given))
  const questions = read.data as Question[]
  const [mistake] = questions.flatMap((question) => mistakesIn(question).map((words) => `“${question.text}”: ${words}`))
  if (mistake) throw new Refused(mistake)
  const [broken] = brokenDependences(questions)
  if (broken) throw new Refused(dependenceWords(broken, questions))
  return questions
}

function faultOf({ issues: [issue] }: z.ZodError, given: unknown) {
  const at = issue?.path[0]
  const text = Array.isArray(given) && typeof at === 'number' ? (given[at] as { text?: unknown } | null)?.text : undefined
  const where = typeof at === 'number' ? `Question ${at + 1}${typeof text === 'string' ? ` (“${text}”)` : ''}: ` : ''
  return `${where}${issue?.message ?? 'The questions cannot be read'}`
}
