import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import type { Measurement } from '../measurement.ts'
import type { DrawnFrom, Round } from '../round.ts'

type Db = Owned<'agreements'>

interface NewRound extends Omit<Round, 'frameTitle' | 'batchTitle' | 'closed'> {
  madeBy: string | null
  coders: readonly string[]
  comments: readonly string[]
}

export async function insertRound(db: Db, commissionerId: string, round: NewRound) {
  const { id, batch } = round
  await db
    .insertInto('rounds')
    .values({
      commissioner_id: commissionerId,
      id,
      frame_id: round.frameId,
      survey_id: batch.kind === 'survey' ? batch.id : null,
      source_id: batch.kind === 'source' ? batch.id : null,
      size: round.size,
      seed: round.seed,
      drawn_from: round.drawnFrom,
      eligible: round.eligible,
      made_by: round.madeBy,
      made_at: round.madeAt,
    })
    .execute()
  await db
    .insertInto('round_coders')
    .values(round.coders.map((coder) => ({ commissioner_id: commissionerId, round_id: id, membership_id: coder })))
    .execute()
  await sql`insert into round_comments (commissioner_id, round_id, contribution_id, place)
    select ${commissionerId}::uuid, ${id}::uuid, c, p from unnest(${[...round.comments]}::uuid[]) with ordinality as u (c, p)`.execute(db)
}

// A survey goes by the name of the consultation that asks it, where there is one.
const batchTitle = sql<string>`coalesce(
  (select p.title from published_consultations p where p.survey_id = r.survey_id order by p.published_at limit 1),
  (select v.title from current_survey_versions v where v.survey_id = r.survey_id),
  (select s.name from known_sources s where s.id = r.source_id), 'Comments')`

const rounds = (db: Db) =>
  db
    .selectFrom('rounds as r')
    .innerJoin('known_frames as f', 'f.id', 'r.frame_id')
    .leftJoin('round_closures as x', 'x.round_id', 'r.id')
    .select([
      'r.id',
      'r.frame_id',
      'f.title',
      'r.survey_id',
      'r.source_id',
      batchTitle.as('batch_title'),
      'r.size',
      'r.seed',
      'r.drawn_from',
      'r.eligible',
      'r.made_at',
      'x.reason',
      'x.measured',
      'x.closed_at',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof rounds>['executeTakeFirstOrThrow']>>

const asRound = (row: Row): Round => ({
  id: row.id,
  frameId: row.frame_id,
  frameTitle: row.title,
  batch: row.survey_id ? { kind: 'survey', id: row.survey_id } : { kind: 'source', id: row.source_id! },
  batchTitle: row.batch_title,
  size: row.size,
  seed: row.seed,
  drawnFrom: row.drawn_from as DrawnFrom,
  eligible: row.eligible,
  madeAt: row.made_at,
  closed: row.closed_at && { at: row.closed_at, reason: row.reason ?? '', measured: row.measured as Measurement },
})

/** Rounds, latest first, from before one of them. */
export async function listRounds(
  db: Db,
  { before, frameId, limit }: { before?: string | undefined; frameId?: string; limit: number },
): Promise<Round[]> {
  const rows = await rounds(db)
    .$if(before !== undefined && isId(before), (query) => query.where('r.id', '<', before!))
    .$if(frameId !== undefined, (query) => query.where('r.frame_id', '=', frameId!))
    .orderBy('r.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(asRound)
}

export async function findRound(db: Db, id: string): Promise<Round> {
  const row = isId(id) ? await rounds(db).where('r.id', '=', id).executeTakeFirst() : undefined
  if (!row) throw new NotFound()
  return asRound(row)
}

/** Whoever closes a round, or settles a comment of it, waits for whoever does so already. */
export const lockRound = (db: Db, id: string) => sql`select pg_advisory_xact_lock(hashtextextended(${`round ${id}`}, 0))`.execute(db)

/** Whoever draws for a frame waits for whoever draws already, so that no comment is in two rounds. */
export const lockDrawing = (db: Db, frameId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`rounds of ${frameId}`}, 0))`.execute(db)

export const insertClosure = (
  db: Db,
  {
    measured,
    ...row
  }: { commissioner_id: string; round_id: string; reason: string; measured: Measurement; closed_by: string | null; closed_at: Date },
) =>
  db
    .insertInto('round_closures')
    .values({ ...row, measured: JSON.stringify(measured) })
    .execute()
