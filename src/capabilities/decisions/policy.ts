import type { Actor } from '#platform/context.ts'
import { hasRole } from '#platform/roles.ts'

export const mayDraft = (actor: Actor) => hasRole(actor, 'engagement lead', 'approver', 'administrator')

/** Whoever drafts may not answer: what becomes of what people said is for those who decide. */
export const mayAnswer = (actor: Actor) => hasRole(actor, 'approver', 'administrator')

export const mayPublish = (actor: Actor) => hasRole(actor, 'approver', 'administrator')

export const mayFollowChanges = (actor: Actor) => hasRole(actor, 'engagement lead', 'approver', 'administrator')
