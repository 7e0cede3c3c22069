import { sql } from 'kysely'
import type { Role, Staff } from '#platform/context.ts'
import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import type { Member } from '../member.ts'

type Db = Owned<'people'>

/** Everyone who is or was on the staff of this commissioner, those who still are first, by name. */
export const listMembers = async (db: Db): Promise<Member[]> =>
  (await members(db).orderBy(sql`e.ended_at is not null`).orderBy('m.name').orderBy('m.id').execute()).map(asMember)

export async function findMember(db: Db, id: string): Promise<Member> {
  const row = isId(id) ? await members(db).where('m.id', '=', id).executeTakeFirst() : undefined
  if (!row) throw new NotFound(`member ${id}`)
  return asMember(row)
}

export async function findMemberByAccount(db: Db, accountId: string): Promise<Member | null> {
  const row = await members(db).where('m.account_id', '=', accountId).executeTakeFirst()
  return row ? asMember(row) : null
}

export async function findMemberByEmail(db: Db, email: string): Promise<Member | null> {
  const row = await members(db).where('a.email', '=', email).executeTakeFirst()
  return row ? asMember(row) : null
}

/** Who this address is among the staff of today, in a transaction that may look at accounts; null where it is nobody's. */
export async function findStaffByEmail(db: Db, email: string): Promise<Staff | null> {
  const member = await findMemberByEmail(db, email.trim().toLowerCase())
  return member && !member.endedAt ? { kind: 'staff', id: member.id, name: member.name, roles: member.roles } : null
}

export async function insertMember(
  db: Db,
  { commissionerId, id, accountId, name, at }: { commissionerId: string; id: string; accountId: string; name: string; at: Date },
) {
  await db.insertInto('memberships').values({ commissioner_id: commissionerId, id, account_id: accountId, name, added_at: at }).execute()
}

export async function renameMember(db: Db, id: string, name: string) {
  await db.updateTable('memberships').set({ name }).where('id', '=', id).execute()
}

export async function setRoles(
  db: Db,
  { commissionerId, id, roles, at }: { commissionerId: string; id: string; roles: readonly Role[]; at: Date },
) {
  await db
    .deleteFrom('membership_roles')
    .where('membership_id', '=', id)
    .where('role', 'not in', [...roles])
    .execute()
  await db
    .insertInto('membership_roles')
    .values(roles.map((role) => ({ commissioner_id: commissionerId, membership_id: id, role, given_at: at })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function insertMemberEnding(db: Db, { commissionerId, id, at }: { commissionerId: string; id: string; at: Date }) {
  await db.insertInto('membership_endings').values({ commissioner_id: commissionerId, membership_id: id, ended_at: at }).execute()
}

/** They come back: the ending goes, the events remember it. */
export async function deleteMemberEnding(db: Db, id: string) {
  await db.deleteFrom('membership_endings').where('membership_id', '=', id).execute()
}

export async function namesOfStaff(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('memberships')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Where to reach an account, so long as it is on the staff of the commissioner bound. */
export async function emailOfAccount(db: Db, accountId: string): Promise<string | null> {
  const row = await members(db).where('m.account_id', '=', accountId).executeTakeFirst()
  return row && row.ended_at === null ? row.email : null
}

/** Where to reach a member of this staff, so long as they are on it. */
export async function emailOfMember(db: Db, id: string): Promise<string | null> {
  const row = await members(db).where('m.id', '=', id).executeTakeFirst()
  return row && row.ended_at === null ? row.email : null
}

const members = (db: Db) =>
  db
    .selectFrom('memberships as m')
    .leftJoin('accounts.accounts as a', 'a.id', 'm.account_id')
    .leftJoin('membership_endings as e', 'e.membership_id', 'm.id')
    .select((is) => [
      'm.id',
      'm.account_id',
      'm.name',
      'm.added_at',
      'a.email',
      'e.ended_at',
      sql<
        string[]
      >`array(${is.selectFrom('membership_roles as r').select('r.role').whereRef('r.membership_id', '=', 'm.id').orderBy('r.role')})`.as(
        'roles',
      ),
    ])

type Row = Awaited<ReturnType<ReturnType<typeof members>['executeTakeFirstOrThrow']>>
const asMember = ({ id, account_id, name, added_at, email, ended_at, roles }: Row): Member => ({
  id,
  accountId: account_id,
  name,
  email,
  roles: roles as Role[],
  addedAt: added_at,
  endedAt: ended_at,
})
