import { londonDate } from '#platform/time.ts'

export const kinds = ['formal consultation', 'survey', 'quick poll', 'comment card'] as const
/** A formal consultation passes gates before anyone sees it. The others ask by the same means, without them. */
export type Kind = (typeof kinds)[number]

export const answerings = ['anyone', 'one each', 'invited'] as const
/** Who may answer: anyone, as often as they like; anyone, once; or only those who were sent a way in. */
export type Answering = (typeof answerings)[number]

/** A proposal that people are asked about, between two dates. */
export interface Consultation {
  id: string
  kind: Kind
  slug: string
  title: string
  /** Paragraphs, an empty line between them. */
  summary: string
  /** One thing on a line. */
  canChange: string
  cannotChange: string
  decides: string
  /** Where people are asked whether they live; none: they are not asked. */
  places: readonly string[]
  opensOn: string
  /** The last day: people can answer until midnight in London. */
  closesOn: string
  surveyId: string
  answering: Answering
  /** Whom it asks something of, in its author's words, for those who plan for the same people. */
  communities: readonly string[]
  /** How to answer otherwise than on this website. */
  otherWays: string
  /** Working days within which another format is sent to whoever asks for one; null: nothing is promised. */
  formatsWithin: number | null
  /** The day by which we say what we heard and what came of it. */
  feedbackDueOn: string | null
  /** Null while it is a draft. */
  publication: { at: Date; by: string | null } | null
  /** Closed early; null where the calendar closes it. */
  closure: Closure | null
}

export interface Closure {
  reason: string
  at: Date
  by: string | null
}

type Dated = Pick<Consultation, 'opensOn' | 'closesOn'> & { publication: unknown; closure: unknown }

/** Dates include the last day, and `today` is the date in London: closing on the 31st takes answers all day on the 31st. */
export const isOpen = (consultation: Dated, today: string) =>
  consultation.publication !== null && consultation.closure === null && consultation.opensOn <= today && today <= consultation.closesOn

/** True where people could answer once and cannot now. */
export const isClosed = (consultation: Dated, today: string) =>
  consultation.publication !== null && (consultation.closure !== null || today > consultation.closesOn)

/** Where it stands: a draft is nobody's but ours, the rest is for all to see. */
export type Standing = 'draft' | 'opening soon' | 'open' | 'closed'

export function standingOf(consultation: Dated, today: string): Standing {
  if (consultation.publication === null) return 'draft'
  if (isClosed(consultation, today)) return 'closed'
  return isOpen(consultation, today) ? 'open' : 'opening soon'
}

/** Whole days from today to the last day; 0 on the last day itself. */
export const daysLeft = ({ closesOn }: Pick<Consultation, 'closesOn'>, today: string) =>
  Math.round((Date.parse(closesOn) - Date.parse(today)) / 86_400_000)

/** Open, and with a week or less to answer. */
export const isClosingSoon = (consultation: Dated, today: string) => isOpen(consultation, today) && daysLeft(consultation, today) <= 7

export const isFormal = ({ kind }: Pick<Consultation, 'kind'>) => kind === 'formal consultation'

/** The date in London of the day it ended, or will end. */
export const lastDayOf = ({ closesOn, closure }: Pick<Consultation, 'closesOn' | 'closure'>) => {
  const closedOn = closure && londonDate(closure.at)
  return closedOn && closedOn < closesOn ? closedOn : closesOn
}

/** Lines as a list: empty ones are left out, and so are the dashes people type before them. */
export const linesOf = (text: string) => text.split('\n').flatMap((line) => line.replace(/^\s*[-–•*]\s/, '').trim() || [])

/** Words that are, or may become, the step after /consultations in an address. */
export const reservedSlugs: readonly string[] = [
  'new',
  'open',
  'closed',
  'all',
  'archive',
  'search',
  'feed',
  'feeds',
  'results',
  'decision',
  'respond',
  'receipt',
  'documents',
  'calendar',
  'page',
  'rss',
  'atom',
]
