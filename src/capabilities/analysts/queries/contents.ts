import { sql } from 'kysely'
import type { Question } from '#capabilities/surveys'
import { mergedQuestions } from '#capabilities/surveys'
import type { Db as Owned } from '#platform/db.ts'
import type { Package } from '../package.ts'

type Db = Owned<'analysts'>
type Whole = Pick<Package, 'surveyId' | 'sourceId'>

/** Every question people were asked, in every version that was released; of a source none. */
export async function listQuestions(db: Db, { surveyId }: Whole): Promise<Question[]> {
  if (surveyId === null) return []
  const versions = await db
    .selectFrom('released_survey_versions')
    .select('questions')
    .where('survey_id', '=', surveyId)
    .orderBy('number', 'desc')
    .execute()
  return [...mergedQuestions(versions.map(({ questions }) => ({ questions: questions as Question[] })))]
}

/** How much there is of a survey or source: responses that count, and comments that may be read. */
export async function countContents(db: Db, { surveyId, sourceId }: Whole): Promise<{ responses: number; comments: number }> {
  const [column, id] = surveyId === null ? [sql.ref('source_id'), sourceId] : [sql.ref('survey_id'), surveyId]
  const { rows } = await sql<{ responses: number; comments: number }>`
    select (select count(*) from counted_responses where ${column} = ${id}) as responses,
      (select count(*) from readable_contributions where ${column} = ${id} and words is not null) as comments`.execute(db)
  return rows[0]!
}

/** A question that was answered in words, by the key it goes by in the package. */
interface AskedInWords {
  key: string
  text: string
}

/** The questions of a package that have comments, in order of their keys; of a survey, in the order they are asked. */
export async function listAskedInWords(db: Db, packageId: string, order: readonly Question[]): Promise<AskedInWords[]> {
  const { rows } = await sql<AskedInWords>`
    select p.question as key, coalesce(min(c.question_text), '') as text
    from analysis_package_comments p join readable_contributions c on c.id = p.contribution_id
    where p.package_id = ${packageId} and c.words is not null group by p.question`.execute(db)
  const place = new Map(order.map(({ key }, at) => [key, at]))
  const placeOf = ({ key }: AskedInWords) => place.get(key) ?? place.size
  return rows.sort((one, other) => placeOf(one) - placeOf(other) || one.key.localeCompare(other.key, 'en', { numeric: true }))
}

/** A response as it is packed. */
export interface PackedResponse {
  number: number
  choices: Readonly<Record<string, readonly string[]>>
  words: Readonly<Record<string, string>>
}

const atOnce = 1000

/** The responses of a package that still count, with the words that may still be read, a page at a time in order of their numbers. */
export async function* readResponses(db: Db, packageId: string): AsyncGenerator<PackedResponse[]> {
  for (let after = 0; ; ) {
    const { rows } = await sql<PackedResponse>`
      with page as (
        select p.number, p.response_id from analysis_package_responses p join counted_responses r on r.id = p.response_id
        where p.package_id = ${packageId} and p.number > ${after} order by p.number limit ${sql.lit(atOnce)})
      select page.number,
        coalesce((select json_object_agg(a.question_key, a.choices) from counted_answers a where a.response_id = page.response_id), '{}') as choices,
        coalesce((select json_object_agg(k.question, c.words) from analysis_package_comments k
          join readable_contributions c on c.id = k.contribution_id
          where k.package_id = ${packageId} and k.number = page.number and c.words is not null), '{}') as words
      from page order by page.number`.execute(db)
    if (rows.length === 0) return
    yield rows
    after = rows.at(-1)!.number
  }
}

interface PublishedDocument {
  id: string
  title: string
  fileId: string
  name: string
}

/** The documents that everyone can read beside a survey; of one package, those chosen. */
export const listDocuments = (db: Db, { surveyId, packageId }: { surveyId: string; packageId?: string }): Promise<PublishedDocument[]> =>
  db
    .selectFrom('published_documents as d')
    .innerJoin('files as f', 'f.id', 'd.file_id')
    .select(['d.id', 'd.title', 'd.file_id as fileId', 'f.name'])
    .where('d.survey_id', '=', surveyId)
    .$if(packageId !== undefined, (query) =>
      query.where('d.id', 'in', (chosen) =>
        chosen.selectFrom('analysis_package_documents').select('document_id').where('package_id', '=', packageId!),
      ),
    )
    .orderBy('d.added_at')
    .execute()
