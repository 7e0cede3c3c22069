import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import type { Batch, Progress } from '../batch.ts'
import type { Comment } from '../coding.ts'

type Db = Owned<'codings'>
type Part = Pick<Batch, 'kind' | 'id'>

// Only words can be coded, and only those a coder may read.
const readable = (db: Db) =>
  db.selectFrom('readable_contributions as r').where('r.words', 'is not', null).where(sql<boolean>`'coder' = any(r.audiences)`)

const inBatch = (db: Db, { kind, id }: Part) => readable(db).where(kind === 'survey' ? 'r.survey_id' : 'r.source_id', '=', id)

// The same codings as in current_codings, without a second look at words that are asked for beside them. As a list that does
// not depend on the row, the database makes it once, not once a comment.
const codedIn = (frameId: string) => sql<boolean>`r.id in (
  select k.contribution_id from codings k
  join frame_themes t on (t.commissioner_id, t.id) = (k.commissioner_id, k.theme_id) and t.frame_id = ${frameId}
  join coders d on (d.commissioner_id, d.id) = (k.commissioner_id, k.coder_id) and d.kind <> 'machine'
  where not exists (select from coding_removals x where (x.commissioner_id, x.coding_id) = (k.commissioner_id, k.id)))`

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

/** How far coding with this frame has come, in comments. */
export const findProgress = (db: Db, part: Part, frameId: string): Promise<Progress> =>
  inBatch(db, part)
    .select([sql<number>`count(*)`.as('all'), sql<number>`count(*) filter (where ${codedIn(frameId)})`.as('coded')])
    .executeTakeFirstOrThrow()

/** The next comment without a coding, by key, after this one; from the beginning again when there is none. */
export async function findUncoded(db: Db, part: Part, frameId: string, after?: string): Promise<string | undefined> {
  const uncoded = inBatch(db, part)
    .select('r.id')
    .where((eb) => eb.not(codedIn(frameId)))
    .orderBy('r.id')
    .limit(1)
  const further = after !== undefined && isId(after) ? await uncoded.where('r.id', '>', after).executeTakeFirst() : undefined
  return (further ?? (await uncoded.executeTakeFirst()))?.id
}

export const findFirst = async (db: Db, part: Part): Promise<string | undefined> =>
  (await inBatch(db, part).select('r.id').orderBy('r.id').limit(1).executeTakeFirst())?.id

/** The comments before and after this one, coded or not. */
export async function findBeside(db: Db, part: Part, id: string): Promise<{ previous: string | null; next: string | null }> {
  const previous = await inBatch(db, part).select('r.id').where('r.id', '<', id).orderBy('r.id', 'desc').limit(1).executeTakeFirst()
  const next = await inBatch(db, part).select('r.id').where('r.id', '>', id).orderBy('r.id').limit(1).executeTakeFirst()
  return { previous: previous?.id ?? null, next: next?.id ?? null }
}

/** Comments coded under a theme, by key, after one of them: which, up to so many. */
export async function listCodedUnder(
  db: Db,
  themeId: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom('current_codings')
    .select('contribution_id')
    .distinct()
    .where('theme_id', '=', themeId)
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
