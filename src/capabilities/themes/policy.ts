import type { Actor } from '#platform/context.ts'
import { hasRole, mayLook } from '#platform/roles.ts'

/** Whoever codes also works on the frame: analysts, engagement leads and administrators. */
export const mayShapeFrame = (actor: Actor) => hasRole(actor, 'analyst', 'engagement lead', 'administrator')

/** An approver or an auditor may look at all of it. */
export const maySeeThemes = (actor: Actor) => mayLook(actor)
