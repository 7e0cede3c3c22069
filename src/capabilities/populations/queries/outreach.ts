import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import type { OutreachPlan } from '../outreach.ts'

type Db = Owned<'populations'>

const whole = (db: Db) =>
  db
    .selectFrom('outreach_plans as p')
    .leftJoin('outreach_closures as c', (join) => join.onRef('c.commissioner_id', '=', 'p.commissioner_id').onRef('c.plan_id', '=', 'p.id'))
    .leftJoin('current_survey_versions as v', 'v.survey_id', 'p.survey_id')
    .leftJoin('known_sources as s', 's.id', 'p.source_id')
    .leftJoin('headcounts as h', (join) => join.onRef('h.commissioner_id', '=', 'p.commissioner_id').onRef('h.id', '=', 'p.headcount_id'))
    .select([
      'p.id',
      'p.survey_id',
      'p.source_id',
      'p.headcount_id',
      'p.who',
      'p.action',
      'p.owner',
      'p.due_on as dueOn',
      'p.planned_at as plannedAt',
      'c.done',
      'c.told',
      'c.reached',
      'c.closed_at as closedAt',
      sql<string | null>`coalesce(v.title, s.name, h.title)`.as('title'),
    ])

type Row = Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirstOrThrow']>>

const asPlan = ({ survey_id, source_id, headcount_id, title, done, told, reached, closedAt, ...plan }: Row): OutreachPlan => ({
  ...plan,
  about: {
    kind: survey_id ? 'survey' : source_id ? 'source' : 'headcount',
    id: survey_id ?? source_id ?? headcount_id ?? '',
    title: title ?? '',
  },
  closure: closedAt === null ? null : { done: done ?? false, told: told ?? '', reached, closedAt },
})

/** Plans that are still to be done, the earliest due first; or those that are closed, the latest first. */
export async function listPlans(
  db: Db,
  { open, offset = 0, limit }: { open: boolean; offset?: number; limit: number },
): Promise<OutreachPlan[]> {
  const rows = await whole(db)
    .where('c.closed_at', open ? 'is' : 'is not', null)
    .$if(open, (query) => query.orderBy('p.due_on').orderBy('p.id'))
    .$if(!open, (query) => query.orderBy('c.closed_at', 'desc').orderBy('p.id', 'desc'))
    .offset(offset)
    .limit(limit)
    .execute()
  return rows.map(asPlan)
}

/** The plans that answer one survey, source or headcount, the earliest due first. */
export async function listPlansAbout(db: Db, id: string): Promise<OutreachPlan[]> {
  const rows = await whole(db)
    .where((is) => is.or([is('p.survey_id', '=', id), is('p.source_id', '=', id), is('p.headcount_id', '=', id)]))
    .orderBy('p.due_on')
    .orderBy('p.id')
    .limit(200)
    .execute()
  return rows.map(asPlan)
}

export async function findPlan(db: Db, id: string): Promise<OutreachPlan> {
  const row = isId(id) ? await whole(db).where('p.id', '=', id).executeTakeFirst() : undefined
  if (!row) throw new NotFound(`outreach ${id}`)
  return asPlan(row)
}

export async function countPlans(db: Db, today: string): Promise<{ open: number; late: number; closed: number }> {
  const { rows } = await sql<{ open: number; late: number; closed: number }>`
    select count(*) filter (where c.plan_id is null) as open, count(*) filter (where c.plan_id is null and p.due_on < ${today}::date) as late,
      count(c.plan_id) as closed
    from outreach_plans p left join outreach_closures c on (c.commissioner_id, c.plan_id) = (p.commissioner_id, p.id)`.execute(db)
  return rows[0] ?? { open: 0, late: 0, closed: 0 }
}

interface NewPlan extends Pick<OutreachPlan, 'id' | 'who' | 'action' | 'owner' | 'dueOn'> {
  about: { kind: OutreachPlan['about']['kind']; id: string }
  by: string | null
  at: Date
}

export const insertPlan = (db: Db, commissionerId: string, { about, ...plan }: NewPlan) =>
  db
    .insertInto('outreach_plans')
    .values({
      commissioner_id: commissionerId,
      id: plan.id,
      survey_id: about.kind === 'survey' ? about.id : null,
      source_id: about.kind === 'source' ? about.id : null,
      headcount_id: about.kind === 'headcount' ? about.id : null,
      who: plan.who,
      action: plan.action,
      owner: plan.owner,
      due_on: plan.dueOn,
      planned_by: plan.by,
      planned_at: plan.at,
    })
    .execute()

interface NewClosure {
  planId: string
  done: boolean
  told: string
  reached: number | null
  by: string | null
  at: Date
}

/** False where it was closed already. */
export async function insertClosure(db: Db, commissionerId: string, { planId, done, told, reached, by, at }: NewClosure): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('outreach_closures')
    .values({ commissioner_id: commissionerId, plan_id: planId, done, told, reached, closed_by: by, closed_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}
