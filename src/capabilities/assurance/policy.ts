import type { Actor } from '#platform/context.ts'
import { mayLook } from '#platform/roles.ts'

/** Whoever works here may see what happened and check it: an auditor too, for checking changes nothing. */
export const maySeeHistory = (actor: Actor) => mayLook(actor)
