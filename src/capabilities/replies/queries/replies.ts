import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import type { RepliedDecision, Reply, ReplyChange } from '../reply.ts'

type Db = Owned<'replies'>

/** A page of published decisions, latest first, with what people said and what was answered, from the records alone. */
export async function listReplies(db: Db, { before, limit }: { before?: string | undefined; limit: number }): Promise<RepliedDecision[]> {
  const decisions = await db
    .selectFrom('published_decisions')
    .select(['id', 'title', 'decided_by as decidedBy', 'decided_on as decidedOn'])
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  const ids = decisions.map(({ id }) => id)
  if (ids.length === 0) return []
  const changes = await listChanges(db, ids)
  const answers = await listAnswered(db, ids)
  const quotes = await listQuotes(
    db,
    answers.map(({ findingId }) => findingId),
  )
  const replyOf = ({ decisionId, ...answer }: (typeof answers)[number]): Reply => ({
    ...answer,
    quotes: quotes.filter((quote) => quote.findingId === answer.findingId),
    changes: changes.filter((change) => change.decisionId === decisionId && change.findingId === answer.findingId),
  })
  return decisions.map((decision) => ({
    ...decision,
    replies: answers.filter(({ decisionId }) => decisionId === decision.id).map(replyOf),
    changes: changes.filter((change) => change.decisionId === decision.id && change.findingId === null),
  }))
}

const listAnswered = (db: Db, decisionIds: readonly string[]) =>
  db
    .selectFrom('current_finding_answers as a')
    .innerJoin('current_findings as f', 'f.id', 'a.finding_id')
    .select(['a.decision_id as decisionId', 'f.id as findingId', 'f.title', 'f.claim', 'f.contrary', 'a.outcome', 'a.reason'])
    .where('a.decision_id', 'in', [...decisionIds])
    .orderBy('f.id')
    .execute()

// A few words stand for many: the thread of each finding has them all.
const quotesEach = 3

async function listQuotes(db: Db, findingIds: readonly string[]) {
  const { rows } = await sql<{ id: string; findingId: string; words: string; side: 'for' | 'against' }>`
    select id, finding_id as "findingId", words, side from (
      select q.*, row_number() over (partition by q.finding_id order by q.id) as place from public_quotes q where q.finding_id = any(${[...findingIds]}::uuid[])
    ) placed where place <= ${quotesEach} order by id`.execute(db)
  return rows
}

export const listChanges = (db: Db, decisionIds: readonly string[]): Promise<ReplyChange[]> =>
  db
    .selectFrom('current_changes')
    .select([
      'id',
      'decision_id as decisionId',
      'finding_id as findingId',
      'title',
      'owner',
      'due_on as dueOn',
      'done_on as doneOn',
      'evidence',
      'dropped_because as droppedBecause',
    ])
    .where(sql<boolean>`decision_id = any(${[...decisionIds]}::uuid[])`)
    .orderBy('due_on')
    .orderBy('id')
    .execute()

export const findLatestDecision = (db: Db) =>
  db
    .selectFrom('published_decisions')
    .select(['title', 'decided_on as decidedOn'])
    .orderBy('published_at', 'desc')
    .limit(1)
    .executeTakeFirst()
