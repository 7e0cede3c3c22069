import type { Actor } from '#platform/context.ts'
import { hasRole } from '#platform/roles.ts'

/** Who may come to the door of the duty inbox; inside, only those on duty today see words (`isOnDuty`). An auditor is not on duty. */
export const mayBeOnDuty = (actor: Actor) => hasRole(actor, 'administrator', 'engagement lead', 'analyst', 'approver')

/** Whoever works with what people said may hold words back for those on duty. */
export const mayRaiseConcerns = (actor: Actor) => hasRole(actor, 'administrator', 'engagement lead', 'analyst', 'approver')

/** Words are withheld for good by those who withhold any. */
export const mayWithholdForGood = (actor: Actor) => hasRole(actor, 'administrator', 'engagement lead')

/** Who is on duty, and how soon they must look, is for administrators. */
export const maySetDuty = (actor: Actor) => hasRole(actor, 'administrator')
