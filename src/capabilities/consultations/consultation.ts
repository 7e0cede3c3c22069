/** A proposal that people are asked about, between two dates. */
export interface Consultation {
  id: string
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
  'page',
  'rss',
  'atom',
]
