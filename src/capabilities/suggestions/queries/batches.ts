import { sql } from 'kysely'
import type { Batch } from '#capabilities/codings'
import type { Db as Owned } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'

type Db = Owned<'suggestions'>

/** A survey or a source. */
export type Part = Pick<Batch, 'kind' | 'id'>

/** Where suggestions of a frame are made. */
export async function listSuggestedBatches(db: Db, frameId: string): Promise<Part[]> {
  const rows = await db
    .selectFrom('suggested_batches')
    .select(['survey_id', 'source_id'])
    .where('frame_id', '=', frameId)
    .orderBy('id')
    .execute()
  return rows.map(asPart)
}

const asPart = ({ survey_id, source_id }: { survey_id: string | null; source_id: string | null }): Part =>
  survey_id === null ? { kind: 'source', id: source_id! } : { kind: 'survey', id: survey_id }

/** Suggest there from now on; a second time changes nothing. */
export async function addBatches(
  db: Db,
  commissionerId: string,
  { frameId, parts, askedBy, askedAt }: { frameId: string; parts: readonly Part[]; askedBy: string | null; askedAt: Date },
) {
  if (parts.length === 0) return
  await db
    .insertInto('suggested_batches')
    .values(
      parts.map(({ kind, id }) => ({
        commissioner_id: commissionerId,
        id: newId(),
        frame_id: frameId,
        survey_id: kind === 'survey' ? id : null,
        source_id: kind === 'source' ? id : null,
        asked_by: askedBy,
        asked_at: askedAt,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Where comments were decided about with a frame, and nobody has noted so. */
export async function listNewlyUsed(db: Db, frameId: string): Promise<Part[]> {
  const { rows } = await sql<Parameters<typeof asPart>[0]>`
    select distinct r.survey_id, r.source_id
    from finished_comments f join readable_contributions r on r.id = f.contribution_id
    where f.frame_id = ${frameId} and (r.survey_id is null) <> (r.source_id is null)
    except select survey_id, source_id from suggested_batches where frame_id = ${frameId}`.execute(db)
  return rows.map(asPart)
}
