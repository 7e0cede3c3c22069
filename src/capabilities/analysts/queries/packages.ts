import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import type { Package } from '../package.ts'

type Db = Owned<'analysts'>

type Fresh = Omit<Package, 'closure' | 'responses'> & { commissionerId: string; madeBy: string | null }

export async function insertPackage(db: Db, { commissionerId, madeAt, madeBy, ...kept }: Fresh, documents: readonly string[]) {
  await db
    .insertInto('analysis_packages')
    .values({
      commissioner_id: commissionerId,
      id: kept.id,
      survey_id: kept.surveyId,
      source_id: kept.sourceId,
      frame_id: kept.frameId,
      analyst_id: kept.analystId,
      title: kept.title,
      purpose: kept.purpose,
      agreement: kept.agreement,
      starts_on: kept.startsOn,
      ends_on: kept.endsOn,
      made_by: madeBy,
      made_at: madeAt,
    })
    .execute()
  for (const id of documents)
    await db
      .insertInto('analysis_package_documents')
      .values({ commissioner_id: commissionerId, package_id: kept.id, document_id: id })
      .execute()
}

/** Number every response that counts, in an order that says nothing, and fix which comment each number and question stand for. */
export async function numberResponses(
  db: Db,
  commissionerId: string,
  { id, surveyId, sourceId }: Pick<Package, 'id' | 'surveyId' | 'sourceId'>,
) {
  const [whole, what] = surveyId === null ? [sql.ref('source_id'), sourceId] : [sql.ref('survey_id'), surveyId]
  // gen_random_uuid is drawn from a source that nobody can guess, unlike random().
  await sql`
    insert into analysis_package_responses (commissioner_id, package_id, number, response_id)
    select ${commissionerId}::uuid, ${id}::uuid, row_number() over (order by shuffled), id
    from (select id, gen_random_uuid() as shuffled from counted_responses where ${whole} = ${what}) r`.execute(db)
  // What a file brought has no keys: each wording of a question is one, and a second comment to it in one response another.
  await sql`
    with said as (
      select p.number, c.id, c.question_key, coalesce(c.question_text, '') as asked,
        row_number() over (partition by c.response_id, c.question_key, c.question_text order by c.id) as turn
      from readable_contributions c join analysis_package_responses p on p.package_id = ${id} and p.response_id = c.response_id
      where c.words is not null),
    keyed as (
      select number, id, coalesce(question_key || case when turn = 1 then '' else '-' || turn end,
        'words-' || dense_rank() over (order by asked, turn)) as question from said)
    insert into analysis_package_comments (commissioner_id, package_id, number, question, contribution_id)
    select ${commissionerId}::uuid, ${id}::uuid, number, question, id from keyed`.execute(db)
}

const packages = (db: Db) =>
  db
    .selectFrom('analysis_packages as p')
    .leftJoin('analysis_package_closures as x', 'x.package_id', 'p.id')
    .select([
      'p.id',
      'p.title',
      'p.purpose',
      'p.agreement',
      'p.analyst_id as analystId',
      'p.survey_id as surveyId',
      'p.source_id as sourceId',
      'p.frame_id as frameId',
      'p.starts_on as startsOn',
      'p.ends_on as endsOn',
      'p.made_at as madeAt',
      'x.reason as closedBecause',
      'x.closed_at as closedAt',
      sql<number>`(select count(*) from analysis_package_responses r where r.package_id = p.id)`.as('responses'),
    ])

type Row = Awaited<ReturnType<ReturnType<typeof packages>['executeTakeFirstOrThrow']>>

const packageOf = ({ closedBecause, closedAt, ...row }: Row): Package => ({
  ...row,
  closure: closedBecause !== null && closedAt ? { reason: closedBecause, at: closedAt } : null,
})

/** The latest packages, of one analyst where one is named. */
export async function listPackages(db: Db, analystId?: string): Promise<Package[]> {
  const rows = await packages(db)
    .$if(analystId !== undefined, (query) => query.where('p.analyst_id', '=', analystId!))
    .orderBy('p.id', 'desc')
    .limit(200)
    .execute()
  return rows.map(packageOf)
}

/** One package; where an analyst is named, not found unless it was made for them. */
export async function findPackage(db: Db, id: string, analystId?: string): Promise<Package> {
  const row = isId(id) ? await packages(db).where('p.id', '=', id).executeTakeFirst() : undefined
  if (!row || (analystId !== undefined && row.analystId !== analystId)) throw new NotFound(`package ${id}`)
  return packageOf(row)
}

export async function insertClosure(db: Db, commissionerId: string, closure: { id: string; reason: string; by: string | null; at: Date }) {
  const { id, reason, by, at } = closure
  await db
    .insertInto('analysis_package_closures')
    .values({ commissioner_id: commissionerId, package_id: id, reason, closed_by: by, closed_at: at })
    .execute()
}

/** Everyone on the staff who is an independent analyst. */
export const listAnalysts = (db: Db) =>
  db
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('ended', '=', false)
    .where(sql<boolean>`'independent analyst' = any(roles)`)
    .orderBy('name')
    .execute()
