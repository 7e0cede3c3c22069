import { addDays } from '#platform/time.ts'

interface Dates {
  opensOn: string
  closesOn: string
}

/** Twelve weeks in days: the default of the Code of Practice on Consultation (2008) and the Compact (2010). */
const twelveWeeks = 84

/** The last of so many days, the first counted: twelve weeks from a Monday end on a Sunday. */
export const usualLastDay = (opensOn: string) => addDays(opensOn, twelveWeeks - 1)

/** People have less than twelve weeks. */
export const isShort = ({ opensOn, closesOn }: Dates) => closesOn < usualLastDay(opensOn)

/** Whole days to answer, the first and the last counted. */
export const daysOf = ({ opensOn, closesOn }: Dates) => Math.round((Date.parse(closesOn) - Date.parse(opensOn)) / 86_400_000) + 1

/** Feedback is given within twelve weeks of closing, or later for a reason (Consultation Principles 2018, J). */
export const lastFeedbackDay = (closesOn: string) => addDays(closesOn, twelveWeeks)

/** How far along saying what came of it is. `closedOn` is the last day to answer. */
export function feedbackStanding(
  { dueOn, given }: { dueOn: string | null; given: boolean },
  today: string,
): 'given' | 'none promised' | 'due' | 'due soon' | 'late' {
  if (given) return 'given'
  if (dueOn === null) return 'none promised'
  if (dueOn < today) return 'late'
  return dueOn <= addDays(today, 14) ? 'due soon' : 'due'
}
