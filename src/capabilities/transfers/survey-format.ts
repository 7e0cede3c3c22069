import type { SurveyVersion } from '#capabilities/surveys'
import { slugOf } from '#platform/slugs.ts'
import { writeLss } from './lss-writing.ts'
import { writeSurveyJson } from './survey-json.ts'

export const surveyFormats = ['json', 'lss'] as const
/** What questions can be taken out as. */
export type SurveyFormat = (typeof surveyFormats)[number]

/** The questions as a file, by its name. */
export function writeSurvey(version: Pick<SurveyVersion, 'title' | 'promise' | 'questions'>, format: SurveyFormat) {
  const name = `${slugOf(version.title) || 'survey'}.${format}`
  return format === 'lss'
    ? { name, type: 'application/xml', text: writeLss(version) }
    : { name, type: 'application/json', text: writeSurveyJson(version) }
}
