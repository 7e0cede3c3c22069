import type { Actor } from '#platform/context.ts'
import { hasRole, mayLook } from '#platform/roles.ts'

/** Any member of staff sees what is flagged, and why. */
export const maySeeFlags = (actor: Actor) => mayLook(actor)

/** Whether a response is left as it is or set aside is for those who answer for the consultation. */
export const maySettleFlags = (actor: Actor) => hasRole(actor, 'engagement lead', 'administrator')
