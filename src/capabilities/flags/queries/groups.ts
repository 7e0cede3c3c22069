import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import type { Group, Kind, Member, Whole } from '../flag.ts'

type Db = Owned<'flags'>

const within = ({ surveyId, sourceId }: Whole) =>
  surveyId === null ? sql<boolean>`g.survey_id is null and g.source_id = ${sourceId}` : sql<boolean>`g.survey_id = ${surveyId}`

export async function insertGroup(
  db: Db,
  commissionerId: string,
  { id, whole, kind, at }: { id: string; whole: Whole; kind: Kind; at: Date },
) {
  await db
    .insertInto('flag_groups')
    .values({ commissioner_id: commissionerId, id, survey_id: whole.surveyId, source_id: whole.sourceId, kind, found_at: at })
    .execute()
}

/** Which groups of one kind a response is in. */
export async function listMembersOfGroups(db: Db, whole: Whole, kind: Kind): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('flag_groups as g')
    .innerJoin('flags as f', 'f.group_id', 'g.id')
    .select(['f.response_id', 'g.id'])
    .where(within(whole))
    .where('g.kind', '=', kind)
    .execute()
  return new Map([...Map.groupBy(rows, (row) => row.response_id)].map(([id, groups]) => [id, groups.map((group) => group.id)]))
}

const groups = (db: Db) =>
  db
    .selectFrom('flag_groups as g')
    .innerJoin('flags as f', 'f.group_id', 'g.id')
    .innerJoin('standing_responses as r', 'r.id', 'f.response_id')
    .leftJoin('flag_leavings as l', 'l.flag_id', 'f.id')
    .select([
      'g.id',
      'g.kind',
      'g.found_at as foundAt',
      sql<number>`count(*)`.as('responses'),
      sql<number>`count(*) filter (where r.set_aside)`.as('setAside'),
      sql<number>`count(*) filter (where not r.set_aside and l.flag_id is null)`.as('waiting'),
    ])
    .groupBy(['g.commissioner_id', 'g.id'])

/** The groups of a survey or source, latest found first, from before an id. */
export async function listGroups(db: Db, whole: Whole, { before, limit }: { before: string | null; limit: number }): Promise<Group[]> {
  const rows = await groups(db)
    .where(within(whole))
    .$if(before !== null, (query) => query.where('g.id', '<', before!))
    .orderBy('g.id', 'desc')
    .limit(limit)
    .execute()
  return rows as Group[]
}

export async function findGroup(db: Db, whole: Whole, id: string): Promise<Group> {
  const row = isId(id) ? await groups(db).where(within(whole)).where('g.id', '=', id).executeTakeFirst() : undefined
  if (!row) throw new NotFound(`flag group ${id}`)
  return row as Group
}

/** The responses of a group in the order they came, from after one of them. Those set aside have no words to read. */
export async function listMembers(db: Db, groupId: string, { after, limit }: { after: string | null; limit: number }): Promise<Member[]> {
  const { rows } = await sql<Member>`
    with members as (
      select r.id, r.received_at, r.channel, r.set_aside, f.contribution_id, l.flag_id is not null as is_left
      from flags f join standing_responses r on r.id = f.response_id left join flag_leavings l on l.flag_id = f.id
      where f.group_id = ${groupId})
    select m.id as "responseId", m.received_at as "receivedAt", m.channel, m.set_aside as "isSetAside", m.is_left as "isLeft", c.words
    from members m left join readable_contributions c on c.id = m.contribution_id
    where ${after}::uuid is null or (m.received_at, m.id) > (select received_at, id from members where id = ${after})
    order by m.received_at, m.id limit ${limit}`.execute(db)
  return rows
}

/** Enough of what a group says, in the order it came, to tell what they share. */
export async function listSample(db: Db, groupId: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('flags as f')
    .innerJoin('readable_contributions as c', 'c.id', 'f.contribution_id')
    .select('c.words')
    .where('f.group_id', '=', groupId)
    .where('c.words', 'is not', null)
    .orderBy('c.received_at')
    .orderBy('c.id')
    .limit(limit)
    .execute()
  return rows.map(({ words }) => words!)
}

/** On which days they came, and how many on each. */
export const listDays = (db: Db, groupId: string): Promise<{ on: string; count: number }[]> =>
  db
    .selectFrom('flags as f')
    .innerJoin('standing_responses as r', 'r.id', 'f.response_id')
    .select(['r.said_on as on', sql<number>`count(*)`.as('count')])
    .where('f.group_id', '=', groupId)
    .groupBy('r.said_on')
    .orderBy('r.said_on')
    .execute()
