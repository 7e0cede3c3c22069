import { type RawBuilder, sql } from 'kysely'
import type { Basis } from '../basis.ts'
import type { Held } from '../dimension.ts'

/** The rows of one survey or source. */
export const of = (basis: Basis, from: RawBuilder<unknown>) =>
  basis.surveyId === null ? sql`${from}.source_id = ${basis.sourceId}` : sql`${from}.survey_id = ${basis.surveyId}`

/** Selects every response that counts, with what is known of it by itself. */
export const responsesIn = (basis: Basis) =>
  sql`select id as response_id, channel, place, variant, survey_version_id from counted_responses as r where ${of(basis, sql`r`)}`

const columns = {
  channel: sql`array[s.channel]`,
  place: sql`case when s.place is not null then array[s.place] end`,
  variant: sql`array[coalesce(s.variant, 'original')]`,
  survey_version_id: sql`case when s.survey_version_id is not null then array[s.survey_version_id::text] end`,
}

/** That as choices. */
export const columnOf = ({ column }: Held & { in: 'responses' }) => columns[column]

/** Selects response_id and choices, of each response that said anything of it. */
export function choicesIn(basis: Basis, held: Exclude<Held, { in: 'responses' }>): RawBuilder<unknown> {
  if (held.in === 'organisations') return sql`select response_id, array['organisation'] as choices from responding_organisations`
  if (held.in === 'codings')
    return sql`select response_id, coalesce(array_agg(distinct theme) filter (where theme is not null), '{}') as choices from (
      select k.response_id, k.theme_id::text as theme from current_codings k join frame_themes t on t.id = k.theme_id
      where ${of(basis, sql`k`)} and t.frame_id = ${held.frameId}
      union all
      select c.response_id, null from finished_comments f join readable_contributions c on c.id = f.contribution_id
      where ${of(basis, sql`c`)} and f.frame_id = ${held.frameId}) as spoken group by response_id`
  const from = held.in === 'answers' ? sql`counted_answers` : sql`counted_equality_answers`
  return sql`select a.response_id, ${partOf(held)} as choices from ${from} as a
    where ${of(basis, sql`a`)} and a.question_key = ${held.key} and cardinality(a.choices) > 0`
}

function partOf({ begins, ends }: { begins?: string; ends?: string }) {
  if (begins === undefined && ends === undefined) return sql`a.choices`
  const meant = begins === undefined ? sql`right(c, length(${ends}::text)) = ${ends}` : sql`starts_with(c, ${begins})`
  return sql`nullif(array(select c from unnest(a.choices) as c where ${meant}), '{}')`
}

/** Selects everything that was ticked in a survey, each answer as text, by question and version: for `listSaid`. */
export const answersIn = ({ surveyId }: Basis) =>
  sql`${ticked(sql`counted_answers`, surveyId)} union all ${ticked(sql`counted_equality_answers`, surveyId)}`

const ticked = (from: RawBuilder<unknown>, surveyId: string | null) => sql`
  select response_id, question_key || ' ' || coalesce(survey_version_id::text, '') as key, array_to_json(choices)::text as said
  from ${from} where survey_id = ${surveyId} and cardinality(choices) > 0`
