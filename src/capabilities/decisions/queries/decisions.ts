import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import type { Decision } from '../decision.ts'

type Db = Owned<'decisions'>

const decisions = (db: Db) =>
  db
    .selectFrom('decisions as d')
    .leftJoin('decision_publications as p', 'p.decision_id', 'd.id')
    .select([
      'd.id',
      'd.slug',
      'd.title',
      'd.question',
      'd.decided_by as decidedBy',
      'd.decided_on as decidedOn',
      'd.drafted_at as draftedAt',
      'p.published_at as publishedAt',
    ])

export async function findDecision(db: Db, id: string): Promise<Decision> {
  const decision = isId(id) ? await decisions(db).where('d.id', '=', id).executeTakeFirst() : undefined
  if (!decision) throw new NotFound(`decision ${id}`)
  return decision
}

/** As `findDecision`, and nobody else changes or publishes it until this transaction ends. */
export async function findDecisionToChange(db: Db, id: string): Promise<Decision> {
  if (isId(id)) await db.selectFrom('decisions').select('id').where('id', '=', id).forUpdate().execute()
  return findDecision(db, id)
}

export async function findPublishedDecision(db: Db, slug: string): Promise<Decision & { publishedAt: Date }> {
  const decision = await decisions(db).where('d.slug', '=', slug).executeTakeFirst()
  if (!decision?.publishedAt) throw new NotFound(`decision ${slug}`)
  return { ...decision, publishedAt: decision.publishedAt }
}

/** Decisions, latest first, from after one of them. */
export const listDecisions = (db: Db, { after, limit }: { after?: string | undefined; limit: number }): Promise<Decision[]> =>
  decisions(db)
    .$if(after !== undefined && isId(after), (query) => query.where('d.id', '<', after!))
    .orderBy('d.id', 'desc')
    .limit(limit)
    .execute()

export const listDecisionsById = (db: Db, ids: readonly string[]): Promise<Decision[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : decisions(db)
        .where('d.id', 'in', [...ids])
        .execute()

/** Published decisions, latest published first, from after one of them. */
export const listPublished = (db: Db, { after, limit }: { after?: string | undefined; limit: number }): Promise<Decision[]> =>
  decisions(db)
    .where('p.published_at', 'is not', null)
    .$if(after !== undefined && isId(after), (query) =>
      query.where(
        sql<boolean>`(p.published_at, d.id) < (select k.published_at, k.decision_id from decision_publications k where k.decision_id = ${after})`,
      ),
    )
    .orderBy('p.published_at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(limit)
    .execute()

/** Decisions that were asked to answer a finding from any of these surveys, latest first. */
export async function listDecisionsOfSurveys(db: Db, surveyIds: readonly string[]): Promise<Decision[]> {
  if (surveyIds.length === 0) return []
  return decisions(db)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('put_findings as f')
          .innerJoin('current_findings as k', 'k.id', 'f.finding_id')
          .select('f.finding_id')
          .whereRef('f.decision_id', '=', 'd.id')
          .where('k.survey_id', 'in', [...surveyIds]),
      ),
    )
    .orderBy('d.id', 'desc')
    .execute()
}

export const isSlugTaken = async (db: Db, slug: string, besidesId: string | null) =>
  (await db
    .selectFrom('decisions')
    .select('id')
    .where('slug', '=', slug)
    .$if(besidesId !== null, (query) => query.where('id', '<>', besidesId!))
    .executeTakeFirst()) !== undefined

type Wording = Pick<Decision, 'slug' | 'title' | 'question' | 'decidedBy' | 'decidedOn'>

const columns = ({ slug, title, question, decidedBy, decidedOn }: Wording) => ({
  slug,
  title,
  question,
  decided_by: decidedBy,
  decided_on: decidedOn,
})

export const insertDecision = (
  db: Db,
  commissionerId: string,
  decision: Wording & { id: string; draftedBy: string | null; draftedAt: Date },
) =>
  db
    .insertInto('decisions')
    .values({
      ...columns(decision),
      commissioner_id: commissionerId,
      id: decision.id,
      drafted_by: decision.draftedBy,
      drafted_at: decision.draftedAt,
    })
    .execute()

export const updateWording = (db: Db, id: string, wording: Wording) =>
  db.updateTable('decisions').set(columns(wording)).where('id', '=', id).execute()

export const insertPublication = (
  db: Db,
  commissionerId: string,
  decisionId: string,
  by: { publishedBy: string | null; publishedAt: Date },
) =>
  db
    .insertInto('decision_publications')
    .values({ commissioner_id: commissionerId, decision_id: decisionId, published_by: by.publishedBy, published_at: by.publishedAt })
    .execute()
