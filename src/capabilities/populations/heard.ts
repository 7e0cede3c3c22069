/** A set of people who spoke: those who answered a survey, or those an imported source is of. */
export type Heard = { surveyId: string; sourceId: null } | { surveyId: null; sourceId: string }

export const idOf = ({ surveyId, sourceId }: Heard): string => surveyId ?? sourceId ?? ''
export const kindOf = (heard: Heard) => (heard.surveyId === null ? 'sources' : 'surveys')

/** What an address names: 'surveys' or 'sources', and an id; null where it names neither. */
export function heardOf(kind: string, id: string): Heard | null {
  if (kind === 'surveys') return { surveyId: id, sourceId: null }
  return kind === 'sources' ? { surveyId: null, sourceId: id } : null
}
