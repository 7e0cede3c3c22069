/** What words may tell of, the most pressing first. */
export const kinds = ['danger', 'self-harm', 'abuse', 'violence', 'neglect', 'crime'] as const
export type Kind = (typeof kinds)[number]

/** What a concern is about: as the words suggest, or because a member of staff said so. */
export const kindNames: Readonly<Record<string, string>> = {
  danger: 'Danger now',
  'self-harm': 'Harm to themselves',
  abuse: 'Abuse',
  violence: 'Violence',
  neglect: 'Neglect',
  crime: 'A crime',
  'raised by staff': 'Raised by a colleague',
}

export interface Concern {
  /** Of the contribution whose words wait. */
  id: string
  kind: string
  dueOn: string
  raisedAt: Date
  surveyTitle: string | null
  channel: string
  /** The latest thing that was done about it; null while it waits. */
  act: string | null
  /** Still kept from everyone but those on duty. */
  isHeld: boolean
}

/** How a clock that runs to the end of a day is to be shown. */
export const clockOf = ({ dueOn, act }: Pick<Concern, 'dueOn' | 'act'>, today: string) =>
  act !== null ? 'seen' : dueOn < today ? 'late' : dueOn === today ? 'due today' : 'due'

export const actNames: Readonly<Record<string, string>> = {
  'nothing to do': 'Seen, nothing to do',
  'passed on': 'Passed on',
  withheld: 'Withheld for good',
}

/** Within how many working days somebody looks, unless an administrator says otherwise. */
export const usualLimit = 1
