import { Tag } from '#design'
import { type Change, stateOf, stateWords } from '../change.ts'
import type { Outcome } from '../decision.ts'

const stateColours = { late: 'red', due: 'blue', done: 'green', dropped: 'grey' } as const

export const StateTag = ({ change, today }: { change: Change; today: string }) => {
  const state = stateOf(change, today)
  return <Tag text={stateWords[state]} colour={stateColours[state]} />
}

const outcomeWords: Readonly<Record<Outcome, string>> = {
  accepted: 'Accepted',
  'in part': 'Accepted in part',
  'not accepted': 'Not accepted',
}

// One colour for all three: "no change, and why" stands beside "change" as an equal.
export const OutcomeTag = ({ outcome }: { outcome: Outcome }) => <Tag text={outcomeWords[outcome]} colour="blue" />

export { outcomeWords }
