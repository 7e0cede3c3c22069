import type { Actor } from '#platform/context.ts'
import { hasRole } from '#platform/roles.ts'

export const mayAddOrganisations = (actor: Actor) => hasRole(actor, 'administrator', 'engagement lead')
