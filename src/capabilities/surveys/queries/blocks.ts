import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import type { Block } from '../block.ts'
import type { Question } from '../question.ts'

type Db = Owned<'surveys'>

const saved = (db: Db) => db.selectFrom('question_blocks as b').select(['b.id', 'b.name', 'b.questions'])
const blockOf = (row: { id: string; name: string; questions: unknown }): Block => ({
  id: row.id,
  title: row.name,
  questions: row.questions as Question[],
  isSaved: true,
})

/** The blocks that authors here saved and still offer, by name. */
export async function listSavedBlocks(db: Db): Promise<Block[]> {
  const rows = await saved(db)
    .leftJoin('question_block_retirements as r', 'r.block_id', 'b.id')
    .where('r.block_id', 'is', null)
    .orderBy('b.name')
    .orderBy('b.id')
    .execute()
  return rows.map(blockOf)
}

export async function findSavedBlock(db: Db, id: string): Promise<Block> {
  const row = isId(id) ? await saved(db).where('b.id', '=', id).executeTakeFirst() : undefined
  if (!row) throw new NotFound(`block ${id}`)
  return blockOf(row)
}

/** What saved blocks are called, those no longer offered too: a survey may still have them. */
export async function listBlockNames(db: Db): Promise<Map<string, string>> {
  const rows = await db.selectFrom('question_blocks').select(['id', 'name']).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

interface NewBlock {
  commissioner_id: string
  id: string
  name: string
  questions: readonly Question[]
  made_by: string | null
  made_at: Date
}

export async function insertBlock(db: Db, block: NewBlock) {
  await db
    .insertInto('question_blocks')
    .values({ ...block, questions: JSON.stringify(block.questions) })
    .execute()
}

export async function insertRetirement(
  db: Db,
  retirement: { commissioner_id: string; block_id: string; retired_by: string | null; retired_at: Date },
) {
  await db
    .insertInto('question_block_retirements')
    .values(retirement)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
