import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import type { Concern } from '../concern.ts'

type Db = Owned<'concerns'>

export interface Opened extends Concern {
  responseId: string
  surveyId: string | null
  questionText: string | null
  /** Null once they no longer wait: they are then where all others are. */
  words: string | null
  place: string | null
  saidOn: string
  note: string | null
}

export interface Act {
  act: string
  passedTo: string | null
  passedOn: string | null
  reference: string | null
  at: Date
}

const concerns = (db: Db) =>
  db
    .selectFrom('concerns as c')
    .leftJoin('held_contributions as h', 'h.id', 'c.contribution_id')
    .leftJoin('current_survey_versions as v', 'v.survey_id', 'h.survey_id')
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('concern_acts as x')
          .select('x.act')
          .whereRef('x.contribution_id', '=', 'c.contribution_id')
          .whereRef('x.commissioner_id', '=', 'c.commissioner_id')
          .orderBy('x.id', 'desc')
          .limit(1)
          .as('a'),
      (join) => join.onTrue(),
    )
    .select([
      'c.contribution_id as id',
      'c.kind',
      'c.due_on as dueOn',
      'c.raised_at as raisedAt',
      'v.title as surveyTitle',
      sql<string>`coalesce(h.channel, '')`.as('channel'),
      'a.act',
      sql<boolean>`h.id is not null`.as('isHeld'),
    ])

/** What waits to be seen, the first due first, from after one of them. What was taken back waits too: somebody may still be in danger. */
export const listWaiting = (db: Db, { after, limit }: { after: string | null; limit: number }): Promise<Concern[]> =>
  concerns(db)
    .where('a.act', 'is', null)
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(c.due_on, c.contribution_id) > (select due_on, contribution_id from concerns where contribution_id = ${after})`,
      ),
    )
    .orderBy('c.due_on')
    .orderBy('c.contribution_id')
    .limit(limit)
    .execute()

/** What was seen, the latest raised first, from after one of them. */
export const listSeen = (db: Db, { after, limit }: { after: string | null; limit: number }): Promise<Concern[]> =>
  concerns(db)
    .where('a.act', 'is not', null)
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(c.raised_at, c.contribution_id) < (select raised_at, contribution_id from concerns where contribution_id = ${after})`,
      ),
    )
    .orderBy('c.raised_at', 'desc')
    .orderBy('c.contribution_id', 'desc')
    .limit(limit)
    .execute()

export async function countWaiting(db: Db, today: string): Promise<{ waiting: number; late: number; seen: number }> {
  const { rows } = await sql<{ waiting: number; late: number; seen: number }>`
    select count(*) filter (where not acted) as waiting, count(*) filter (where not acted and due_on < ${today}) as late,
      count(*) filter (where acted) as seen
    from (select due_on, exists (select from concern_acts a where a.contribution_id = c.contribution_id) as acted from concerns c) counted`.execute(
    db,
  )
  return rows[0]!
}

export async function findConcern(db: Db, id: string): Promise<Opened> {
  const row = isId(id)
    ? await concerns(db)
        .select([
          'h.response_id as responseId',
          'h.survey_id as surveyId',
          'h.question_text as questionText',
          'h.words',
          'h.place',
          'c.note',
          sql<string>`coalesce((select r.said_on from standing_responses r where r.id = h.response_id), c.raised_at::date)::text`.as(
            'saidOn',
          ),
        ])
        .where('c.contribution_id', '=', id)
        .executeTakeFirst()
    : undefined
  if (!row) throw new NotFound(`concern ${id}`)
  return { ...row, responseId: row.responseId ?? '' }
}

/** What was done about it, in order. */
export const listActs = (db: Db, id: string): Promise<Act[]> =>
  db
    .selectFrom('concern_acts')
    .select(['act', 'passed_to as passedTo', 'passed_on as passedOn', 'reference', 'acted_at as at'])
    .where('contribution_id', '=', id)
    .orderBy('id')
    .execute()

/** A concern for each of these contributions that is held, of the kind it is held for, under the moment that is kept of it. */
export async function insertConcerns(
  db: Db,
  { contributionIds, dueOn, raised }: { contributionIds: readonly string[]; dueOn: string; raised?: { by: string | null; note: string } },
) {
  await sql`
    insert into concerns (commissioner_id, contribution_id, kind, due_on, note, raised_by, raised_at)
    select commissioner_id, id, reason, ${dueOn}, ${raised?.note ?? null}, ${raised?.by ?? null}, held_at
    from held_contributions where id = any(${[...contributionIds]}::uuid[])`.execute(db)
}

export async function insertAct(
  db: Db,
  commissionerId: string,
  row: { id: string; contributionId: string; by: string | null; at: Date } & Omit<Act, 'at'>,
) {
  await db
    .insertInto('concern_acts')
    .values({
      commissioner_id: commissionerId,
      id: row.id,
      contribution_id: row.contributionId,
      act: row.act,
      passed_to: row.passedTo,
      passed_on: row.passedOn,
      reference: row.reference,
      acted_by: row.by,
      acted_at: row.at,
    })
    .execute()
}

/** Take in hand what waits and has not been told of yet. Answers with how many. */
export async function takeUntold(db: Db, now: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into concern_tellings (commissioner_id, contribution_id, told_at)
    select c.commissioner_id, c.contribution_id, ${now} from concerns c
    where not exists (select from concern_acts a where a.contribution_id = c.contribution_id)
    on conflict do nothing`.execute(db)
  return Number(numAffectedRows ?? 0)
}

export async function isAnonymous(db: Db, surveyId: string | null): Promise<boolean> {
  if (surveyId === null) return false
  const row = await db.selectFrom('current_survey_versions').select('promise').where('survey_id', '=', surveyId).executeTakeFirst()
  return row?.promise === 'anonymous'
}

/** True for words that can be read and have not been a concern before. */
export async function canRaise(db: Db, contributionId: string): Promise<boolean> {
  const row = await db
    .selectFrom('readable_contributions as r')
    .leftJoin('concerns as c', 'c.contribution_id', 'r.id')
    .select('r.id')
    .where('r.id', '=', contributionId)
    .where('r.words', 'is not', null)
    .where('c.contribution_id', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
