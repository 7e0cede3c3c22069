import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import type { Entry, Totals } from '../entry.ts'
import type { Helper, Way } from '../way.ts'

type Db = Owned<'entries'>

const entries = (db: Db) =>
  db
    .selectFrom('entries as e')
    .leftJoin('entered_events as v', 'v.entry_id', 'e.id')
    .leftJoin('entry_withdrawals as w', 'w.entry_id', 'e.id')
    .leftJoin('current_organisations as o', 'o.id', 'e.organisation_id')
    .select([
      'e.id',
      'e.survey_id',
      'e.response_id',
      'e.way',
      'e.received_on',
      'e.assisted_by',
      'e.authorised_by',
      'e.late_reason',
      'e.entered_by',
      'e.entered_at',
      'v.title',
      'v.people_present',
      'w.reason',
      'w.withdrawn_at',
      'o.name as organisation',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof entries>['executeTakeFirstOrThrow']>>

const entryOf = (row: Row): Entry => ({
  id: row.id,
  surveyId: row.survey_id,
  responseId: row.response_id,
  way: row.way as Way,
  organisation: row.organisation,
  assistedBy: row.assisted_by as Helper | null,
  authorisedBy: row.authorised_by,
  receivedOn: row.received_on,
  lateReason: row.late_reason,
  event: row.title === null ? null : { title: row.title, peoplePresent: row.people_present ?? 0 },
  enteredBy: row.entered_by,
  enteredAt: row.entered_at,
  withdrawal: row.withdrawn_at && { reason: row.reason ?? '', at: row.withdrawn_at },
})

/** The entries of one survey, latest first, from before an id. */
export async function listEntries(
  db: Db,
  surveyId: string,
  { before, limit }: { before?: string | undefined; limit: number },
): Promise<Entry[]> {
  let query = entries(db).where('e.survey_id', '=', surveyId)
  if (before) query = query.where('e.id', '<', before)
  return (await query.orderBy('e.id', 'desc').limit(limit).execute()).map(entryOf)
}

/** An entry that stands. */
export async function findEntry(db: Db, id: string): Promise<Entry> {
  const row = isId(id) ? await entries(db).where('e.id', '=', id).where('w.withdrawn_at', 'is', null).executeTakeFirst() : undefined
  if (!row) throw new NotFound('entry')
  return entryOf(row)
}

/** True where nobody has taken this response back since: by its receipt, as whoever gave it may. */
export const stands = async (db: Db, responseId: string) =>
  (await db.selectFrom('standing_responses').select('id').where('id', '=', responseId).executeTakeFirst()) !== undefined

type NewEntry = Omit<Entry, 'organisation' | 'withdrawal'> & { organisationId: string | null }

export async function insertEntry(db: Db, commissionerId: string, entry: NewEntry) {
  await db
    .insertInto('entries')
    .values({
      commissioner_id: commissionerId,
      id: entry.id,
      survey_id: entry.surveyId,
      response_id: entry.responseId,
      way: entry.way,
      received_on: entry.receivedOn,
      assisted_by: entry.assistedBy,
      organisation_id: entry.organisationId,
      authorised_by: entry.authorisedBy,
      late_reason: entry.lateReason,
      entered_by: entry.enteredBy,
      entered_at: entry.enteredAt,
    })
    .execute()
  if (!entry.event) return
  const { title, peoplePresent } = entry.event
  await db
    .insertInto('entered_events')
    .values({ commissioner_id: commissionerId, entry_id: entry.id, title, people_present: peoplePresent })
    .execute()
}

export async function insertWithdrawal(
  db: Db,
  commissionerId: string,
  { entryId, reason, by, at }: { entryId: string; reason: string; by: string | null; at: Date },
) {
  await db
    .insertInto('entry_withdrawals')
    .values({ commissioner_id: commissionerId, entry_id: entryId, reason, withdrawn_by: by, withdrawn_at: at })
    .execute()
}

/**
 * How many responses count for a survey, by channel, and their sum; beside it how many people were in the rooms of the events of which notes
 * count. A room is never added to responses: one note is one response, and not everyone in a room says what the note says.
 */
export async function channelTotals(db: Db, surveyId: string): Promise<Totals> {
  const channels = await db
    .selectFrom('counted_responses')
    .where('survey_id', '=', surveyId)
    .select(['channel', ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy('channel')
    .orderBy('channel')
    .execute()
  const rooms = await db
    .selectFrom('entered_events as v')
    .innerJoin('entries as e', 'e.id', 'v.entry_id')
    .innerJoin('counted_responses as r', 'r.id', 'e.response_id')
    .where('e.survey_id', '=', surveyId)
    .select([({ fn }) => fn.countAll<number>().as('events'), sql<number>`coalesce(sum(v.people_present), 0)::integer`.as('people')])
    .executeTakeFirstOrThrow()
  const repeated = await db
    .selectFrom('repeated_texts as t')
    .innerJoin('counted_responses as r', 'r.id', 't.response_id')
    .where('r.survey_id', '=', surveyId)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const responses = channels.reduce((sum, { count }) => sum + count, 0)
  return { channels, responses, inTheRoom: rooms, repeatedTexts: repeated.count }
}
