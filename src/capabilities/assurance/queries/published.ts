import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import type { PublishedDecision, PublishedFinding } from '../published-thread.ts'

type Db = Owned<'assurance'>

/** The published decisions that are this decision, or that answer this finding. */
export const listDecisions = (db: Db, id: string): Promise<PublishedDecision[]> =>
  db
    .selectFrom('published_decisions as d')
    .select(['d.id', 'd.slug', 'd.title', 'd.decided_on as decidedOn'])
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('d.id', '=', id),
        exists(
          selectFrom('current_finding_answers as a').select('a.id').whereRef('a.decision_id', '=', 'd.id').where('a.finding_id', '=', id),
        ),
      ]),
    )
    .orderBy('d.published_at')
    .execute()

/** The findings these decisions answered, each with its answer, and with what it rests on as counted when it was made. */
export async function listAnswered(db: Db, decisionIds: readonly string[]): Promise<PublishedFinding[]> {
  if (decisionIds.length === 0) return []
  const findings = await db
    .selectFrom('current_finding_answers as a')
    .innerJoin('current_findings as f', 'f.id', 'a.finding_id')
    .select(['f.id', 'f.title', 'a.decision_id as decisionId', 'a.outcome', 'a.reason'])
    .where('a.decision_id', 'in', [...decisionIds])
    .orderBy('f.id')
    .execute()
  const ids = findings.map(({ id }) => id)
  if (ids.length === 0) return []
  const themes = await db
    .selectFrom('current_finding_themes as t')
    .innerJoin('named_themes as w', 'w.id', 't.theme_id')
    .select(['t.finding_id', 'w.id', 'w.name', 't.comments'])
    .where('t.finding_id', 'in', ids)
    .orderBy('t.comments', 'desc')
    .execute()
  const quotes = await db
    .selectFrom('public_quotes')
    .select(['id', 'finding_id', 'words'])
    .where('finding_id', 'in', ids)
    .orderBy('id')
    .limit(200)
    .execute()
  return findings.map((finding) => ({
    ...finding,
    themes: themes.filter((theme) => theme.finding_id === finding.id),
    quotes: quotes.filter((quote) => quote.finding_id === finding.id),
  }))
}

export const listChanges = (db: Db, decisionIds: readonly string[]) =>
  db
    .selectFrom('current_changes')
    .select([
      'id',
      'decision_id as decisionId',
      'finding_id as findingId',
      'title',
      'due_on as dueOn',
      'done_on as doneOn',
      'dropped_because as droppedBecause',
    ])
    .where('decision_id', '=', sql<string>`any(${[...decisionIds]}::uuid[])`)
    .orderBy('due_on')
    .execute()
