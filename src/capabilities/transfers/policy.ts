import type { Actor } from '#platform/context.ts'
import { hasRole } from '#platform/roles.ts'

/** Whoever writes questions may bring some in. */
export const mayBringInSurveys = (actor: Actor) => hasRole(actor, 'engagement lead', 'administrator')

/** Files of answers are brought in at the command line. */
export const mayBringInAnswers = (actor: Actor) => hasRole(actor, 'administrator')

/** Raw answers leave the building with a role that needs them. */
export const mayExport = (actor: Actor) => hasRole(actor, 'analyst', 'engagement lead', 'administrator', 'auditor')
