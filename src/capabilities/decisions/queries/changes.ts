import { type SqlBool, sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import type { Change, Promised } from '../change.ts'

type Db = Owned<'decisions'>

const changes = (db: Db) => db.selectFrom('current_changes as c').selectAll('c')

const changeOf = (row: Awaited<ReturnType<ReturnType<typeof changes>['execute']>>[number]): Change => ({
  id: row.id,
  decisionId: row.decision_id,
  findingId: row.finding_id,
  title: row.title,
  owner: row.owner,
  dueOn: row.due_on,
  promisedAt: row.promised_at,
  completion: row.done_on === null ? null : { doneOn: row.done_on, evidence: row.evidence ?? '' },
  drop: row.dropped_at === null ? null : { droppedAt: row.dropped_at, reason: row.dropped_because ?? '' },
})

export async function findChange(db: Db, id: string): Promise<Change> {
  const row = isId(id) ? await changes(db).where('c.id', '=', id).executeTakeFirst() : undefined
  if (!row) throw new NotFound(`change ${id}`)
  return changeOf(row)
}

export async function listChangesById(db: Db, ids: readonly string[]): Promise<Change[]> {
  return ids.length === 0
    ? []
    : (
        await changes(db)
          .where('c.id', 'in', [...ids])
          .execute()
      ).map(changeOf)
}

/** What these decisions led to, the earliest due first. */
export async function listChangesOf(db: Db, decisionIds: readonly string[]): Promise<Change[]> {
  if (decisionIds.length === 0) return []
  return (
    await changes(db)
      .where('c.decision_id', 'in', [...decisionIds])
      .orderBy('c.due_on')
      .orderBy('c.id')
      .execute()
  ).map(changeOf)
}

const conditions = {
  open: sql<SqlBool>`c.done_on is null and c.dropped_at is null`,
  done: sql<SqlBool>`c.done_on is not null`,
  dropped: sql<SqlBool>`c.dropped_at is not null and c.done_on is null`,
}
export type Shown = keyof typeof conditions

/** Changes of one state, the earliest due first, from after one of them. */
export async function listChanges(
  db: Db,
  { show, after, limit }: { show: Shown; after?: string | undefined; limit: number },
): Promise<Change[]> {
  const rows = await changes(db)
    .where(conditions[show])
    .$if(after !== undefined && isId(after), (query) =>
      query.where(sql<SqlBool>`(c.due_on, c.id) > (select k.due_on, k.id from changes k where k.id = ${after})`),
    )
    .orderBy('c.due_on')
    .orderBy('c.id')
    .limit(limit)
    .execute()
  return rows.map(changeOf)
}

export async function countChanges(db: Db, today: string): Promise<{ open: number; late: number; done: number; dropped: number }> {
  const count = (condition: ReturnType<typeof sql<SqlBool>>) => sql<number>`count(*) filter (where ${condition})`
  return db
    .selectFrom('current_changes as c')
    .select([
      count(conditions.open).as('open'),
      count(sql<SqlBool>`${conditions.open} and c.due_on < ${today}`).as('late'),
      count(conditions.done).as('done'),
      count(conditions.dropped).as('dropped'),
    ])
    .executeTakeFirstOrThrow()
}

/** Promises in the order of their ids, with their salts: for the digests. */
export async function listPromisesFrom(db: Db, afterId: string, limit: number): Promise<(Promised & { salt: Buffer })[]> {
  return db
    .selectFrom('changes')
    .select([
      'id',
      'decision_id as decisionId',
      'finding_id as findingId',
      'title',
      'owner',
      'due_on as dueOn',
      'promised_by as promisedBy',
      'promised_at as promisedAt',
      'salt',
    ])
    .$if(afterId !== '', (query) => query.where('id', '>', afterId))
    .orderBy('id')
    .limit(limit)
    .execute()
}

export const insertChange = (db: Db, commissionerId: string, change: Promised & { salt: Buffer }) =>
  db
    .insertInto('changes')
    .values({
      commissioner_id: commissionerId,
      id: change.id,
      decision_id: change.decisionId,
      finding_id: change.findingId,
      title: change.title,
      owner: change.owner,
      due_on: change.dueOn,
      promised_by: change.promisedBy,
      promised_at: change.promisedAt,
      salt: change.salt,
    })
    .execute()

export const insertCompletion = (
  db: Db,
  commissionerId: string,
  row: { changeId: string; evidence: string; doneOn: string; recordedBy: string | null; recordedAt: Date },
) =>
  db
    .insertInto('change_completions')
    .values({
      commissioner_id: commissionerId,
      change_id: row.changeId,
      evidence: row.evidence,
      done_on: row.doneOn,
      recorded_by: row.recordedBy,
      recorded_at: row.recordedAt,
    })
    .execute()

export const insertDrop = (
  db: Db,
  commissionerId: string,
  row: { changeId: string; reason: string; droppedBy: string | null; droppedAt: Date },
) =>
  db
    .insertInto('change_drops')
    .values({
      commissioner_id: commissionerId,
      change_id: row.changeId,
      reason: row.reason,
      dropped_by: row.droppedBy,
      dropped_at: row.droppedAt,
    })
    .execute()
