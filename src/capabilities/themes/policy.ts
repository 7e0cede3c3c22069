import type { Actor } from '#platform/context.ts'
import { hasRole, mayLook } from '#platform/roles.ts'

/** Analysts, engagement leads and administrators say what words are about. */
export const mayCode = (actor: Actor) => hasRole(actor, 'analyst', 'engagement lead', 'administrator')

/** Whoever codes may also work on the frame. */
export const mayShapeFrame = (actor: Actor) => mayCode(actor)

/** An approver or an auditor may look at all of it. */
export const maySeeThemes = (actor: Actor) => mayLook(actor)
