import { z } from 'zod'
import type { FiledResponse } from '#capabilities/contributions'
import { mergedQuestions, type Question, type SurveyVersion } from '#capabilities/surveys'
import { answerReader } from './filed-answer.ts'
import { contentOf } from './filed-response.ts'
import { aboutKey, numberKey } from './iai-survey.ts'
import type { Filed } from './response-file.ts'

const id = z.union([z.number(), z.string().min(1)])
const line = z.looseObject({
  themefinder_id: id.optional(),
  response_id: id.optional(),
  text: z.string().nullish(),
  response: z.string().nullish(),
  options: z.array(z.string()).nullish(),
})

const respondent = z.looseObject({
  demographic_data: z.record(z.string(), z.unknown()).nullish(),
  demographics: z.record(z.string(), z.unknown()).nullish(),
})

/** A file of lines: the answers to the question of this number, or what is known of those who answered. */
export interface Part {
  number: number | 'respondents'
  lines: AsyncIterable<string>
}

/** What a line says that respondents are: question by question. */
export function aboutIn(text: string): [question: string, answer: string][] {
  const read = respondent.safeParse(jsonOf(text)).data
  return Object.entries(read?.demographic_data ?? read?.demographics ?? {}).flatMap(([name, answer]) =>
    typeof answer === 'string' && answer.trim() !== '' ? [[name, answer.trim()]] : [],
  )
}

/**
 * i.AI keeps the answers to each question in a file of its own, a line of JSON for each respondent. Those of one respondent are put together here: all
 * of them are in memory at once, since the files are in no common order. Responses are numbered in the order in which the files first name them.
 */
export async function responsesInParts(parts: readonly Part[], versions: readonly SurveyVersion[]): Promise<Filed> {
  const readers = new Map(mergedQuestions(versions).map((question) => [question.key, { question, readAnswer: answerReader(question) }]))
  const [version] = versions
  const found = new Map<string, FiledResponse>()
  const rejected: Filed['rejected'] = []
  for (const { number, lines } of parts) {
    let row = 0
    for await (const text of lines) {
      row += 1
      if (text.trim() === '') continue
      const refuse = (reason: string) =>
        rejected.push({ row, reason: `${number === 'respondents' ? 'Respondents' : `Question ${number}`}: ${reason}` })
      const read = line.safeParse(jsonOf(text))
      const who = read.data?.themefinder_id ?? read.data?.response_id
      if (!read.success || who === undefined || !version) {
        refuse('the line is no answer with an id')
        continue
      }
      for (const [key, cells] of number === 'respondents' ? cellsAbout(text) : cellsTo(number, read.data)) {
        const reader = readers.get(key)
        const answer = reader?.readAnswer(cells(reader.question))
        if (answer && 'mistake' in answer) refuse(answer.mistake)
        else if (answer) {
          const before = found.get(String(who)) ?? {
            row: found.size + 1,
            key: `id ${who}`,
            content: null,
            version,
            answers: [],
            saidOn: null,
          }
          found.set(String(who), { ...before, answers: [...before.answers, answer] })
        }
      }
    }
  }
  return { responses: [...found.values()].map((response) => ({ ...response, content: contentOf(response.answers) })), rejected }
}

type Cells = (question: Question) => ReadonlyMap<string, string>

const cellsAbout = (text: string): [string, Cells][] =>
  aboutIn(text).map(([name, answer]) => [aboutKey(name), ({ key }) => new Map([[key, answer]])])

const cellsTo = (number: number, { text, response, options: chosen }: z.infer<typeof line>): [string, Cells][] => [
  [
    `${numberKey(number)}-choice`,
    ({ key, options = [] }) => new Map(options.map(({ value, label }) => [`${key}.${value}`, chosen?.includes(label) ? 'yes' : ''])),
  ],
  [numberKey(number), ({ key }) => new Map([[key, text ?? response ?? '']])],
]

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
