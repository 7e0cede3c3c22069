import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import type { Whole } from '../flag.ts'

type Db = Owned<'flags'>

export interface Suspect {
  responseId: string
  signs: readonly string[]
  receivedAt: Date
  isSetAside: boolean
  isLeft: boolean
}

/** Responses that may be sent by robots, by id, from after one of them. */
export async function listSuspects(
  db: Db,
  { surveyId }: Whole,
  { after, limit }: { after: string | null; limit: number },
): Promise<Suspect[]> {
  if (surveyId === null) return []
  const { rows } = await sql<Suspect>`
    select r.id as "responseId", f.signs, r.received_at as "receivedAt", r.set_aside as "isSetAside", l.flag_id is not null as "isLeft"
    from flags f join standing_responses r on r.id = f.response_id left join flag_leavings l on l.flag_id = f.id
    where f.kind = 'robot' and r.survey_id = ${surveyId} and (${after}::uuid is null or r.id > ${after})
    order by r.id limit ${limit}`.execute(db)
  return rows
}

export async function countSuspects(db: Db, { surveyId }: Whole): Promise<{ all: number; waiting: number }> {
  const { rows } = await sql<{ all: number; waiting: number }>`
    select count(*) as all, count(*) filter (where l.flag_id is null and not r.set_aside) as waiting
    from flags f join standing_responses r on r.id = f.response_id left join flag_leavings l on l.flag_id = f.id
    where f.kind = 'robot' and r.survey_id = ${surveyId}`.execute(db)
  return rows[0]!
}
