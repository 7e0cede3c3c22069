import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import { usualLimit } from '../concern.ts'
import type { Turn } from '../duty.ts'

type Db = Owned<'concerns'>

/** Turns that were not ended and are not past, of colleagues who are still on the staff, by their first day. */
export const listTurns = (db: Db, today: string): Promise<Turn[]> =>
  db
    .selectFrom('duty_turns as t')
    .innerJoin('staff as s', 's.id', 't.membership_id')
    .select(['t.id', 't.membership_id as memberId', 's.name', 't.starts_on as startsOn', 't.ends_on as endsOn'])
    .where('s.ended', '=', false)
    .where(({ or, eb }) => or([eb('t.ends_on', 'is', null), eb('t.ends_on', '>=', today)]))
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('duty_turn_endings as e').select('e.turn_id').whereRef('e.turn_id', '=', 't.id'))),
    )
    .orderBy('t.starts_on')
    .orderBy('t.id')
    .execute()

export async function findTurn(db: Db, id: string, today: string): Promise<Turn> {
  const turn = isId(id) ? (await listTurns(db, today)).find((one) => one.id === id) : undefined
  if (!turn) throw new NotFound(`turn of duty ${id}`)
  return turn
}

export interface Colleague {
  id: string
  name: string
  roles: string[]
}

/** Who can be on duty: everyone on the staff but those who are auditors alone. */
export const listColleagues = (db: Db): Promise<Colleague[]> =>
  db
    .selectFrom('staff')
    .select(['id', 'name', 'roles'])
    .where('ended', '=', false)
    .where(sql<boolean>`roles && array['administrator', 'engagement lead', 'analyst', 'approver']`)
    .orderBy('name')
    .orderBy('id')
    .execute()

export async function insertTurn(
  db: Db,
  commissionerId: string,
  turn: { id: string; memberId: string; startsOn: string; endsOn: string | null; by: string | null; at: Date },
) {
  await db
    .insertInto('duty_turns')
    .values({
      commissioner_id: commissionerId,
      id: turn.id,
      membership_id: turn.memberId,
      starts_on: turn.startsOn,
      ends_on: turn.endsOn,
      added_by: turn.by,
      added_at: turn.at,
    })
    .execute()
}

export async function insertTurnEnding(db: Db, commissionerId: string, { id, by, at }: { id: string; by: string | null; at: Date }) {
  await db.insertInto('duty_turn_endings').values({ commissioner_id: commissionerId, turn_id: id, ended_by: by, ended_at: at }).execute()
}

/** Within how many working days someone on duty looks. */
export async function findLimit(db: Db): Promise<number> {
  const row = await db.selectFrom('duty_limits').select('working_days').orderBy('id', 'desc').limit(1).executeTakeFirst()
  return row?.working_days ?? usualLimit
}

export async function insertLimit(
  db: Db,
  commissionerId: string,
  { id, workingDays, by, at }: { id: string; workingDays: number; by: string | null; at: Date },
) {
  await db
    .insertInto('duty_limits')
    .values({ commissioner_id: commissionerId, id, working_days: workingDays, set_by: by, set_at: at })
    .execute()
}
