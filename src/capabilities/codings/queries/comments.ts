import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import type { Batch } from '../batch.ts'
import type { Comment } from '../coding.ts'
import { seenBy } from './blind.ts'

type Db = Owned<'codings'>
type Part = Pick<Batch, 'kind' | 'id'>

// Only words can be coded, and only those a coder may read.
const readable = (db: Db) =>
  db.selectFrom('readable_contributions as r').where('r.words', 'is not', null).where(sql<boolean>`'coder' = any(r.audiences)`)

/** The comments of a batch that a coder may read. */
export const inBatch = (db: Db, { kind, id }: Part) => readable(db).where(kind === 'survey' ? 'r.survey_id' : 'r.source_id', '=', id)

/**
 * The same without asking who else may read each: for going along a batch by key. Coders read all that this view has, and whoever opens a comment is
 * asked again.
 */
export const alongBatch = (db: Db, { kind, id }: Part) =>
  db
    .selectFrom('readable_contributions as r')
    .where('r.words', 'is not', null)
    .where(kind === 'survey' ? 'r.survey_id' : 'r.source_id', '=', id)

/**
 * The same of one comment, whose id stands in a column. Asked as a value and not as a join: the database looks up this one, and cannot decide to
 * read the batch instead.
 */
export const isReadableIn = ({ kind, id }: Part, column: string) => sql<boolean>`(
  select true from readable_contributions r where r.id = ${sql.ref(column)} and ${sql.ref(kind === 'survey' ? 'r.survey_id' : 'r.source_id')} = ${id}
    and r.words is not null and 'coder' = any(r.audiences) limit 1)`

const columns = ['r.id', 'r.words', 'r.question_text as questionText', 'r.said_on as saidOn', 'r.place'] as const
const asComment = ({ words, ...row }: Omit<Comment, 'words'> & { words: string | null }): Comment => ({ ...row, words: words ?? '' })

export async function findComment(db: Db, part: Part, id: string): Promise<Comment> {
  const row = isId(id) ? await inBatch(db, part).where('r.id', '=', id).select(columns).executeTakeFirst() : undefined
  if (!row) throw new NotFound()
  return asComment(row)
}

/** A comment wherever it came from. */
export async function findReadableComment(db: Db, id: string): Promise<Comment> {
  const row = isId(id) ? await readable(db).where('r.id', '=', id).select(columns).executeTakeFirst() : undefined
  if (!row) throw new NotFound()
  return asComment(row)
}

export const findFirst = async (db: Db, part: Part): Promise<string | undefined> =>
  (await alongBatch(db, part).select('r.id').orderBy('r.id').limit(1).executeTakeFirst())?.id

/** The comments before and after this one, coded or not. */
export async function findBeside(db: Db, part: Part, id: string): Promise<{ previous: string | null; next: string | null }> {
  const previous = await alongBatch(db, part).select('r.id').where('r.id', '<', id).orderBy('r.id', 'desc').limit(1).executeTakeFirst()
  const next = await alongBatch(db, part).select('r.id').where('r.id', '>', id).orderBy('r.id').limit(1).executeTakeFirst()
  return { previous: previous?.id ?? null, next: next?.id ?? null }
}

/** Comments coded under a theme that the reader may see there, by key, after one of them: which, up to so many. */
export async function listCodedUnder(
  db: Db,
  themeId: string,
  { reader, after, limit }: { reader: string | null; after?: string | undefined; limit: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom('current_codings')
    .select('contribution_id')
    .distinct()
    .where('theme_id', '=', themeId)
    .where(seenBy(reader, 'current_codings.id'))
    .$if(after !== undefined && isId(after), (query) => query.where('contribution_id', '>', after!))
    .orderBy('contribution_id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.contribution_id)
}

/** These comments, as far as they have words that may be read. */
export async function listComments(db: Db, ids: readonly string[]): Promise<Comment[]> {
  const rows = await readable(db).where(sql<boolean>`r.id = any(${ids}::uuid[])`).select(columns).orderBy('r.id').execute()
  return rows.map(asComment)
}
