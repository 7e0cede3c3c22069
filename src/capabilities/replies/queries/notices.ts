import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import type { SpineRow } from '#platform/digests.ts'
import { NotFound } from '#platform/errors.ts'
import { type Answered, type Notice, noticeContent } from '../notice.ts'

type Db = Owned<'replies'>

export async function findDecision(db: Db, id: string) {
  const row = await db
    .selectFrom('published_decisions')
    .select(['id', 'title', 'published_at as publishedAt'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new NotFound(`published decision ${id}`)
  return row
}

export const isPublished = async (db: Db, id: string) =>
  (await db.selectFrom('published_decisions').select('id').where('id', '=', id).executeTakeFirst()) !== undefined

/** What the decision says to each of its findings, in one line each. */
export const listAnswers = (db: Db, decisionId: string): Promise<Answered[]> =>
  db
    .selectFrom('current_finding_answers as a')
    .innerJoin('current_findings as f', 'f.id', 'a.finding_id')
    .select(['f.title', 'a.outcome'])
    .where('a.decision_id', '=', decisionId)
    .orderBy('f.id')
    .execute()

const surveysBehind = (db: Db, decisionId: string) =>
  db
    .selectFrom('current_finding_answers as a')
    .innerJoin('current_findings as f', 'f.id', 'a.finding_id')
    .where('a.decision_id', '=', decisionId)

/** The responses behind a decision's findings: every response to their surveys that was not taken back. Who is set aside asked to be told too. */
export async function listResponsesBehind(db: Db, decisionId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('standing_responses')
    .select('id')
    .where('survey_id', 'in', surveysBehind(db, decisionId).select('f.survey_id'))
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** How many responses came in by import, from nobody who could be told. */
export async function countImportedBehind(db: Db, decisionId: string): Promise<number> {
  const row = await db
    .selectFrom('counted_responses')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('source_id', 'in', surveysBehind(db, decisionId).select('f.source_id'))
    .executeTakeFirstOrThrow()
  return row.count
}

/** How many of these responses ask to be told, and were not. */
export async function countAskedNotTold(db: Db, decisionId: string): Promise<number> {
  const row = await db
    .selectFrom('standing_responses as r')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('r.survey_id', 'in', surveysBehind(db, decisionId).select('f.survey_id'))
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('current_consents as k').select('k.id').whereRef('k.response_id', '=', 'r.id').where('k.purpose', '=', 'be told')),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('notices as n').select('n.id').whereRef('n.response_id', '=', 'r.id').where('n.decision_id', '=', decisionId))),
    )
    .executeTakeFirstOrThrow()
  return row.count
}

export const listNotices = (db: Db, decisionId: string) =>
  db.selectFrom('notices').select(['response_id', 'message_id']).where('decision_id', '=', decisionId).execute()

export async function insertNotices(db: Db, commissionerId: string, notices: readonly Notice[]) {
  for (let start = 0; start < notices.length; start += 1000)
    await db
      .insertInto('notices')
      .values(notices.slice(start, start + 1000).map((notice) => ({ commissioner_id: commissionerId, ...notice })))
      .execute()
}

/** Decisions that are published, latest first, with how many notices each has. */
export const listTold = (db: Db, { before, limit }: { before?: string | undefined; limit: number }) =>
  db
    .selectFrom('published_decisions as d')
    .select(['d.id', 'd.title', 'd.published_at as publishedAt'])
    .select(({ selectFrom, fn }) =>
      selectFrom('notices as n').select(fn.countAll<number>().as('count')).whereRef('n.decision_id', '=', 'd.id').as('told'),
    )
    .$if(before !== undefined, (query) => query.where('d.id', '<', before ?? ''))
    .orderBy('d.id', 'desc')
    .limit(limit)
    .execute()

export async function readNotices(db: Db, afterId: string, limit: number): Promise<SpineRow[]> {
  const rows = await db.selectFrom('notices').selectAll().where('id', '>', afterId).orderBy('id').limit(limit).execute()
  return rows.map((row) => ({ kind: 'notice', id: row.id, salt: row.salt, content: noticeContent(row) }))
}

/** When each of these notices was made, and the message that carries it. */
export const listNoticesById = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('notices')
    .select(['id', 'made_at as madeAt', 'message_id as messageId'])
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute()

export const listLatestNotices = async (db: Db, limit: number) =>
  (await db.selectFrom('notices').select('id').orderBy('id', 'desc').limit(limit).execute()).map(({ id }) => id)

export const joinNotices = (db: Db, column: 'decision_id' | 'id', ids: readonly string[]) =>
  db
    .selectFrom('notices')
    .select(['decision_id as from', 'id as to'])
    .where(sql<boolean>`${sql.ref(column)} = any(${[...ids]}::uuid[])`)
    .orderBy('id')
    .execute()
