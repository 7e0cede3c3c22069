import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import type { Batch, Pace, Progress } from '../batch.ts'
import { inBatch, isReadableIn } from './comments.ts'

type Db = Owned<'codings'>
type Part = Pick<Batch, 'kind' | 'id'>

// So few are counted anew each time.
const few = 1000
// The worker counts again while people code; this is for an installation without one.
const longest = 60 * 60_000

/** How far a batch has come with a frame: every comment of it is read, so this is not for a page that must be quick. */
export async function countBatch(db: Db, part: Part, frameId: string): Promise<Progress> {
  return inBatch(db, part)
    .select([
      sql<number>`count(*)`.as('all'),
      sql<number>`count(*) filter (where r.id in (select f.contribution_id from finished_codings f where f.frame_id = ${frameId}))`.as(
        'finished',
      ),
    ])
    .executeTakeFirstOrThrow()
}

/** Count a batch and keep the numbers, so that a page adds what was finished since. */
export async function keepCount(db: Db, commissionerId: string, { part, frameId, now }: { part: Part; frameId: string; now: Date }) {
  const counted = await countBatch(db, part, frameId)
  if (counted.all < few) return counted
  const numbers = { comments: counted.all, finished: counted.finished, counted_at: now }
  await db
    .insertInto('batch_counts')
    .values({ commissioner_id: commissionerId, frame_id: frameId, batch_id: part.id, ...numbers })
    .onConflict((conflict) => conflict.columns(['commissioner_id', 'frame_id', 'batch_id']).doUpdateSet(numbers))
    .execute()
  return counted
}

/** How far a batch has come, as it was last counted and with what was finished since. */
export async function findProgress(
  db: Db,
  commissionerId: string,
  { part, frameId, now }: { part: Part; frameId: string; now: Date },
): Promise<Progress> {
  const kept = await db
    .selectFrom('batch_counts')
    .select(['comments', 'finished', 'counted_at'])
    .where('frame_id', '=', frameId)
    .where('batch_id', '=', part.id)
    .executeTakeFirst()
  if (!kept || now.getTime() - kept.counted_at.getTime() > longest) return keepCount(db, commissionerId, { part, frameId, now })
  // What was finished since is little: each is looked up by itself, so that the rest of the batch is not read for it.
  const { rows } = await sql<{ since: number }>`
    with since as materialized (
      select distinct contribution_id from finished_codings where frame_id = ${frameId} and finished_at > ${kept.counted_at})
    select count(*) as since from since s
    where (select true from finished_codings o where o.frame_id = ${frameId} and o.contribution_id = s.contribution_id
        and o.finished_at <= ${kept.counted_at} limit 1) is null
      and ${isReadableIn(part, 's.contribution_id')}`.execute(db)
  const since = rows[0]?.since ?? 0
  return { all: kept.comments, finished: Math.min(kept.comments, kept.finished + since) }
}

/** How far this coder has come with their part of a round that is open: nothing of the others. */
export const findOwnRound = (db: Db, roundId: string, membershipId: string): Promise<Progress> =>
  db
    .selectFrom('blind_comments as b')
    .leftJoin('finished_comments as f', (join) =>
      join
        .onRef('f.contribution_id', '=', 'b.contribution_id')
        .onRef('f.frame_id', '=', 'b.frame_id')
        .onRef('f.membership_id', '=', 'b.membership_id'),
    )
    .select([sql<number>`count(*)`.as('all'), sql<number>`count(f.contribution_id)`.as('finished')])
    .where('b.round_id', '=', roundId)
    .where('b.membership_id', '=', membershipId)
    .executeTakeFirstOrThrow()

/** How many comments a coder has finished with a frame since midnight in London, and within an hour. */
export const findPace = (
  db: Db,
  { coderId, frameId, today, now }: { coderId: string; frameId: string; today: string; now: Date },
): Promise<Pace> => {
  const dayBegan = sql<Date>`(${today}::timestamp at time zone 'Europe/London')`
  const anHourAgo = new Date(now.getTime() - 60 * 60_000)
  return db
    .selectFrom('finished_codings')
    .select([
      sql<number>`count(*) filter (where finished_at >= ${dayBegan})`.as('today'),
      sql<number>`count(*) filter (where finished_at > ${anHourAgo})`.as('lastHour'),
    ])
    .where('coder_id', '=', coderId)
    .where('frame_id', '=', frameId)
    .where('finished_at', '>=', sql<Date>`least(${dayBegan}, ${anHourAgo}::timestamptz)`)
    .executeTakeFirstOrThrow()
}

/** How many comments of a batch each coder has finished with a frame: those who did, by name. */
export const listTeam = (db: Db, part: Part, frameId: string) =>
  inBatch(db, part)
    .innerJoin('finished_comments as f', 'f.contribution_id', 'r.id')
    .select(['f.coder_id as coderId', 'f.coder_name as name', 'f.coder_kind as kind', sql<number>`count(*)`.as('finished')])
    .where('f.frame_id', '=', frameId)
    .groupBy(['f.coder_id', 'f.coder_name', 'f.coder_kind'])
    .orderBy('f.coder_name')
    .execute()
