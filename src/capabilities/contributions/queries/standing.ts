import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'

type Db = Owned<'contributions'>

/** A response that was sent and not taken back. */
export async function findStanding(db: Db, responseId: string) {
  const row = isId(responseId)
    ? await db.selectFrom('standing_responses').selectAll().where('id', '=', responseId).executeTakeFirst()
    : undefined
  if (!row) throw new NotFound('response')
  return row
}

export const findSetAside = (db: Db, responseId: string) =>
  db.selectFrom('set_aside_responses').select(['id', 'reason', 'excluded_at']).where('response_id', '=', responseId).executeTakeFirst()

export interface GivenBefore {
  questionKey: string
  choices: readonly string[] | null
  words: string | null
}

/** What a standing response holds, by question: for whoever gave it, to change. Equality answers too; what is kept apart is not shown again. */
export async function listGiven(db: Db, responseId: string): Promise<GivenBefore[]> {
  await findStanding(db, responseId)
  const { rows } = await sql<GivenBefore>`
    select coalesce(t.question_key, c.question_key) as "questionKey", t.choices, c.words
    from (
      select question_key, choices from answers where response_id = ${responseId}
      union all select question_key, choices from equality_answers where response_id = ${responseId}) t
    full join (select question_key, words from contributions where response_id = ${responseId}) c on c.question_key = t.question_key`.execute(
    db,
  )
  return rows
}

/** False where somebody took it back in the same moment. */
export async function insertWithdrawal(
  db: Db,
  commissionerId: string,
  { responseId, replacedBy, at }: { responseId: string; replacedBy: string | null; at: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('response_withdrawals')
    .values({ commissioner_id: commissionerId, response_id: responseId, replaced_by: replacedBy, withdrawn_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function insertExclusion(
  db: Db,
  commissionerId: string,
  { id, responseId, reason, by, at }: { id: string; responseId: string; reason: string; by: string | null; at: Date },
) {
  await db
    .insertInto('response_exclusions')
    .values({ commissioner_id: commissionerId, id, response_id: responseId, reason, excluded_by: by, excluded_at: at })
    .execute()
}

export async function insertExclusionLift(
  db: Db,
  commissionerId: string,
  { exclusionId, reason, by, at }: { exclusionId: string; reason: string; by: string | null; at: Date },
) {
  await db
    .insertInto('response_exclusion_lifts')
    .values({ commissioner_id: commissionerId, exclusion_id: exclusionId, reason, lifted_by: by, lifted_at: at })
    .execute()
}
