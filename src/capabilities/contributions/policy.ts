import type { Actor } from '#platform/context.ts'
import { hasRole, mayLook } from '#platform/roles.ts'

/** Any member of staff reads what people said; each reading is recorded. */
export const mayRead = (actor: Actor) => mayLook(actor)

/** Words may be taken out of sight, and shown again, by those who answer for the consultation. */
export const mayWithhold = (actor: Actor) => hasRole(actor, 'engagement lead', 'administrator')

/** What is withheld from everyone is read only by those who can let it be read again, and by those who check them. */
export const mayReadWithheld = (actor: Actor) => hasRole(actor, 'engagement lead', 'administrator', 'auditor')

/** Whole responses are set aside, and taken back in, by those who answer for the consultation. */
export const maySetAside = (actor: Actor) => hasRole(actor, 'engagement lead', 'administrator')

/** Raw words leave the building with a role that needs them. */
export const mayExport = (actor: Actor) => hasRole(actor, 'analyst', 'engagement lead', 'administrator', 'auditor')

/** Files of comments are brought in at the command line. */
export const mayImport = (actor: Actor) => hasRole(actor, 'administrator')
