/** What one independent analyst is given: of one survey or one source, for a purpose, from one day until another. */
export interface Package {
  id: string
  title: string
  purpose: string
  /** Where the agreement with the analyst is found. */
  agreement: string
  analystId: string
  surveyId: string | null
  sourceId: string | null
  frameId: string | null
  /** Days in London, as 2026-09-30, both inclusive. */
  startsOn: string
  endsOn: string
  madeAt: Date
  /** Access was taken back before its end. */
  closure: { reason: string; at: Date } | null
  /** How many responses were numbered when it was made. */
  responses: number
}

export type PackageState = 'not yet' | 'open' | 'over' | 'taken back'

/** Whether its analyst may take it today. */
export function stateOf({ startsOn, endsOn, closure }: Pick<Package, 'startsOn' | 'endsOn' | 'closure'>, today: string): PackageState {
  if (closure) return 'taken back'
  if (today < startsOn) return 'not yet'
  return today > endsOn ? 'over' : 'open'
}

/** What came back, and whether staff accepted it. */
export interface Return {
  id: string
  returnedAt: Date
  reportFileId: string | null
  comments: number
  codings: number
  sentiments: number
  newThemes: string[]
  acceptedAt: Date | null
}
