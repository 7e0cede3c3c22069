import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'

type Db = Owned<'assurance'>

/** What a finding rests on: the survey, or the source, whose words it speaks of. */
export async function listFindingScopes(db: Db, findingIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; scope: string }>`
    select id, coalesce(survey_id, source_id) as scope from current_findings where id = any(${[...findingIds]}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, scope }) => [id, scope]))
}

/** Which survey and source each of these coded contributions came in by. */
export async function listContributionScopes(db: Db, contributionIds: readonly string[]): Promise<Map<string, readonly (string | null)[]>> {
  const { rows } = await sql<{ contribution_id: string; survey_id: string | null; source_id: string | null }>`
    select distinct contribution_id, survey_id, source_id from current_codings where contribution_id = any(${[...contributionIds]}::uuid[])`.execute(
    db,
  )
  return new Map(rows.map(({ contribution_id, survey_id, source_id }) => [contribution_id, [survey_id, source_id]]))
}
