import type { Actor } from '#platform/context.ts'
import { hasRole } from '#platform/roles.ts'

/** A population that people are held against decides what a page says of them. */
export const mayChangePopulations = (actor: Actor) => hasRole(actor, 'analyst', 'engagement lead', 'administrator')

/** Reaching people who were not heard is the work of those who involve them. */
export const mayPlanOutreach = (actor: Actor) => hasRole(actor, 'analyst', 'engagement lead', 'administrator')

/** The directories of postcodes are the installation's, and so is its command line. */
export const mayImportPlaces = (actor: Actor) => actor.kind === 'operator'
