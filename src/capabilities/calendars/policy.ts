import type { Actor } from '#platform/context.ts'
import { hasRole } from '#platform/roles.ts'

/** Engagement leads and administrators put things into the calendar, and take them out. */
export const mayPlan = (actor: Actor) => hasRole(actor, 'engagement lead', 'administrator')

/** Holidays, pre-election periods and what is too much at once are for administrators: rules rest on them. */
export const maySetPeriods = (actor: Actor) => hasRole(actor, 'administrator')
