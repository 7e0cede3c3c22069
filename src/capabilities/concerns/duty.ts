import type { Actor } from '#platform/context.ts'
import { hasRole } from '#platform/roles.ts'

/** Somebody who is on duty from a day to a day, both inclusive; without a last day until they are taken off. */
export interface Turn {
  id: string
  memberId: string
  name: string
  startsOn: string
  endsOn: string | null
}

/** Those whose turn it is. */
export const onDuty = (turns: readonly Turn[], today: string) =>
  turns.filter(({ startsOn, endsOn }) => startsOn <= today && (endsOn === null || today <= endsOn))

/** True for whoever is on duty today; where nobody was named, for engagement leads and administrators. */
export const isOnDuty = (actor: Actor, turns: readonly Turn[], today: string) => {
  const now = onDuty(turns, today)
  if (now.length === 0) return hasRole(actor, 'engagement lead', 'administrator')
  return actor.kind === 'staff' && now.some(({ memberId }) => memberId === actor.id)
}
