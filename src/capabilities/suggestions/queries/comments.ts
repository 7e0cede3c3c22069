import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'

type Db = Owned<'suggestions'>

export interface Words {
  id: string
  words: string
}
export type Asked = Words & { question: string }

/** All words that may be read where suggestions of a frame are made. */
const readable = (frameId: string) => sql`
  readable_contributions r where r.words is not null and 'coder' = any(r.audiences)
    and (r.survey_id in (select survey_id from suggested_batches where frame_id = ${frameId} and survey_id is not null)
      or r.source_id in (select source_id from suggested_batches where frame_id = ${frameId} and source_id is not null))`

const unfinished = (frameId: string) => sql`
  r.id not in (select f.contribution_id from finished_comments f where f.frame_id = ${frameId} and f.coder_kind <> 'machine')
  and r.id not in (select b.contribution_id from blind_comments b where b.frame_id = ${frameId})`

const lacking = (frameId: string, modelId: string) => sql`
  not exists (select from suggested_comments q where q.frame_id = ${frameId} and q.contribution_id = r.id and q.model_id = ${modelId})`

/** How many comments this model has not looked at yet. */
export async function countUnseen(db: Db, frameId: string, modelId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ${readable(frameId)} and ${unfinished(frameId)} and ${lacking(frameId, modelId)}`.execute(db)
  return rows[0]!.count
}

/** The next of them, by id. */
export async function listUnseen(
  db: Db,
  { frameId, modelId, after, limit }: { frameId: string; modelId: string; after: string | null; limit: number },
): Promise<Asked[]> {
  const { rows } = await sql<Asked>`
    select r.id, r.words, coalesce(r.question_text, '') as question from ${readable(frameId)}
      and (${after}::uuid is null or r.id > ${after}) and ${unfinished(frameId)} and ${lacking(frameId, modelId)}
    order by r.id limit ${limit}`.execute(db)
  return rows
}

/** Every comment of those batches, decided about or not, by id: to find which say nearly the same. */
export async function listAll(
  db: Db,
  { frameId, after, limit }: { frameId: string; after: string | null; limit: number },
): Promise<Words[]> {
  const { rows } = await sql<Words>`
    select r.id, r.words from ${readable(frameId)} and (${after}::uuid is null or r.id > ${after}) order by r.id limit ${limit}`.execute(db)
  return rows
}

/**
 * Comments that fit no theme: those whose coders gave them none, and those of which the model finds nothing likely.
 */
export async function listUnfitting(
  db: Db,
  { frameId, modelId, likely, after, limit }: { frameId: string; modelId: string; likely: number; after: string | null; limit: number },
): Promise<Words[]> {
  const { rows } = await sql<Words>`
    select r.id, r.words from ${readable(frameId)} and (${after}::uuid is null or r.id > ${after})
      and r.id not in (select b.contribution_id from blind_comments b where b.frame_id = ${frameId})
      and case when exists (select from finished_comments f where f.frame_id = ${frameId} and f.contribution_id = r.id and f.coder_kind <> 'machine')
        then not exists (select from current_codings k join frame_themes t on t.id = k.theme_id where t.frame_id = ${frameId} and k.contribution_id = r.id)
        else exists (select from suggested_comments q where q.frame_id = ${frameId} and q.contribution_id = r.id and q.model_id = ${modelId})
          and not exists (select from suggested_themes s where s.frame_id = ${frameId} and s.contribution_id = r.id and s.likelihood >= ${likely}) end
    order by r.id limit ${limit}`.execute(db)
  return rows
}
