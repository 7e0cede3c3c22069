import type { Actor } from '#platform/context.ts'
import { hasRole, mayLook } from '#platform/roles.ts'

/** Whoever may look at what was coded may see how good the suggestions are. */
export const maySeeSuggestions = (actor: Actor) => mayLook(actor)

/** Whoever codes may have the machine learn, say where it suggests, read what fits no theme and settle what to make of it. */
export const mayAskForSuggestions = (actor: Actor) => hasRole(actor, 'analyst', 'engagement lead', 'administrator')
