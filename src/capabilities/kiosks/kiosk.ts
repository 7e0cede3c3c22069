import type { SurveyVersion } from '#capabilities/surveys'

/** A tablet that stands somewhere for people to answer one consultation on. */
export interface Kiosk {
  id: string
  consultationId: string
  consultationTitle: string
  consultationSlug: string
  /** Where it stands, as staff call it. */
  name: string
  /** The place its answers are from, of those that the consultation asks about; null where it is not known. */
  place: string | null
  addedAt: Date
  retirement: { reason: string; at: Date } | null
  /** What it last said of itself; null before it was first opened. */
  state: KioskState | null
}

export interface KioskState {
  /** Answers that wait on it for the network. */
  waiting: number
  /** Answers it could not deliver, and keeps. */
  refused: number
  heardAt: Date
}

/** It speaks every minute while it is open; after this long without a word, staff should look. */
const silentAfter = 15 * 60_000

/** What a member of staff should know of it, the most pressing first; null where all is well. */
export function troubleWith({ state, retirement }: Pick<Kiosk, 'state' | 'retirement'>, now: Date): string | null {
  if (retirement) return null
  if (!state) return 'It has not been opened yet'
  if (state.refused > 0) return `${answers(state.refused)} could not be delivered: they are kept on the kiosk`
  if (now.getTime() - state.heardAt.getTime() > silentAfter)
    return `It has not been heard from for ${minutes(now.getTime() - state.heardAt.getTime())}${state.waiting > 0 ? `; then ${answers(state.waiting)} waited on it` : ''}`
  return state.waiting > 0 ? `${answers(state.waiting)} wait on it for the network` : null
}

const answers = (count: number) => (count === 1 ? '1 set of answers' : `${count} sets of answers`)

function minutes(milliseconds: number) {
  const passed = Math.floor(milliseconds / 60_000)
  if (passed < 120) return `${passed} minutes`
  return passed < 48 * 60 ? `${Math.floor(passed / 60)} hours` : `${Math.floor(passed / (24 * 60))} days`
}

/** Answers given in time may come this many days after closing, when the network is back. None is ever thrown away on the kiosk. */
export const daysOfGrace = 14

/**
 * The day answers count as given: the day the kiosk says, where that can be; null where they come too late. A kiosk's clock may be wrong, so a
 * day still to come counts as today.
 */
export function givenOn(
  said: string | null,
  { today, closesOn, addDays }: { today: string; closesOn: string; addDays: (on: string, days: number) => string },
) {
  const on = said !== null && said < today ? said : today
  if (on > closesOn || today > addDays(closesOn, daysOfGrace)) return null
  return on
}

/** The questions as a kiosk asks them: nobody can choose a file there. */
export const onKiosk = (version: SurveyVersion): SurveyVersion => ({
  ...version,
  questions: version.questions.filter(({ type }) => type !== 'file'),
})
