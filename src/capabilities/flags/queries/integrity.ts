import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import type { Integrity } from '../integrity.ts'
import { publicReason } from '../set-aside-reason.ts'

type Db = Owned<'flags'>

/** What was flagged and set aside of the responses to a survey. Staff read it as it is; what is published goes through suppression first. */
export async function integrityLine(db: Db, surveyId: string): Promise<Integrity> {
  const { rows } = await sql<{ flagged: number; waiting: number; people: number; texts: number; robots: number; repeated: number }>`
    select count(distinct r.id) as flagged,
      count(distinct r.id) filter (where l.flag_id is null and not r.set_aside) as waiting,
      count(distinct r.id) filter (where f.kind = 'same words' and not r.set_aside) as people,
      count(distinct f.group_id) filter (where f.kind = 'same words' and not r.set_aside) as texts,
      count(distinct r.id) filter (where f.kind = 'robot' and not r.set_aside) as robots,
      count(distinct r.id) filter (where f.kind in ('same answers', 'same address') and not r.set_aside) as repeated
    from flags f join standing_responses r on r.id = f.response_id left join flag_leavings l on l.flag_id = f.id
    where r.survey_id = ${surveyId}`.execute(db)
  const { flagged, waiting, people, texts, robots, repeated } = rows[0]!
  return { flagged, waiting, setAside: await countSetAside(db, surveyId), campaigns: { people, texts }, robots, repeated }
}

async function countSetAside(db: Db, surveyId: string): Promise<Integrity['setAside']> {
  const rows = await db
    .selectFrom('set_aside_responses as x')
    .innerJoin('standing_responses as r', 'r.id', 'x.response_id')
    .select(['x.reason', sql<number>`count(*)`.as('count')])
    .where('r.survey_id', '=', surveyId)
    .groupBy('x.reason')
    .execute()
  const counts = new Map<string, number>()
  for (const { reason, count } of rows) counts.set(publicReason(reason), (counts.get(publicReason(reason)) ?? 0) + count)
  return [...counts].map(([reason, count]) => ({ reason, count })).sort((one, other) => other.count - one.count)
}
