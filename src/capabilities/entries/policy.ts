import type { Actor } from '#platform/context.ts'
import { hasRole } from '#platform/roles.ts'

/** Typing in is work for many hands: analysts do it too. */
export const mayEnter = (actor: Actor) => hasRole(actor, 'engagement lead', 'administrator', 'analyst')

/** Taking an entry out again changes what is counted. */
export const mayTakeOut = (actor: Actor) => hasRole(actor, 'engagement lead', 'administrator')

/** Numbers and secrets of text messages are the installation's, so administrators look after them. */
export const mayRunTexts = (actor: Actor) => hasRole(actor, 'administrator')
