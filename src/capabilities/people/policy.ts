import type { Actor } from '#platform/context.ts'
import { hasRole } from '#platform/roles.ts'

/** People's records hold how to reach them: for those who must, and those who check that it is done rightly. */
export const mayReadPeople = (actor: Actor) => hasRole(actor, 'administrator', 'engagement lead', 'auditor')

/** An auditor checks what was agreed to, and needs no address for that. */
export const mayReadAddresses = (actor: Actor) => hasRole(actor, 'administrator', 'engagement lead')

/** Whoever agreed may withdraw; staff may do it for someone who asks. What a person may withdraw is found through what is theirs. */
export const mayWithdrawConsents = (actor: Actor) => actor.kind !== 'staff' || hasRole(actor, 'administrator', 'engagement lead')

export const mayChangeStaff = (actor: Actor) => hasRole(actor, 'administrator')
export const mayReadStaff = (actor: Actor) => hasRole(actor, 'administrator', 'auditor')
