import type { Actor } from '#platform/context.ts'
import { hasRole } from '#platform/roles.ts'

/** Engagement leads and administrators invite people, and take back what was not used. */
export const mayInvite = (actor: Actor) => hasRole(actor, 'administrator', 'engagement lead')
