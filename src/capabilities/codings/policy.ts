import type { Actor } from '#platform/context.ts'
import { hasRole } from '#platform/roles.ts'

/** Analysts, engagement leads and administrators say what words are about. */
export const mayCode = (actor: Actor) => hasRole(actor, 'analyst', 'engagement lead', 'administrator')
