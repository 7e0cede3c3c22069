import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import type { KeptSuggestion, SuggestedCounts } from '../kept-suggestion.ts'

type Db = Owned<'suggestions'>

interface Of {
  frameId: string
  modelId: string
  at: Date
}

/** Put what a model says of these comments in the place of what any said before: done twice it comes to the same. */
export async function replaceSuggestions(
  db: Db,
  commissionerId: string,
  { frameId, modelId, at }: Of,
  said: readonly { id: string; suggestion: KeptSuggestion }[],
) {
  const ids = said.map(({ id }) => id)
  await sql`delete from suggested_themes where frame_id = ${frameId} and contribution_id = any(${ids}::uuid[])`.execute(db)
  const rows = said.flatMap(({ id, suggestion }) => suggestion.themes.map((theme) => ({ id, ...theme })))
  await sql`
    insert into suggested_themes (commissioner_id, frame_id, model_id, contribution_id, theme_id, likelihood, offered, because)
    select ${commissionerId}::uuid, ${frameId}::uuid, ${modelId}::uuid, s.* from unnest(
      ${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.theme)}::uuid[], ${rows.map((row) => row.likelihood)}::double precision[],
      ${rows.map((row) => row.offered)}::boolean[], ${rows.map((row) => JSON.stringify(row.because))}::jsonb[]) as s`.execute(db)
  await sql`
    insert into suggested_comments (commissioner_id, frame_id, model_id, made_at, contribution_id, uncertainty, sentiment)
    select ${commissionerId}::uuid, ${frameId}::uuid, ${modelId}::uuid, ${at}::timestamptz, s.* from unnest(
      ${ids}::uuid[], ${said.map(({ suggestion }) => suggestion.uncertainty)}::double precision[],
      ${said.map(({ suggestion }) => suggestion.sentiment?.value ?? null)}::integer[]) as s
    on conflict (commissioner_id, frame_id, contribution_id) do update set
      model_id = excluded.model_id, made_at = excluded.made_at, uncertainty = excluded.uncertainty, sentiment = excluded.sentiment`.execute(
    db,
  )
}

/**
 * Number the sets of comments that say nearly the same, from 1. A comment that somebody decided about is numbered too, so that those who
 * code one of each can tell that this one is done; nothing else is said of it.
 */
export async function numberSameWords(db: Db, commissionerId: string, { frameId, modelId, at }: Of, sets: readonly (readonly string[])[]) {
  const rows = sets.flatMap((ids, place) => ids.map((id) => ({ id, number: place + 1 })))
  const numbered = sql`unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.number)}::integer[]) as s (contribution_id, number)`
  await sql`
    update suggested_comments q set same_words = null
    where q.frame_id = ${frameId} and q.same_words is not null and q.contribution_id <> all(${rows.map((row) => row.id)}::uuid[])`.execute(
    db,
  )
  await sql`
    insert into suggested_comments (commissioner_id, frame_id, model_id, made_at, contribution_id, uncertainty, same_words)
    select ${commissionerId}::uuid, ${frameId}::uuid, ${modelId}::uuid, ${at}::timestamptz, s.contribution_id, 0, s.number from ${numbered}
    on conflict (commissioner_id, frame_id, contribution_id) do update set same_words = excluded.same_words
    where suggested_comments.same_words is distinct from excluded.same_words`.execute(db)
}

/** Once the latest model has looked at everything, what those before it said of comments is gone; of what was decided since, only its number is left. */
export async function dropOutdated(db: Db, frameId: string, modelId: string) {
  await sql`delete from suggested_themes where frame_id = ${frameId} and model_id <> ${modelId}`.execute(db)
  await sql`delete from suggested_comments where frame_id = ${frameId} and model_id <> ${modelId}`.execute(db)
}

/** Take away what was said of comments whose words cannot be read any more, or were redacted after they were looked at. */
export async function dropOvertaken(db: Db) {
  const overtaken = sql`not exists (select from suggested_looks l where l.frame_id = x.frame_id and l.contribution_id = x.contribution_id)`
  await sql`delete from suggested_themes x where ${overtaken}`.execute(db)
  await sql`delete from suggested_comments x where ${overtaken}`.execute(db)
  await sql`
    delete from theme_proposal_comments p
    where not exists (select from readable_contributions r where r.id = p.contribution_id and r.words is not null)`.execute(db)
}

export async function countSuggested(db: Db, frameId: string): Promise<SuggestedCounts> {
  const { rows } = await sql<SuggestedCounts>`
    select count(*) filter (where left_over) as comments, count(*) filter (where left_over and offered) as offered,
      count(same_words) as alike, count(distinct same_words) as sets
    from (select q.same_words,
        not exists (select from finished_comments f where f.frame_id = q.frame_id and f.contribution_id = q.contribution_id) as left_over,
        exists (select from suggested_themes s where s.frame_id = q.frame_id and s.contribution_id = q.contribution_id and s.offered) as offered
      from suggested_comments q where q.frame_id = ${frameId}) looked`.execute(db)
  return rows[0]!
}
