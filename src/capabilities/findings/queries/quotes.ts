import { sql } from 'kysely'
import type { Basis } from '#capabilities/results'
import type { Db as Owned } from '#platform/db.ts'
import type { Side } from '../finding.ts'
import type { PublicQuote } from '../public-finding.ts'

type Db = Owned<'findings'>

const isOf = (basis: Basis) =>
  basis.surveyId === null ? sql<boolean>`r.source_id = ${basis.sourceId}` : sql<boolean>`r.survey_id = ${basis.surveyId}`

/** Of these contributions, the words of those that the public may read and that belong to what the finding rests on. */
export async function listQuotable(db: Db, basis: Basis, contributionIds: readonly string[]): Promise<Map<string, string>> {
  if (contributionIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('readable_contributions as r')
    .select(['r.id', 'r.words'])
    .where('r.id', 'in', [...contributionIds])
    .where(isOf(basis))
    .where(sql<boolean>`'public' = any(r.audiences)`)
    .execute()
  return new Map(rows.flatMap(({ id, words }) => (words === null ? [] : [[id, words] as const])))
}

export interface QuotableSpan {
  contributionId: string
  start: number
  end: number
  /** The words of the span, as the public may read them. */
  words: string
  whole: boolean
}

/** Up to 100 spans coded to any of these themes whose words the public may read: the whole comment, and each coded part of it. */
export async function listQuotableSpans(db: Db, basis: Basis, themeIds: readonly string[]): Promise<QuotableSpan[]> {
  if (themeIds.length === 0) return []
  const { rows } = await sql<QuotableSpan>`
    with coded as (
      select distinct k.contribution_id, k.start_at, k.end_at from current_codings k where k.theme_id in (${sql.join([...themeIds])})
        -- What somebody still codes blind is not shown by way of a quote.
        and not exists (select from concealed_codings b where b.id = k.id)
    ), spans as (
      select r.id, r.words, coalesce(c.start_at, 0) as start_at, coalesce(c.end_at, length(r.words)) as end_at
      -- Each found by its id alone: after a large import, before the tables are counted anew, the whole source would be read for each of them.
      from coded c cross join lateral (select * from readable_contributions where id = c.contribution_id limit 1) r
      where ${isOf(basis)} and 'public' = any(r.audiences) and r.words is not null
    )
    select distinct id as "contributionId", s.start_at as "start", s.end_at as "end", substr(words, s.start_at + 1, s.end_at - s.start_at) as words,
      s.start_at = 0 and s.end_at = length(words) as whole
    from (select * from spans union select id, words, 0, length(words) from spans) s
    order by 1, 2, 3 limit 100`.execute(db)
  return rows.filter(({ words }) => /[^█\s]/.test(words))
}

/** The quotes of findings, as the public may read them now: gone with the consent, blacked out with the redaction. */
export async function listPublicQuotes(db: Db, findingIds: readonly string[]): Promise<PublicQuote[]> {
  if (findingIds.length === 0) return []
  const rows = await db
    .selectFrom('public_quotes')
    .select(['id', 'finding_id as findingId', 'contribution_id as contributionId', 'words', 'side'])
    .where('finding_id', 'in', [...findingIds])
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, side: row.side as Side }))
}
