import type { Actor } from '#platform/context.ts'
import { hasRole, mayLook } from '#platform/roles.ts'

/** Whoever works here may see what was sent, to whom by kind, and what became of it. */
export const maySeeOutbox = (actor: Actor) => mayLook(actor)

/** An address is shown to those who look after people's messages, and an auditor; each look is written down. */
export const maySeeAddress = (actor: Actor) => hasRole(actor, 'administrator', 'engagement lead', 'auditor')

/** Those who look after messages say what became of one in doubt. */
export const maySettle = (actor: Actor) => hasRole(actor, 'administrator', 'engagement lead')

/** Telling people happens with the publication of a decision, so whoever may publish tells. */
export const mayTell = (actor: Actor) => hasRole(actor, 'administrator', 'approver')
