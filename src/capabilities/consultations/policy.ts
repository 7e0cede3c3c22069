import type { Actor } from '#platform/context.ts'
import { hasRole } from '#platform/roles.ts'

/** Engagement leads and administrators set out, publish and close consultations. */
export const mayRunConsultations = (actor: Actor) => hasRole(actor, 'administrator', 'engagement lead')
