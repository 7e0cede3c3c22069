import { sql } from 'kysely'
import type { Basis, ThemeFigure } from '#capabilities/results'
import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import type { Finding, FrozenTable, MadeFinding, QuestionFigure, Quote, Review, StrengthWord } from '../finding.ts'

type Db = Owned<'findings'>
type Salted = Finding & { salt: Buffer }

/** Findings with all their parts, in the order of the ids asked for. */
export async function listFindingsById(db: Db, ids: readonly string[]): Promise<Salted[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('findings as f')
    .leftJoin('finding_withdrawals as w', 'w.finding_id', 'f.id')
    .leftJoin('finding_publications as o', 'o.finding_id', 'f.id')
    .selectAll('f')
    .select((eb) => [
      'o.published_by',
      'o.published_at',
      'w.reason',
      'w.withdrawn_by',
      'w.withdrawn_at',
      partsOf<ThemeFigure>(
        eb.ref('f.id'),
        sql`finding_themes p`,
        sql`json_build_object('themeId', p.theme_id, 'comments', p.comments, 'responses', p.responses)`,
      ).as('themes'),
      partsOf<QuestionFigure>(
        eb.ref('f.id'),
        sql`finding_questions p`,
        sql`json_build_object('questionKey', p.question_key, 'answered', p.answered, 'counts', p.counts)`,
      ).as('questions'),
      partsOf<Quote>(
        eb.ref('f.id'),
        sql`finding_quotes p`,
        sql`json_build_object('id', p.id, 'contributionId', p.contribution_id, 'start', p.start_at, 'end', p.end_at, 'side', p.side)`,
      ).as('quotes'),
      partsOf<FrozenTable>(
        eb.ref('f.id'),
        sql`finding_numbers p`,
        sql`json_build_object('id', p.id, 'label', p.label, 'query', p.query, 'counted', p.counted)`,
      ).as('numbers'),
      partsOf<Omit<Review, 'reviewedAt'> & { reviewedAt: string }>(
        eb.ref('f.id'),
        sql`finding_reviews p`,
        sql`json_build_object('id', p.id, 'outcome', p.outcome, 'note', p.note, 'reviewedBy', p.reviewed_by, 'reviewedAt', p.reviewed_at)`,
      ).as('reviews'),
    ])
    .where('f.id', 'in', [...ids])
    .execute()
  const found = new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        title: row.title,
        claim: row.claim,
        contrary: row.contrary,
        surveyId: row.survey_id,
        sourceId: row.source_id,
        madeBy: row.made_by,
        madeAt: row.made_at,
        salt: row.salt,
        themes: row.themes,
        questions: row.questions,
        quotes: byId(row.quotes),
        strength: row.strength === null ? null : { word: row.strength as StrengthWord, reason: row.strength_reason },
        numbers: byId(row.numbers),
        insteadOf: row.instead_of,
        reviews: byId(row.reviews).map((review) => ({ ...review, reviewedAt: new Date(review.reviewedAt) })),
        publication: row.published_at && { publishedBy: row.published_by, publishedAt: row.published_at },
        withdrawal: row.withdrawn_at && { reason: row.reason!, withdrawnBy: row.withdrawn_by, withdrawnAt: row.withdrawn_at },
      },
    ]),
  )
  return ids.flatMap((id) => found.get(id) ?? [])
}

const byId = <Part extends { id: string }>(parts: readonly Part[]) => parts.toSorted((a, b) => (a.id < b.id ? -1 : 1))

const partsOf = <Part>(findingId: ReturnType<typeof sql.ref> | unknown, table: ReturnType<typeof sql>, part: ReturnType<typeof sql>) =>
  sql<Part[]>`(select coalesce(json_agg(${part}), '[]') from ${table} where p.finding_id = ${findingId})`

export async function findFinding(db: Db, id: string): Promise<Finding> {
  const [finding] = isId(id) ? await listFindingsById(db, [id]) : []
  if (!finding) throw new NotFound(`finding ${id}`)
  return finding
}

/** The ids of findings, latest first, from after one of them. */
export async function listFindingIds(
  db: Db,
  { after, limit, surveyId }: { after?: string | undefined; limit: number; surveyId?: string },
): Promise<string[]> {
  const rows = await db
    .selectFrom('findings')
    .select('id')
    .$if(after !== undefined && isId(after), (query) => query.where('id', '<', after!))
    .$if(surveyId !== undefined, (query) => query.where('survey_id', '=', surveyId!))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

type NewFinding = MadeFinding & Basis & { salt: Buffer }

export async function insertFinding(db: Db, commissionerId: string, finding: NewFinding) {
  const rest = { commissioner_id: commissionerId, finding_id: finding.id }
  await db
    .insertInto('findings')
    .values({
      commissioner_id: commissionerId,
      id: finding.id,
      title: finding.title,
      claim: finding.claim,
      contrary: finding.contrary,
      survey_id: finding.surveyId,
      source_id: finding.sourceId,
      made_by: finding.madeBy,
      made_at: finding.madeAt,
      salt: finding.salt,
      strength: finding.strength?.word ?? null,
      strength_reason: finding.strength?.reason ?? '',
      instead_of: finding.insteadOf,
    })
    .execute()
  for (const { themeId, comments, responses } of finding.themes)
    await db
      .insertInto('finding_themes')
      .values({ ...rest, theme_id: themeId, comments, responses })
      .execute()
  for (const { questionKey, answered, counts } of finding.questions)
    await db
      .insertInto('finding_questions')
      .values({ ...rest, question_key: questionKey, answered, counts: JSON.stringify(counts) })
      .execute()
  for (const { id, contributionId, start, end, side } of finding.quotes)
    await db
      .insertInto('finding_quotes')
      .values({ ...rest, id, contribution_id: contributionId, start_at: start, end_at: end, side })
      .execute()
  for (const { id, label, query, counted } of finding.numbers)
    await db
      .insertInto('finding_numbers')
      .values({ ...rest, id, label, query, counted: JSON.stringify(counted) })
      .execute()
}

export const insertWithdrawal = (
  db: Db,
  commissionerId: string,
  findingId: string,
  { reason, withdrawnBy, withdrawnAt }: Finding['withdrawal'] & object,
) =>
  db
    .insertInto('finding_withdrawals')
    .values({ commissioner_id: commissionerId, finding_id: findingId, reason, withdrawn_by: withdrawnBy, withdrawn_at: withdrawnAt })
    .execute()

export const insertReview = (db: Db, commissionerId: string, findingId: string, { id, outcome, note, reviewedBy, reviewedAt }: Review) =>
  db
    .insertInto('finding_reviews')
    .values({ commissioner_id: commissionerId, id, finding_id: findingId, outcome, note, reviewed_by: reviewedBy, reviewed_at: reviewedAt })
    .execute()

export const insertPublication = (
  db: Db,
  commissionerId: string,
  findingId: string,
  { publishedBy, publishedAt }: NonNullable<Finding['publication']>,
) =>
  db
    .insertInto('finding_publications')
    .values({ commissioner_id: commissionerId, finding_id: findingId, published_by: publishedBy, published_at: publishedAt })
    .execute()

/** Findings that were not withdrawn, latest first: to put to a decision. */
export const listStandingFindings = (db: Db, limit: number) =>
  db.selectFrom('current_findings').select(['id', 'title', 'claim', 'made_at as madeAt']).orderBy('id', 'desc').limit(limit).execute()
