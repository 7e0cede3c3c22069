import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import type { FrameUse } from '../frame.ts'

type Db = Owned<'themes'>

/** Where a frame is used, the latest first. */
export async function listUses(db: Db, frameId: string): Promise<FrameUse[]> {
  const { rows } = await sql<FrameUse>`
    with coded as materialized (
      select k.survey_id, k.source_id, count(distinct k.contribution_id) as comments, max(k.made_at) as at
      from frame_themes t join current_codings k on k.theme_id = t.id where t.frame_id = ${frameId} group by 1, 2)
    select 'survey' as kind, s.survey_id as id, c.comments, c.at as "lastCodedAt",
      coalesce((select p.title from published_consultations p where p.survey_id = s.survey_id order by p.published_at limit 1), s.title) as title
    from coded c join current_survey_versions s on s.survey_id = c.survey_id
    union all
    select 'source', s.id, c.comments, c.at, s.name from coded c join known_sources s on s.id = c.source_id where c.survey_id is null
    order by "lastCodedAt" desc, title`.execute(db)
  return rows
}
