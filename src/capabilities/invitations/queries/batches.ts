import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { hashOf, isId } from '#platform/ids.ts'
import type { Batch } from '../batch.ts'
import { plainSecret } from '../code.ts'

type Db = Owned<'invitations'>

interface Row extends Omit<Batch, 'withdrawal'> {
  reason: string | null
  withdrawnAt: Date | null
}

const batchOf = ({ reason, withdrawnAt, ...batch }: Row): Batch => ({
  ...batch,
  withdrawal: withdrawnAt && { reason: reason ?? '', at: withdrawnAt },
})

const batches = (surveyId: string, id: string | undefined, before: string | undefined, limit: number) => sql<Row>`
  select b.id, b.survey_id as "surveyId", b.name, b.way, b.made_at as "madeAt",
    case b.way when 'codes' then (select count(*) from invitations i where (i.commissioner_id, i.batch_id) = (b.commissioner_id, b.id))
      else (select count(*) from invitation_letters l where (l.commissioner_id, l.batch_id) = (b.commissioner_id, b.id)) end as made,
    (select count(*) from invitations i join invitation_spendings s on (s.commissioner_id, s.invitation_id) = (i.commissioner_id, i.id)
      where (i.commissioner_id, i.batch_id) = (b.commissioner_id, b.id)) as used,
    w.reason, w.withdrawn_at as "withdrawnAt"
  from invitation_batches b left join invitation_withdrawals w on (w.commissioner_id, w.batch_id) = (b.commissioner_id, b.id)
  where b.survey_id = ${surveyId} and ${id ? sql`b.id = ${id}` : before ? sql`b.id < ${before}` : sql`true`}
  order by b.id desc limit ${limit}`

/** A page of them, the newest first, from before one of them. */
export const listBatches = async (
  db: Db,
  surveyId: string,
  { before, limit }: { before: string | undefined; limit: number },
): Promise<Batch[]> => (await batches(surveyId, undefined, before, limit).execute(db)).rows.map(batchOf)

export async function findBatch(db: Db, surveyId: string, id: string): Promise<Batch> {
  const row = isId(id) ? (await batches(surveyId, id, undefined, 1).execute(db)).rows[0] : undefined
  if (!row) throw new NotFound('batch')
  return batchOf(row)
}

export async function isNameTaken(db: Db, surveyId: string, name: string): Promise<boolean> {
  const row = await db
    .selectFrom('invitation_batches')
    .select('id')
    .where('survey_id', '=', surveyId)
    .where(sql<string>`lower(name)`, '=', name.toLowerCase())
    .executeTakeFirst()
  return row !== undefined
}

interface NewBatch extends Pick<Batch, 'id' | 'surveyId' | 'name' | 'way'> {
  commissionerId: string
  by: string | null
  at: Date
}

export async function insertBatch(db: Db, { commissionerId, id, surveyId, name, way, by, at }: NewBatch) {
  await db
    .insertInto('invitation_batches')
    .values({ commissioner_id: commissionerId, id, survey_id: surveyId, name, way, made_by: by, made_at: at })
    .execute()
}

export async function insertWithdrawal(
  db: Db,
  commissionerId: string,
  { batchId, reason, by, at }: { batchId: string; reason: string; by: string | null; at: Date },
) {
  await db
    .insertInto('invitation_withdrawals')
    .values({ commissioner_id: commissionerId, batch_id: batchId, reason, withdrawn_by: by, withdrawn_at: at })
    .execute()
}

/** Those of these codes that are of this batch, in the order given. */
export async function codesIn(db: Db, batchId: string, codes: readonly string[]): Promise<string[]> {
  const hashes = codes.map((code) => hashOf(plainSecret(code)).toString('hex'))
  const { rows } = await sql<{ hash: string }>`
    select encode(secret_hash, 'hex') as hash from invitations where batch_id = ${batchId} and encode(secret_hash, 'hex') = any(${hashes}::text[])`.execute(
    db,
  )
  const known = new Set(rows.map(({ hash }) => hash))
  return codes.filter((_, at) => known.has(hashes[at]!))
}
