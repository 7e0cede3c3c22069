import type { Actor, Role } from './context.ts'

/** True where this member of staff holds one of the roles. An operator at the command line holds them all. */
export const hasRole = (actor: Actor, ...roles: readonly Role[]) =>
  actor.kind === 'operator' || (actor.kind === 'staff' && actor.roles.some((role) => roles.includes(role)))

/** Any member of staff of this commissioner may look; an auditor may do no more, and an independent analyst, who is from outside, not even that. */
export const mayLook = (actor: Actor) =>
  actor.kind === 'operator' || (actor.kind === 'staff' && actor.roles.some((role) => role !== 'independent analyst'))
