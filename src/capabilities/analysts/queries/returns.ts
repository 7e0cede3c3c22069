import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import type { Return } from '../package.ts'
import type { CheckedReturn } from '../returned-line.ts'

type Db = Owned<'analysts'>

/** What came back of a package, latest first. */
export async function listReturns(db: Db, packageId: string): Promise<Return[]> {
  const { rows } = await sql<Return>`
    select r.id, r.returned_at as "returnedAt", r.report_file_id as "reportFileId", a.accepted_at as "acceptedAt",
      (select count(distinct contribution_id) from returned_codings c where c.return_id = r.id) as comments,
      (select count(*) from returned_codings c where c.return_id = r.id and (c.theme_id is not null or c.new_theme is not null)) as codings,
      (select count(*) from returned_sentiments s where s.return_id = r.id) as sentiments,
      array(select distinct new_theme from returned_codings c where c.return_id = r.id and new_theme is not null order by 1) as "newThemes"
    from analysis_returns r left join analysis_return_acceptances a on a.return_id = r.id
    where r.package_id = ${packageId} order by r.id desc`.execute(db)
  return rows
}

/** The comments of a package that may still be read, by number and question: '7 why'. */
export async function listComments(db: Db, packageId: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ key: string; id: string }>`
    select k.number || ' ' || k.question as key, k.contribution_id as id
    from analysis_package_comments k join readable_contributions c on c.id = k.contribution_id
    where k.package_id = ${packageId} and c.words is not null`.execute(db)
  return new Map(rows.map(({ key, id }) => [key, id]))
}

/** The numbers of a package. */
export async function listNumbers(db: Db, packageId: string): Promise<Set<number>> {
  const rows = await db.selectFrom('analysis_package_responses').select('number').where('package_id', '=', packageId).execute()
  return new Set(rows.map(({ number }) => number))
}

/** How many code points the words of these comments have. */
export async function lengthsOf(db: Db, ids: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; length: number }>`
    select id, char_length(words) as length from readable_contributions where id = any(${[...new Set(ids)]}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, length }) => [id, length]))
}

interface Made {
  id: string
  packageId: string
  sha256: Buffer
  reportFileId: string | null
  returnedBy: string
  at: Date
}

/** Two statements for any number of lines. */
export async function insertReturn(db: Db, commissionerId: string, made: Made, { codings, sentiments }: CheckedReturn) {
  await db
    .insertInto('analysis_returns')
    .values({
      commissioner_id: commissionerId,
      id: made.id,
      package_id: made.packageId,
      file_sha256: made.sha256,
      report_file_id: made.reportFileId,
      returned_by: made.returnedBy,
      returned_at: made.at,
    })
    .execute()
  await sql`
    insert into returned_codings (commissioner_id, return_id, line, contribution_id, theme_id, new_theme, start_at, end_at)
    select ${commissionerId}::uuid, ${made.id}::uuid, line, contribution, theme, fresh, start_at, end_at from unnest(
      ${codings.map((one) => one.contributionId)}::uuid[], ${codings.map((one) => one.themeId)}::uuid[],
      ${codings.map((one) => one.newTheme)}::text[], ${codings.map((one) => one.start)}::integer[], ${codings.map((one) => one.end)}::integer[]
    ) with ordinality as c (contribution, theme, fresh, start_at, end_at, line)`.execute(db)
  await sql`
    insert into returned_sentiments (commissioner_id, return_id, contribution_id, value)
    select ${commissionerId}::uuid, ${made.id}::uuid, contribution, value from unnest(
      ${sentiments.map((one) => one.contributionId)}::uuid[], ${sentiments.map((one) => one.value)}::integer[]) as s (contribution, value)`.execute(
    db,
  )
}

/** Everything of a return about comments that may still be read. */
export async function readReturn(db: Db, returnId: string): Promise<Pick<CheckedReturn, 'codings' | 'sentiments'>> {
  const codings = await db
    .selectFrom('returned_codings as k')
    .innerJoin('readable_contributions as c', 'c.id', 'k.contribution_id')
    .select([
      'k.contribution_id as contributionId',
      'k.theme_id as themeId',
      'k.new_theme as newTheme',
      'k.start_at as start',
      'k.end_at as end',
    ])
    .where('k.return_id', '=', returnId)
    .orderBy('k.line')
    .execute()
  const sentiments = await db
    .selectFrom('returned_sentiments as k')
    .innerJoin('readable_contributions as c', 'c.id', 'k.contribution_id')
    .select(['k.contribution_id as contributionId', 'k.value'])
    .where('k.return_id', '=', returnId)
    .execute()
  return { codings, sentiments: sentiments as CheckedReturn['sentiments'] }
}

/** Whoever accepts a package's return holds the package until the end. */
export const lockPackage = (db: Db, packageId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`package ${packageId}`}, 0))`.execute(db)

export async function insertAcceptance(
  db: Db,
  commissionerId: string,
  { packageId, returnId, by, at }: { packageId: string; returnId: string; by: string | null; at: Date },
) {
  await db
    .insertInto('analysis_return_acceptances')
    .values({ commissioner_id: commissionerId, package_id: packageId, return_id: returnId, accepted_by: by, accepted_at: at })
    .execute()
}
