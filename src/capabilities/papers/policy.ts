import type { Actor } from '#platform/context.ts'
import { hasRole } from '#platform/roles.ts'

/** Engagement leads, administrators and analysts print forms, type them and attach scans. */
export const mayKey = (actor: Actor) => hasRole(actor, 'administrator', 'engagement lead', 'analyst')

/** Differences are settled, and a form taken with one keying, by those who answer for the consultation. */
export const maySettle = (actor: Actor) => hasRole(actor, 'administrator', 'engagement lead')
