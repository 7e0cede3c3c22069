import type { Actor } from '#platform/context.ts'
import { hasRole } from '#platform/roles.ts'

/** Engagement leads and administrators hand packages out, take access back and accept what is returned. */
export const mayMakePackages = (actor: Actor) => hasRole(actor, 'engagement lead', 'administrator')

/** An independent analyst sees the packages that were made for them, and nothing else. */
export const mayAnalyse = (actor: Actor) => actor.kind === 'staff' && actor.roles.includes('independent analyst')
