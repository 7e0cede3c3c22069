import type { Context, Role } from '#platform/context.ts'
import { allowOnly, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import { queueMessage } from '#platform/mail.ts'
import { isLastAdministrator } from '../member.ts'
import { mayChangeStaff } from '../policy.ts'
import { findOrInsertAccount } from '../queries/accounts.ts'
import {
  deleteMemberEnding,
  findMember,
  findMemberByAccount,
  insertMember,
  insertMemberEnding,
  listMembers,
  renameMember,
  setRoles,
} from '../queries/members.ts'
import { signInMessage } from './sign-in.ts'

export interface StaffInput {
  email: string
  name: string
  roles: readonly Role[]
}

const keepOne = 'There must be one administrator: make someone else one first'

/**
 * Put someone on the staff of this commissioner. Someone who is there already keeps the roles they have and gains these;
 * someone who had left comes back with these alone. The transaction must be `signingIn`.
 */
export async function addStaff(ctx: Context, { email, name, roles }: StaffInput): Promise<{ membershipId: string; accountId: string }> {
  allowOnly(mayChangeStaff(ctx.actor))
  const accountId = await findOrInsertAccount(ctx.db, { id: newId(), email: email.trim().toLowerCase(), at: ctx.now })
  const known = await findMemberByAccount(ctx.db, accountId)
  const at = { commissionerId: ctx.commissioner.id, id: known?.id ?? newId(), at: ctx.now }
  if (!known) await insertMember(ctx.db, { ...at, accountId, name })
  else if (known.endedAt !== null) {
    await deleteMemberEnding(ctx.db, known.id)
    await renameMember(ctx.db, known.id, name)
  }
  const given = [...new Set([...(known?.endedAt === null ? known.roles : []), ...roles])]
  await setRoles(ctx.db, { ...at, roles: given })
  await record(ctx, 'membership.added', at.id, { roles: given }, { publicPagesStay: true })
  return { membershipId: at.id, accountId }
}

/** The same from the desk: someone not yet on the staff, who is sent a link to sign in. */
export async function inviteStaff(ctx: Context, { email, name, roles }: StaffInput): Promise<string> {
  allowOnly(mayChangeStaff(ctx.actor))
  const { membershipId, accountId } = await addStaff(ctx, { email, name, roles })
  await queueMessage(ctx, signInMessage(ctx, accountId, null))
  return membershipId
}

export async function changeRoles(ctx: Context, id: string, roles: readonly Role[]) {
  allowOnly(mayChangeStaff(ctx.actor))
  const member = await findMember(ctx.db, id)
  refuseIf(member.endedAt !== null, 'This person is no longer on the staff')
  refuseIf(!roles.includes('administrator') && isLastAdministrator(member, await listMembers(ctx.db)), keepOne)
  await setRoles(ctx.db, { commissionerId: ctx.commissioner.id, id, roles, at: ctx.now })
  await record(ctx, 'membership.roles-changed', id, { roles: [...roles] }, { publicPagesStay: true })
}

/** They are no longer on the staff: from the next request on, the desk is closed to them. What they did keeps their name. */
export async function endMembership(ctx: Context, id: string) {
  allowOnly(mayChangeStaff(ctx.actor))
  const member = await findMember(ctx.db, id)
  refuseIf(member.endedAt !== null, 'This person is no longer on the staff')
  refuseIf(isLastAdministrator(member, await listMembers(ctx.db)), keepOne)
  await insertMemberEnding(ctx.db, { commissionerId: ctx.commissioner.id, id, at: ctx.now })
  await record(ctx, 'membership.ended', id, {}, { publicPagesStay: true })
}
