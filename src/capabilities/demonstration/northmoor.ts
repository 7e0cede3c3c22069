import type { Kind, SetOut } from '#capabilities/consultations'
import type { Role } from '#platform/context.ts'

/** The shapes of the files in demonstration/northmoor. Days are counted from the day of loading. */
export interface Northmoor {
  organisations: {
    kind: 'commissioner' | 'practice' | 'provider' | 'partner' | 'council' | 'voluntary'
    key: string
    name: string
    code: string
    postcode: string
    from: string
  }[]
  staff: { name: string; email: string; role: string }[]
  consultations: NorthmoorConsultation[]
  responses: NorthmoorResponse[]
  frame: { name: string; themes: NorthmoorTheme[] }
  codings: { response: string; question: string; theme: string; quote: string | null }[]
  findings: NorthmoorFinding[]
  decision: NorthmoorDecision
}

export interface NorthmoorConsultation {
  slug: string
  kind: Kind
  title: string
  summary: string[]
  canChange: string[]
  cannotChange: string[]
  decides: string
  places: string[]
  opens: number
  closes: number
  promise: 'named' | 'linked' | 'anonymous'
  setOut: SetOut
  decidesFrom: number
  feedbackDue: number
  documents: {
    title: string
    kind: 'proposal' | 'involvement' | 'equality' | 'quality' | 'privacy' | 'other'
    name: string
    text: string[]
  }[]
  questions: {
    key: string
    type: string
    text: string
    hint?: string
    required?: boolean
    other?: boolean
    options?: { value: string; label: string }[]
  }[]
}

export interface NorthmoorResponse {
  id: string
  consultation: string
  channel: 'web' | 'paper' | 'telephone' | 'event'
  day: number
  place: string
  organisation?: string
  answers: Record<string, string | string[]>
  others?: Record<string, string>
  words: Record<string, string>
  redact?: string[]
  withheld?: string
  contact?: { name: string; email: string; told: boolean; quote: boolean }
}

export interface NorthmoorTheme {
  key: string
  name: string
  definition: string
  includes?: string
  excludes?: string
  themes?: NorthmoorTheme[]
}

interface Quote {
  response: string
  question: string
  quote: string
}

export interface NorthmoorFinding {
  key: string
  title: string
  claim: string
  themes: string[]
  questions: string[]
  quotes: Quote[]
  contrary?: { text: string; quotes: Quote[] }
}

export interface NorthmoorDecision {
  consultation: string
  title: string
  question: string
  decidedBy: string
  day: number
  answers: { finding: string; answer: 'accepted' | 'in-part' | 'not-accepted'; reason: string }[]
  changes: {
    key: string
    title: string
    findings: string[]
    owner: string
    promised: number
    due: number
    done: number | null
    evidence: { day: number; text: string }[]
  }[]
}

/** 'engagement-lead' in the files is 'engagement lead' in the product. */
export const roleOf = (role: string) => role.replace('-', ' ') as Role

/** Where a quote stands in some words, in code points: start inclusive, end exclusive. The files promise that it occurs once. */
export function placeOf(quote: string, words: string): { start: number; end: number } {
  const at = words.indexOf(quote)
  if (at < 0) throw new Error(`The demonstration quotes words that are not there: ${quote}`)
  const start = [...words.slice(0, at)].length
  return { start, end: start + [...quote].length }
}
