import type { Actor } from '#platform/context.ts'
import { hasRole } from '#platform/roles.ts'

/** Engagement leads and administrators put up kiosks and take them down. */
export const mayRunKiosks = (actor: Actor) => hasRole(actor, 'administrator', 'engagement lead')
