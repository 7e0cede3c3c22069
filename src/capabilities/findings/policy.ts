import type { Actor } from '#platform/context.ts'
import { hasRole } from '#platform/roles.ts'

export const mayMakeFindings = (actor: Actor) => hasRole(actor, 'analyst', 'engagement lead', 'administrator')
