import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import type { Basis } from '../basis.ts'
import type { Quote } from '../theme-quote.ts'
import { type Chosen, responsesOf } from './groups.ts'

type Db = Owned<'results'>

/**
 * For each theme of a frame up to three spans, or whole comments, that may be quoted in public, those first that somebody marked as saying it
 * well. None of a comment that somebody is to code blind: what others coded would show.
 */
export async function listThemeQuotes(db: Db, basis: Basis, frameId: string, only: readonly Chosen[]): Promise<Quote[]> {
  const of = basis.surveyId === null ? sql`k.source_id = ${basis.sourceId}` : sql`k.survey_id = ${basis.surveyId}`
  const among = only.length === 0 ? sql`` : sql`and k.response_id in ${responsesOf(basis, only)}`
  const { rows } = await sql<Quote>`
    with coded as (
      select distinct on (k.theme_id, k.contribution_id) k.theme_id, k.contribution_id, k.start_at, k.end_at,
        exists (select from marked_comments m where m.contribution_id = k.contribution_id and m.kind = 'says it well') as well
      from current_codings k join frame_themes t on t.id = k.theme_id
      where ${of} and t.frame_id = ${frameId} ${among}
        and exists (select from readable_contributions r where r.id = k.contribution_id and 'public' = any(r.audiences) and r.words is not null)
        and not exists (select from blind_comments b where b.contribution_id = k.contribution_id and b.frame_id = t.frame_id)
      order by k.theme_id, k.contribution_id, k.start_at nulls last
    ), chosen as (
      select *, row_number() over (partition by theme_id order by well desc, contribution_id) as place from coded
    )
    select c.contribution_id as "contributionId", c.theme_id as "themeId",
      substr(r.words, coalesce(c.start_at, 0) + 1, coalesce(c.end_at, length(r.words)) - coalesce(c.start_at, 0)) as words
    from chosen c cross join lateral (select words from readable_contributions where id = c.contribution_id limit 1) r
    where c.place <= 3 order by c.theme_id, c.place`.execute(db)
  return rows.filter(({ words }) => /[^█\s]/.test(words))
}
