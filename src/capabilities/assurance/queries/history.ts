import type { Db as Owned } from '#platform/db.ts'
import type { PublishedSeal } from '../seal.ts'

type Db = Owned<'assurance'>

/** A page of what happened, latest first, each with the number of the seal that holds it. */
export const listHappenings = (
  db: Db,
  { subject, before, limit }: { subject?: string | undefined; before?: string | undefined; limit: number },
) =>
  db
    .selectFrom('recorded_events as e')
    .leftJoin('seal_members as m', (join) => join.onRef('m.commissioner_id', '=', 'e.commissioner_id').onRef('m.event_id', '=', 'e.id'))
    .select(['e.id', 'e.at', 'e.name', 'e.actor_kind', 'e.actor_id', 'e.detail', 'e.subject_kind', 'e.subject_id', 'm.seal_number as seal'])
    .$if(subject !== undefined, (query) => query.where('e.subject_id', '=', subject ?? ''))
    .$if(before !== undefined, (query) => query.where('e.id', '<', before ?? ''))
    .orderBy('e.id', 'desc')
    .limit(limit)
    .execute()

/** A page of seals, latest first. */
export async function listSeals(db: Db, { before, limit }: { before?: number | undefined; limit: number }): Promise<PublishedSeal[]> {
  return db
    .selectFrom('seals as s')
    .select(['s.number', 's.sealed_at as sealedAt', 's.hash'])
    .select(({ selectFrom, fn }) =>
      selectFrom('seal_members as m')
        .select(fn.countAll<number>().as('count'))
        .whereRef('m.commissioner_id', '=', 's.commissioner_id')
        .whereRef('m.seal_number', '=', 's.number')
        .as('events'),
    )
    .$if(before !== undefined, (query) => query.where('s.number', '<', before ?? 0))
    .orderBy('s.number', 'desc')
    .limit(limit)
    .execute()
    .then((rows) => rows.map((row) => ({ ...row, events: row.events ?? 0 })))
}

/** When the history was last checked by someone at the desk, by whom, and what came of it. */
export const findLastCheck = (db: Db, commissionerId: string) =>
  db
    .selectFrom('recorded_events')
    .select(['at', 'name', 'actor_kind', 'actor_id', 'detail'])
    .where('subject_id', '=', commissionerId)
    .where('name', '=', 'history.checked')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
