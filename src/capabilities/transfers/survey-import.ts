import type { Layout, Report } from './brought-survey.ts'

/** Questions that came in a file, and what became of each. */
export interface SurveyImport {
  id: string
  surveyId: string
  layout: Layout
  report: Report
  at: Date
}
