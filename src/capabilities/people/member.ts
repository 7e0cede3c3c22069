import type { Role } from '#platform/context.ts'

export const roles = [
  'administrator',
  'engagement lead',
  'analyst',
  'approver',
  'auditor',
  'independent analyst',
] as const satisfies readonly Role[]

/** What each role may do, in a sentence for the administrator who gives it. */
export const roleWords: Record<Role, string> = {
  administrator: 'Sets up the service, looks after staff, and may do what an engagement lead may',
  'engagement lead': 'Runs consultations and surveys, takes out names, drafts decisions, tells people',
  analyst: 'Sorts what people said into themes, counts it, makes findings',
  approver: 'Answers findings and publishes decisions',
  auditor: 'Reads everything and changes nothing',
  'independent analyst': 'From outside: sees only the analysis packages made for them, and returns what they found',
}

/** An account in one commissioner. */
export interface Member {
  id: string
  accountId: string
  name: string
  email: string | null
  roles: Role[]
  addedAt: Date
  endedAt: Date | null
}

/** Without an administrator nobody could let anyone in again. */
export const isLastAdministrator = (member: Pick<Member, 'id'>, members: readonly Member[]) => {
  const administrators = members.filter(({ endedAt, roles }) => endedAt === null && roles.includes('administrator'))
  return administrators.length === 1 && administrators[0]!.id === member.id
}
