/** What is counted, and what a finding rests on: the answers to a survey, or an imported source. */
export type Basis = { surveyId: string; sourceId: null } | { surveyId: null; sourceId: string }

export interface ThemeFigure {
  themeId: string
  comments: number
  responses: number
}

export interface OptionFigure {
  option: string
  label: string
  count: number
}

export function basisOf(surveyId: string | null, sourceId: string | null): Basis {
  if (surveyId !== null && sourceId === null) return { surveyId, sourceId }
  if (sourceId !== null && surveyId === null) return { surveyId, sourceId }
  throw new Error('A finding rests on a survey or on a source, and not on both')
}
