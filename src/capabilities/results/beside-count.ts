import type { Integrity } from '#capabilities/flags'

/** What stands beside the counts of a survey, and is never added to them. */
export interface BesideCounts {
  integrity: Integrity
  /** How many notes of events there are, and how many people were in those rooms. */
  rooms: { events: number; people: number }
}
