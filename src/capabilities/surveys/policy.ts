import type { Actor } from '#platform/context.ts'
import { hasRole } from '#platform/roles.ts'

/** Engagement leads and administrators write the questions. */
export const mayBuildSurveys = (actor: Actor) => hasRole(actor, 'administrator', 'engagement lead')
