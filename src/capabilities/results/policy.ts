import type { Actor } from '#platform/context.ts'
import { hasRole } from '#platform/roles.ts'

/** Whoever works with results may keep a way of looking at them, and take one away. */
export const mayKeepViews = (actor: Actor) => hasRole(actor, 'analyst', 'engagement lead', 'administrator')

/** Counts with their small numbers leave the building with a role that needs them. */
export const mayTakeResults = (actor: Actor) => hasRole(actor, 'analyst', 'engagement lead', 'administrator', 'auditor')

/** Saying that people were picked at random claims something of everyone. */
export const maySaySampling = (actor: Actor) => hasRole(actor, 'analyst', 'engagement lead', 'administrator')
