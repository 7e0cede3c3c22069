import type { Db as Owned } from '#platform/db.ts'
import type { Statement } from '#platform/events.ts'
import type { AnswerRow, ContributionRow, ResponseRow } from '../contribution.ts'

type Db = Owned<'contributions'>

export interface Received {
  response: ResponseRow
  contributions: readonly ContributionRow[]
  answers: readonly AnswerRow[]
  /** What was said for equality monitoring. */
  equality: readonly AnswerRow[]
  /** What is kept apart: by question, the value as given. */
  apart: readonly { question_key: string; value: string }[]
  /** Files that came with answers, by question. */
  files: readonly { question_key: string; file_id: string }[]
  /** Contributions kept from every reader until someone on duty has seen them, with the reason. */
  holds: readonly { contribution_id: string; reason: string; held_at: Date }[]
  codeHash: Buffer
}

/**
 * Everything one person sent, as the beginning of a statement that its event ends: the database is asked once for all of it.
 * A foreign key is looked at when a statement ends, so the order of its parts does not matter.
 */
export function responseRows(
  db: Db,
  commissionerId: string,
  { response, contributions, answers, equality, apart, files, holds, codeHash }: Received,
): Statement {
  const owned = { commissioner_id: commissionerId }
  const said = { ...owned, response_id: response.id }
  let statement = db
    .with('spoken', (cte) => cte.insertInto('responses').values({ ...owned, ...response }))
    .with('receipt', (cte) => cte.insertInto('receipts').values({ ...said, code_hash: codeHash }))
  if (contributions.length > 0)
    statement = statement.with('uttered', (cte) =>
      cte.insertInto('contributions').values(contributions.map((row) => ({ ...owned, ...row }))),
    )
  if (answers.length > 0)
    statement = statement.with('ticked', (cte) =>
      cte.insertInto('answers').values(answers.map(({ question_key, choices }) => ({ ...said, question_key, choices: [...choices] }))),
    )
  if (equality.length > 0)
    statement = statement.with('told_of_themselves', (cte) =>
      cte
        .insertInto('equality_answers')
        .values(equality.map(({ question_key, choices }) => ({ ...said, question_key, choices: [...choices] }))),
    )
  if (apart.length > 0)
    statement = statement.with('kept_apart', (cte) => cte.insertInto('apart_answers').values(apart.map((row) => ({ ...said, ...row }))))
  if (files.length > 0)
    statement = statement.with('came_with_it', (cte) => cte.insertInto('response_files').values(files.map((row) => ({ ...said, ...row }))))
  if (holds.length > 0)
    statement = statement.with('held', (cte) => cte.insertInto('holds').values(holds.map((row) => ({ ...owned, ...row }))))
  return statement as unknown as Statement
}

/** False where this key was there before: what it came with has been received already. */
export async function insertSendingKey(db: Db, commissionerId: string, keyHash: Buffer): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('sending_keys')
    .values({ commissioner_id: commissionerId, key_hash: keyHash })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** The response a receipt stands for, by the hash of its code; undefined when there is none. */
export const findByCodeHash = (db: Db, codeHash: Buffer) =>
  db.selectFrom('receipts').select('response_id').where('code_hash', '=', codeHash).executeTakeFirst()
