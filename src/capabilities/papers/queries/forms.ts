import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import type { Body } from '#platform/forms.ts'
import { isId } from '#platform/ids.ts'
import type { Counts, Keying, ListedForm, PaperForm, Standing } from '../paper-form.ts'

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
