import type { Actor } from '#platform/context.ts'
import { hasRole } from '#platform/roles.ts'

/** Whoever writes the questions also offers them in other languages and formats. */
export const mayMakeVariants = (actor: Actor) => hasRole(actor, 'administrator', 'engagement lead')
