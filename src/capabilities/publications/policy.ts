import type { Actor } from '#platform/context.ts'
import { hasRole } from '#platform/roles.ts'

export const mayPublishResults = (actor: Actor) => hasRole(actor, 'engagement lead', 'administrator')
