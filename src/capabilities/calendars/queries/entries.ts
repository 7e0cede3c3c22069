import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import type { Days } from '../period.ts'
import type { OwnEntry } from '../planned.ts'

type Db = Owned<'calendars'>

const ownEntries = (db: Db) =>
  db
    .selectFrom('calendar_entries as e')
    .where((is) =>
      is.not(is.exists(is.selectFrom('calendar_entry_removals as x').select('x.entry_id').whereRef('x.entry_id', '=', 'e.id'))),
    )
    .select(['e.id', 'e.title', 'e.starts_on as startsOn', 'e.ends_on as endsOn', 'e.communities', 'e.shared'])

/** Those that run between two dates inclusive: what everyone is told of, or what is for our staff alone. */
export const listOwnEntries = (db: Db, { from, to }: Days, { shared }: { shared: boolean }): Promise<OwnEntry[]> =>
  ownEntries(db)
    .where('e.shared', '=', shared)
    .where('e.starts_on', '<=', to)
    .where('e.ends_on', '>=', from)
    .orderBy('e.starts_on')
    .orderBy('e.id')
    .limit(500)
    .execute()

export async function findOwnEntry(db: Db, id: string): Promise<OwnEntry> {
  const row = isId(id) ? await ownEntries(db).where('e.id', '=', id).executeTakeFirst() : undefined
  if (!row) throw new NotFound('calendar entry')
  return row
}

export async function insertOwnEntry(db: Db, commissionerId: string, entry: OwnEntry & { by: string | null; at: Date }) {
  const { id, title, startsOn, endsOn, communities, shared, by, at } = entry
  const row = { id, title, starts_on: startsOn, ends_on: endsOn, communities: [...communities], shared }
  await db
    .insertInto('calendar_entries')
    .values({ ...row, commissioner_id: commissionerId, added_by: by, added_at: at })
    .execute()
}

export async function insertRemoval(
  db: Db,
  commissionerId: string,
  { entryId, reason, by, at }: { entryId: string; reason: string; by: string | null; at: Date },
) {
  await db
    .insertInto('calendar_entry_removals')
    .values({ commissioner_id: commissionerId, entry_id: entryId, reason, removed_by: by, removed_at: at })
    .execute()
}

interface Elsewhere {
  id: string
  organiser: string
  organiser_slug: string
  consultation_slug: string | null
  title: string
  starts_on: string
  ends_on: string
  communities: string[]
}

/** What the other commissioners of this installation show to everyone between two dates. */
export async function listElsewhere(db: Db, { from, to }: Days): Promise<Elsewhere[]> {
  const { rows } = await sql<Elsewhere>`select * from planned_elsewhere(${from}, ${to}) order by starts_on, id limit 500`.execute(db)
  return rows
}

const usualAtOnce = 2

/** How many things at once may ask something of one community. */
export async function findAtOnce(db: Db): Promise<number> {
  const row = await db.selectFrom('calendar_limits').select('at_once').orderBy('id', 'desc').limit(1).executeTakeFirst()
  return row?.at_once ?? usualAtOnce
}

export async function insertAtOnce(
  db: Db,
  commissionerId: string,
  { id, atOnce, reason, by, at }: { id: string; atOnce: number; reason: string; by: string | null; at: Date },
) {
  await db
    .insertInto('calendar_limits')
    .values({ commissioner_id: commissionerId, id, at_once: atOnce, reason, set_by: by, set_at: at })
    .execute()
}
