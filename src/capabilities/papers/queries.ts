import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import type { Body } from '#platform/forms.ts'
import { isId, newId } from '#platform/ids.ts'
import type { Keyed } from './error-rate.ts'
import type { Keying, PaperForm, Settlement, Standing } from './paper-form.ts'

type Db = Owned<'papers'>

interface Row {
  id: string
  consultation_id: string
  survey_version_id: string
  serial: string
  printed_at: Date
}

async function formOf(db: Db, row: Row): Promise<PaperForm> {
  const keyings = await db.selectFrom('keyings').selectAll().where('form_id', '=', row.id).orderBy('turn').execute()
  const settled = await db.selectFrom('form_settlements').selectAll().where('form_id', '=', row.id).executeTakeFirst()
  return {
    id: row.id,
    consultationId: row.consultation_id,
    versionId: row.survey_version_id,
    serial: row.serial,
    printedAt: row.printed_at,
    keyings: keyings.map(
      (keying): Keying => ({
        turn: keying.turn === 1 ? 1 : 2,
        receivedOn: keying.received_on,
        typed: keying.typed as Body,
        keyedBy: keying.keyed_by,
        keyedAt: keying.keyed_at,
      }),
    ),
    settlement: settled
      ? {
          responseId: settled.response_id,
          compared: settled.compared,
          differed: settled.differed,
          reason: settled.reason,
          settledBy: settled.settled_by,
          settledAt: settled.settled_at,
        }
      : null,
  }
}

/** The form of this serial number, of this consultation; nobody else keys it until this transaction ends. */
export async function findFormToKey(db: Db, consultationId: string, serial: string): Promise<PaperForm | null> {
  const row = await db
    .selectFrom('paper_forms')
    .selectAll()
    .where('consultation_id', '=', consultationId)
    .where('serial', '=', serial)
    .executeTakeFirst()
  if (!row) return null
  await sql`select pg_advisory_xact_lock(hashtextextended(${row.id}, 0))`.execute(db)
  return formOf(db, row)
}

export async function findForm(db: Db, consultationId: string, serial: string): Promise<PaperForm> {
  const form = isId(consultationId) ? await findFormToKey(db, consultationId, serial) : null
  if (!form) throw new NotFound('form')
  return form
}

/** Forms printed together, from one id on. */
export const listPrinted = (db: Db, consultationId: string, fromId: string): Promise<{ serial: string; versionId: string }[]> =>
  db
    .selectFrom('paper_forms as f')
    .innerJoin('paper_forms as first', (join) => join.onRef('first.printed_at', '=', 'f.printed_at').on('first.id', '=', fromId))
    .select(['f.serial', 'f.survey_version_id as versionId'])
    .where('f.consultation_id', '=', consultationId)
    .where('f.id', '>=', fromId)
    .orderBy('f.id')
    .limit(200)
    .execute()

export interface ListedForm {
  serial: string
  standing: Standing
  keyedAt: Date | null
  /** The membership that typed it first. */
  firstBy: string | null
}

const listed = (db: Db, consultationId: string) =>
  db
    .selectFrom('paper_forms as f')
    .leftJoin('keyings as one', (join) => join.onRef('one.form_id', '=', 'f.id').on('one.turn', '=', 1))
    .leftJoin('keyings as two', (join) => join.onRef('two.form_id', '=', 'f.id').on('two.turn', '=', 2))
    .leftJoin('form_settlements as s', 's.form_id', 'f.id')
    .where('f.consultation_id', '=', consultationId)

/** Forms that someone has to do something with: to settle, then to type again, the oldest keying first. */
export async function listDue(db: Db, consultationId: string, limit: number): Promise<ListedForm[]> {
  const rows = await listed(db, consultationId)
    .select(['f.serial', 'one.keyed_at as keyedAt', 'one.keyed_by as firstBy', 'two.id as second'])
    .where('one.id', 'is not', null)
    .where('s.form_id', 'is', null)
    .orderBy((eb) => eb('two.id', 'is', null))
    .orderBy('one.keyed_at')
    .limit(limit)
    .execute()
  return rows.map(({ second, ...row }) => ({ ...row, standing: second === null ? 'keyed once' : 'to settle' }))
}

export type Counts = Record<Standing, number>

/** How many forms stand where. */
export async function countForms(db: Db, consultationId: string): Promise<Counts> {
  const { rows } = await sql<{ standing: Standing; count: number }>`
    select case when s.form_id is not null then 'settled' when two.id is not null then 'to settle' when one.id is not null then 'keyed once' else 'printed' end as standing,
      count(*) as count
    from paper_forms f
    left join keyings one on one.form_id = f.id and one.turn = 1
    left join keyings two on two.form_id = f.id and two.turn = 2
    left join form_settlements s on s.form_id = f.id
    where f.consultation_id = ${consultationId} group by 1`.execute(db)
  return {
    printed: 0,
    'keyed once': 0,
    'to settle': 0,
    settled: 0,
    ...Object.fromEntries(rows.map(({ standing, count }) => [standing, count])),
  }
}

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

interface NewForm {
  id: string
  consultationId: string
  versionId: string
  serial: string
}

export async function insertForms(db: Db, commissionerId: string, forms: readonly NewForm[], { by, at }: { by: string | null; at: Date }) {
  await db
    .insertInto('paper_forms')
    .values(
      forms.map(({ id, consultationId, versionId, serial }) => ({
        commissioner_id: commissionerId,
        id,
        consultation_id: consultationId,
        survey_version_id: versionId,
        serial,
        printed_by: by,
        printed_at: at,
      })),
    )
    .execute()
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
