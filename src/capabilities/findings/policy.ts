import { type Actor, staffId } from '#platform/context.ts'
import { hasRole } from '#platform/roles.ts'

export const mayMakeFindings = (actor: Actor) => hasRole(actor, 'analyst', 'engagement lead', 'administrator')

/** Who may review findings of others. */
export const mayReviewOthers = (actor: Actor) => hasRole(actor, 'analyst', 'engagement lead', 'approver', 'administrator')

/** Another person than the one who made it: nobody agrees with themselves. */
export const mayReview = (actor: Actor, { madeBy }: { madeBy: string | null }) => mayReviewOthers(actor) && staffId(actor) !== madeBy

export const mayPublishFindings = (actor: Actor) => hasRole(actor, 'engagement lead', 'administrator')
