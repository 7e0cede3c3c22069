import type { Db as Owned } from '#platform/db.ts'
import type { MarkKind } from '../mark.ts'

type Db = Owned<'codings'>

/** The marks that stand on a comment: one of a kind at most. */
export async function listMarks(db: Db, contributionId: string): Promise<{ id: string; kind: MarkKind }[]> {
  const rows = await db
    .selectFrom('marked_comments')
    .select(['id', 'kind'])
    .where('contribution_id', '=', contributionId)
    .orderBy('id')
    .execute()
  return rows as { id: string; kind: MarkKind }[]
}

interface MarkRow {
  commissioner_id: string
  id: string
  contribution_id: string
  kind: MarkKind
  marked_by: string | null
  marked_at: Date
}

export const insertMark = (db: Db, row: MarkRow) => db.insertInto('comment_marks').values(row).execute()

export const insertMarkRemoval = (db: Db, row: { commissioner_id: string; mark_id: string; removed_by: string | null; removed_at: Date }) =>
  db
    .insertInto('comment_mark_removals')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()

/** What kind of mark this was, standing or not. */
export const findMarkKind = async (db: Db, id: string) =>
  (await db.selectFrom('comment_marks').select('kind').where('id', '=', id).executeTakeFirstOrThrow()).kind as MarkKind
