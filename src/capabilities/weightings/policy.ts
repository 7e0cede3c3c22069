import type { Actor } from '#platform/context.ts'
import { hasRole } from '#platform/roles.ts'

/** How results are weighted changes what they say. */
export const mayWeight = (actor: Actor) => hasRole(actor, 'analyst', 'engagement lead', 'administrator')
