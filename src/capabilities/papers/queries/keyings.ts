import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Keyed } from '../error-rate.ts'
import type { Keying, Settlement } from '../paper-form.ts'

type Db = Owned<'papers'>

/** What double keying found over all forms of a consultation. */
export async function countKeyed(db: Db, consultationId: string): Promise<Keyed> {
  const row = await db
    .selectFrom('form_settlements as s')
    .innerJoin('paper_forms as f', 'f.id', 's.form_id')
    .select((eb) => [
      eb.fn.countAll<number>().as('forms'),
      eb.fn.countAll<number>().filterWhere('s.reason', 'is not', null).as('single'),
      eb.fn.coalesce(eb.fn.sum<number>('s.compared'), sql<number>`0`).as('compared'),
      eb.fn.coalesce(eb.fn.sum<number>('s.differed'), sql<number>`0`).as('differed'),
    ])
    .where('f.consultation_id', '=', consultationId)
    .executeTakeFirstOrThrow()
  return { forms: row.forms, single: row.single, compared: Number(row.compared), differed: Number(row.differed) }
}

/** How many forms this person typed on a day in London. */
export async function countKeyedBy(db: Db, consultationId: string, membershipId: string | null, on: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from keyings k join paper_forms f on f.id = k.form_id
    where f.consultation_id = ${consultationId} and k.keyed_by = ${membershipId} and (k.keyed_at at time zone 'Europe/London')::date = ${on}::date`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}

export async function insertKeying(db: Db, commissionerId: string, formId: string, { turn, receivedOn, typed, keyedBy, keyedAt }: Keying) {
  await db
    .insertInto('keyings')
    .values({
      commissioner_id: commissionerId,
      id: newId(),
      form_id: formId,
      turn,
      received_on: receivedOn,
      typed: JSON.stringify(typed),
      keyed_by: keyedBy,
      keyed_at: keyedAt,
    })
    .execute()
}

/** Settle a form: what was typed twice is one response now, and is not kept a second and a third time. */
export async function insertSettlement(
  db: Db,
  commissionerId: string,
  formId: string,
  settlement: Settlement & { differingKeys: readonly string[] },
) {
  await db
    .insertInto('form_settlements')
    .values({
      commissioner_id: commissionerId,
      form_id: formId,
      response_id: settlement.responseId,
      compared: settlement.compared,
      differed: settlement.differed,
      differing_keys: [...settlement.differingKeys],
      reason: settlement.reason,
      settled_by: settlement.settledBy,
      settled_at: settlement.settledAt,
    })
    .execute()
  await db.updateTable('keyings').set({ typed: '{}' }).where('form_id', '=', formId).execute()
}

export async function insertScan(
  db: Db,
  commissionerId: string,
  formId: string,
  fileId: string,
  { by, at }: { by: string | null; at: Date },
) {
  await db
    .insertInto('paper_scans')
    .values({ commissioner_id: commissionerId, form_id: formId, file_id: fileId, added_by: by, added_at: at })
    .execute()
}

export const listScans = (db: Db, formId: string) =>
  db
    .selectFrom('paper_scans as s')
    .innerJoin('files as f', 'f.id', 's.file_id')
    .select(['f.id', 'f.name', 'f.type', 'f.size'])
    .where('s.form_id', '=', formId)
    .orderBy('s.added_at')
    .execute()
