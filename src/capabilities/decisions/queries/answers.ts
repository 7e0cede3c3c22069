import type { Db as Owned } from '#platform/db.ts'
import { isId } from '#platform/ids.ts'
import type { Answer, Outcome } from '../decision.ts'

type Db = Owned<'decisions'>

export async function isPut(db: Db, decisionId: string, findingId: string): Promise<boolean> {
  if (!isId(findingId)) return false
  return (
    (await db
      .selectFrom('put_findings')
      .select('finding_id')
      .where('decision_id', '=', decisionId)
      .where('finding_id', '=', findingId)
      .executeTakeFirst()) !== undefined
  )
}

/** Whether it was ever put to the decision, even if it was taken off again. */
export async function wasPut(db: Db, decisionId: string, findingId: string): Promise<boolean> {
  return (
    (await db
      .selectFrom('decision_findings')
      .select('finding_id')
      .where('decision_id', '=', decisionId)
      .where('finding_id', '=', findingId)
      .executeTakeFirst()) !== undefined
  )
}

/** The findings a decision must answer, in the order in which they were put to it. */
export async function listPutIds(db: Db, decisionId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('put_findings')
    .select('finding_id')
    .where('decision_id', '=', decisionId)
    .orderBy('put_at')
    .orderBy('finding_id')
    .execute()
  return rows.map((row) => row.finding_id)
}

const columns = [
  'id',
  'decision_id as decisionId',
  'finding_id as findingId',
  'outcome',
  'reason',
  'answered_by as answeredBy',
  'answered_at as answeredAt',
] as const

const withOutcome = <Row extends { outcome: string }>(row: Row) => ({ ...row, outcome: row.outcome as Outcome })

/** The answers that stand now, one to a finding. */
export async function listCurrentAnswers(db: Db, decisionId: string): Promise<Answer[]> {
  return (await db.selectFrom('current_finding_answers').select(columns).where('decision_id', '=', decisionId).execute()).map(withOutcome)
}

/** Every answer ever given to one finding, latest first. */
export async function listAnswersTo(db: Db, decisionId: string, findingId: string): Promise<Answer[]> {
  const rows = await db
    .selectFrom('finding_answers')
    .select(columns)
    .where('decision_id', '=', decisionId)
    .where('finding_id', '=', findingId)
    .orderBy('answered_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(withOutcome)
}

/** Answers in the order of their ids, with their salts: for the digests. */
export async function listAnswersFrom(db: Db, afterId: string, limit: number): Promise<(Answer & { salt: Buffer })[]> {
  const rows = await db
    .selectFrom('finding_answers')
    .select(columns)
    .select('salt')
    .$if(afterId !== '', (query) => query.where('id', '>', afterId))
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(withOutcome)
}

export const insertPutFinding = (
  db: Db,
  commissionerId: string,
  row: { decisionId: string; findingId: string; putBy: string | null; putAt: Date },
) =>
  db
    .insertInto('decision_findings')
    .values({
      commissioner_id: commissionerId,
      decision_id: row.decisionId,
      finding_id: row.findingId,
      put_by: row.putBy,
      put_at: row.putAt,
    })
    .execute()

export const insertRemoval = (
  db: Db,
  commissionerId: string,
  row: { decisionId: string; findingId: string; reason: string; removedBy: string | null; removedAt: Date },
) =>
  db
    .insertInto('decision_finding_removals')
    .values({
      commissioner_id: commissionerId,
      decision_id: row.decisionId,
      finding_id: row.findingId,
      reason: row.reason,
      removed_by: row.removedBy,
      removed_at: row.removedAt,
    })
    .execute()

export const insertAnswer = (db: Db, commissionerId: string, answer: Answer & { salt: Buffer }) =>
  db
    .insertInto('finding_answers')
    .values({
      commissioner_id: commissionerId,
      id: answer.id,
      decision_id: answer.decisionId,
      finding_id: answer.findingId,
      outcome: answer.outcome,
      reason: answer.reason,
      answered_by: answer.answeredBy,
      answered_at: answer.answeredAt,
      salt: answer.salt,
    })
    .execute()
