import { randomBytes } from 'node:crypto'
import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import type { Line } from '../text-message.ts'

type Db = Owned<'entries'>

const openLines = (db: Db) =>
  db
    .selectFrom('text_lines as l')
    .where((is) => is.not(is.exists(is.selectFrom('text_line_ends as x').select('x.line_id').whereRef('x.line_id', '=', 'l.id'))))
    .select(['l.id', 'l.number', 'l.keyword', 'l.survey_id as surveyId', 'l.question_key as questionKey'])

/** Where messages go now, by number, then keyword. */
export const listLines = (db: Db): Promise<Line[]> => openLines(db).orderBy('l.number').orderBy('l.keyword').limit(200).execute()

export async function findLine(db: Db, id: string): Promise<Line> {
  const row = isId(id) ? await openLines(db).where('l.id', '=', id).executeTakeFirst() : undefined
  if (!row) throw new NotFound('line')
  return row
}

export async function insertLine(db: Db, commissionerId: string, { by, at, ...line }: Line & { by: string | null; at: Date }) {
  const { id, number, keyword, surveyId, questionKey } = line
  const row = { id, number, keyword, survey_id: surveyId, question_key: questionKey }
  await db
    .insertInto('text_lines')
    .values({ ...row, commissioner_id: commissionerId, opened_by: by, opened_at: at })
    .execute()
}

export async function insertLineEnd(db: Db, commissionerId: string, { lineId, by, at }: { lineId: string; by: string | null; at: Date }) {
  await db.insertInto('text_line_ends').values({ commissioner_id: commissionerId, line_id: lineId, ended_by: by, ended_at: at }).execute()
}

/** The secret that counts, as its hash, and when it was made; null before there is one. */
export async function findSecret(db: Db): Promise<{ hash: Buffer; madeAt: Date } | null> {
  const row = await db.selectFrom('text_secrets').select(['secret_hash', 'made_at']).orderBy('id', 'desc').limit(1).executeTakeFirst()
  return row ? { hash: row.secret_hash, madeAt: row.made_at } : null
}

export async function insertSecret(
  db: Db,
  commissionerId: string,
  { id, hash, by, at }: { id: string; hash: Buffer; by: string | null; at: Date },
) {
  await db.insertInto('text_secrets').values({ commissioner_id: commissionerId, id, secret_hash: hash, made_by: by, made_at: at }).execute()
}

/** The key by which the telephones of one survey are told apart, made now where there is none. */
export async function keyOf(db: Db, commissionerId: string, surveyId: string): Promise<Buffer> {
  await db
    .insertInto('text_keys')
    .values({ commissioner_id: commissionerId, survey_id: surveyId, key: randomBytes(32) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return (await db.selectFrom('text_keys').select('key').where('survey_id', '=', surveyId).executeTakeFirstOrThrow()).key
}

/** True the first time this telephone sends something for this survey. */
export async function insertSender(db: Db, commissionerId: string, surveyId: string, senderHash: Buffer): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('text_senders')
    .values({ commissioner_id: commissionerId, survey_id: surveyId, sender_hash: senderHash })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function insertRepeat(db: Db, commissionerId: string, responseId: string) {
  await db.insertInto('repeated_texts').values({ commissioner_id: commissionerId, response_id: responseId }).execute()
}

/** Surveys of which we could still tell telephones apart. */
export const listKeyed = async (db: Db): Promise<string[]> =>
  (await db.selectFrom('text_keys').select('survey_id').execute()).map(({ survey_id }) => survey_id)

/** From now on nobody can tell which telephone sent anything for this survey. */
export async function forgetSenders(db: Db, surveyId: string) {
  await db.deleteFrom('text_senders').where('survey_id', '=', surveyId).execute()
  await db.deleteFrom('text_keys').where('survey_id', '=', surveyId).execute()
}

export type Refusal = 'no line' | 'not open' | 'no words'

export async function insertRefusal(db: Db, commissionerId: string, { id, reason, at }: { id: string; reason: Refusal; at: Date }) {
  await db.insertInto('refused_texts').values({ commissioner_id: commissionerId, id, reason, refused_at: at }).execute()
}

/** Messages that could not be taken since a moment, by the reason. */
export async function countRefusals(db: Db, since: Date): Promise<{ reason: Refusal; count: number }[]> {
  const rows = await db
    .selectFrom('refused_texts')
    .select(['reason', ({ fn }) => fn.countAll<number>().as('count')])
    .where('refused_at', '>=', since)
    .groupBy('reason')
    .orderBy('reason')
    .execute()
  return rows.map(({ reason, count }) => ({ reason: reason as Refusal, count }))
}
