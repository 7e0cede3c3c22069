import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import type { Came, OwnResponse } from '../own-thread.ts'

type Db = Owned<'replies'>

export async function listResponses(db: Db, ids: readonly string[]): Promise<Pick<OwnResponse, 'id' | 'saidOn' | 'consultation'>[]> {
  const { rows } = await sql<Pick<OwnResponse, 'id' | 'saidOn' | 'consultation'>>`
    select r.id, r.said_on as "saidOn", c.title as consultation
    from standing_responses r left join published_consultations c on c.survey_id = r.survey_id
    where r.id = any(${[...ids]}::uuid[]) order by r.received_at desc, r.id`.execute(db)
  return rows
}

/**
 * What these contributions came to, by the codings that count, and by those that were carried on when a theme was merged or split, within each
 * finding's own survey or source: a person still finds the decision that answered what they said under its old name.
 */
export async function listCame(db: Db, contributionIds: readonly string[]): Promise<Came[]> {
  const { rows } = await sql<Came>`
    select distinct k.contribution_id as "contributionId", t.id as "themeId", t.name as theme,
      f.id as "findingId", f.title as finding, d.id as "decisionId", d.title as decision, a.outcome, a.reason
    from thread_codings k
    join named_themes t on t.id = k.theme_id
    left join (
      current_finding_themes ft join current_findings f on f.id = ft.finding_id
      join current_finding_answers a on a.finding_id = f.id
      join published_decisions d on d.id = a.decision_id
    ) on ft.theme_id = k.theme_id and (f.survey_id = k.survey_id or f.source_id = k.source_id)
    where k.contribution_id = any(${[...contributionIds]}::uuid[]) and (not k.once or f.id is not null)
    order by t.name, f.id, d.id`.execute(db)
  return rows
}

export const listOwnNotices = (db: Db, personId: string) =>
  db
    .selectFrom('notices as n')
    .innerJoin('published_decisions as d', 'd.id', 'n.decision_id')
    .select([
      'n.response_id as responseId',
      'd.id as decisionId',
      'd.title as decision',
      'n.message_id as messageId',
      'n.made_at as madeAt',
    ])
    .where('n.person_id', '=', personId)
    .orderBy('n.made_at')
    .execute()

/** When staff opened this person's record, and in which role. */
export const listLooks = (db: Db, personId: string) =>
  db
    .selectFrom('recorded_events as e')
    .leftJoin('staff as s', 's.id', 'e.actor_id')
    .select(['e.at', 's.roles'])
    .where('e.subject_id', '=', personId)
    .where('e.name', '=', 'person.read')
    .orderBy('e.id', 'desc')
    .limit(50)
    .execute()
