import type { Db as Owned } from '#platform/db.ts'
import type { Statement } from '#platform/events.ts'
import type { AnswerRow, ContributionRow, ResponseRow } from '../contribution.ts'

type Db = Owned<'contributions'>

export interface Received {
  response: ResponseRow
  contributions: readonly ContributionRow[]
  answers: readonly AnswerRow[]
  codeHash: Buffer
}

/**
 * Everything one person sent, as the beginning of a statement that its event ends: the database is asked once for all of it.
 * A foreign key is looked at when a statement ends, so the order of its parts does not matter.
 */
export function responseRows(db: Db, commissionerId: string, { response, contributions, answers, codeHash }: Received): Statement {
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
  return statement as unknown as Statement
}

/** The response a receipt stands for, by the hash of its code; undefined when there is none. */
export const findByCodeHash = (db: Db, codeHash: Buffer) =>
  db.selectFrom('receipts').select('response_id').where('code_hash', '=', codeHash).executeTakeFirst()
