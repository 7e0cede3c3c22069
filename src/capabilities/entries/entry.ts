import { type Consultation, isOpen } from '#capabilities/consultations'
import type { SurveyVersion } from '#capabilities/surveys'
import { addDays, londonDate } from '#platform/time.ts'
import type { Helper, Way } from './way.ts'

/** Days after the last one in which we type in what was sent in time: time for the post, and for whoever opens it. */
export const graceDays = 14

export type When = 'open' | 'late' | 'too early' | 'too late'

type Dated = Pick<Consultation, 'opensOn' | 'closesOn' | 'publication' | 'closure'>

/** The last day on which people could answer. */
export function lastDayOf({ closesOn, closure }: Pick<Dated, 'closesOn' | 'closure'>): string {
  const closedOn = closure ? londonDate(closure.at) : closesOn
  return [closesOn, closedOn].sort()[0] as string
}

/** Whether answers may be entered today: as they come while it is open, and with a reason for some days after. */
export function whenIsIt(consultation: Dated, today: string): When {
  if (isOpen(consultation, today)) return 'open'
  if (consultation.publication === null || today < consultation.opensOn) return 'too early'
  return today <= addDays(lastDayOf(consultation), graceDays) ? 'late' : 'too late'
}

/**
 * The questions as staff fill them in: nothing must be answered, because nobody can make a letter answer what it does not; and no files, which
 * are for whoever answers themselves.
 */
export const asEntered = (version: SurveyVersion): SurveyVersion => ({
  ...version,
  questions: version.questions.filter(({ type }) => type !== 'file').map((question) => ({ ...question, required: false })),
})

/** A consultation for which something may be entered, or could be until a few days ago. */
export interface Answerable extends Pick<Consultation, 'id' | 'title' | 'opensOn' | 'closesOn' | 'surveyId'> {
  closedEarlyAt: Date | null
}

/** One entry as the list shows it: how it came, and who typed it in. Never what was said. */
export interface Entry {
  id: string
  surveyId: string
  responseId: string
  way: Way
  organisation: string | null
  assistedBy: Helper | null
  authorisedBy: string | null
  receivedOn: string
  lateReason: string | null
  event: { title: string; peoplePresent: number } | null
  enteredBy: string | null
  enteredAt: Date
  withdrawal: { reason: string; at: Date } | null
}

/** How many answered, channel by channel; and beside it, never in it, how many people were in the rooms of events. */
export interface Totals {
  channels: { channel: string; count: number }[]
  /** The sum over the channels. */
  responses: number
  inTheRoom: { events: number; people: number }
  /** Messages from a telephone that had sent one before. They are counted. */
  repeatedTexts: number
}
