import { Refused } from '#platform/errors.ts'
import type { BroughtSurvey } from './brought-survey.ts'
import { isDefraForm, readDefraForm } from './defra-form.ts'
import { isIaiWorkbook, type ResponseSheet } from './iai-sheet.ts'
import { isIaiQuestion, readIaiQuestions, readIaiWorkbook } from './iai-survey.ts'
import { readLss } from './lss-document.ts'
import { readLssSurvey } from './lss-survey.ts'
import { isSurveyJson, readSurveyJson } from './survey-json.ts'
import { readWorkbook } from './workbook.ts'

/** The most a file of questions may be: the largest that LimeSurvey's own tests hold is a tenth of it. */
export const largestSurvey = 10 * 1024 * 1024

/** Reads a survey in any layout we know, told apart by what is in the file and not by its name. Refused with a sentence where it is none. */
export function readSurveyFile(bytes: Uint8Array, { responses = null }: { responses?: ResponseSheet | null } = {}): BroughtSurvey {
  if (bytes.length === 0) throw new Refused('The file is empty.')
  if (bytes.length > largestSurvey)
    throw new Refused('The file is larger than 10 MB, which no survey is. Choose the file of questions, without answers.')
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  const survey = isZip ? readZipped(bytes, responses) : readText(textIn(bytes))
  if (survey.questions.length === 0)
    throw new Refused(
      `None of its ${survey.read} questions can be brought in. ${survey.left
        .slice(0, 5)
        .map(({ reason }) => `${reason}.`)
        .join(' ')}`,
    )
  return survey
}

function readZipped(bytes: Uint8Array, responses: ResponseSheet | null): BroughtSurvey {
  const sheets = readWorkbook(bytes)
  if (!isIaiWorkbook(sheets)) throw new Refused('The workbook has none of the sheets that i.AI’s Consult writes questions in.')
  return readIaiWorkbook(sheets, responses)
}

function textIn(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Refused('The file is not text in UTF-8: choose a .lss, a .json or an .xlsx file of questions.')
  }
}

function readText(text: string): BroughtSurvey {
  if (/^\s*</.test(text)) return readLssSurvey(readLss(text))
  const json = jsonIn(text)
  if (isSurveyJson(json)) return readSurveyJson(json)
  if (isIaiQuestion(json)) return readIaiQuestions(json)
  if (isDefraForm(json)) return readDefraForm(json)
  throw new Refused('The file is JSON, but no survey that we know: it needs "goldthread": "survey", a form of Defra, or questions of i.AI.')
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const where = /position \d+( \(line \d+ column \d+\))?/.exec((error as Error).message)?.[0]
    throw new Refused(`The file is neither XML nor JSON that can be read${where ? `: it breaks at ${where}` : ''}.`)
  }
}
