import type { Actor } from '#platform/context.ts'
import { hasRole } from '#platform/roles.ts'

/** Who codes begins a round, takes part in it, closes it, and settles what others differ about. */
export const mayMeasure = (actor: Actor) => hasRole(actor, 'analyst', 'engagement lead', 'administrator')

/** The roles of those who may code, as they stand in the list of staff. */
export const codingRoles: readonly string[] = ['analyst', 'engagement lead', 'administrator']
