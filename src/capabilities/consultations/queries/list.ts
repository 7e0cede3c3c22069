import { sql } from 'kysely'
import { isPreElection } from '#capabilities/calendars'
import type { Context } from '#platform/context.ts'
import type { Consultation } from '../consultation.ts'
import { consultationOf, consultations, type Db } from './rows.ts'

// The day it ended: its last day, or the day it was closed before that.
const endedOn = sql<string>`least(c.closes_on, (k.closed_at at time zone 'Europe/London')::date)`

// Every word that someone looks for, in the title or in what it is about.
const holds = (words: string) => {
  const each = words.split(/\s+/).filter((word) => word !== '')
  const patterns = each.map((word) => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`)
  return sql<boolean>`c.title || ' ' || c.summary ilike all (${patterns}::text[])`
}

// A formal one is not promoted before an election, unless we said in public why.
const hasElectionReason = sql<boolean>`(
  exists (select from consultation_proposals q where (q.commissioner_id, q.consultation_id) = (c.commissioner_id, c.id) and q.pre_election <> '')
  or exists (select from consultation_statements q where (q.commissioner_id, q.consultation_id) = (c.commissioner_id, c.id) and q.about = 'election'))`

const current = (db: Db, today: string) =>
  consultations(db)
    .where('p.published_at', 'is not', null)
    .where('k.closed_at', 'is', null)
    .where('c.closes_on', '>=', today)
    .orderBy('c.closes_on')
    .orderBy('c.id')
    .limit(200)

/** Published, and to be answered now or later: the first to close first. */
export async function listCurrent(db: Db, today: string, words = ''): Promise<Consultation[]> {
  return (await current(db, today).where(holds(words)).execute()).map(consultationOf)
}

/** As `listCurrent`, without those that are quiet while an election is near: what we draw people's eyes to. */
export async function listPromoted({ db, today }: Pick<Context, 'db' | 'today'>): Promise<Consultation[]> {
  const all = current(db, today)
  const loud = (await isPreElection(db, today))
    ? all.where((is) => is.or([is('c.kind', '<>', 'formal consultation'), hasElectionReason]))
    : all
  return (await loud.execute()).map(consultationOf)
}

/** True where it would be quiet while an election is near. */
export async function isHushed(db: Db, id: string): Promise<boolean> {
  const row = await consultations(db)
    .where('c.id', '=', id)
    .where('c.kind', '=', 'formal consultation')
    .where(sql<boolean>`not ${hasElectionReason}`)
    .executeTakeFirst()
  return row !== undefined
}

/** Published, and answered no more: the last to end first, from after an id. */
export async function listClosed(
  db: Db,
  today: string,
  { after, limit, words = '' }: { after: string | null; limit: number; words?: string },
): Promise<Consultation[]> {
  let query = consultations(db)
    .where('p.published_at', 'is not', null)
    .where(holds(words))
    .where((is) => is.or([is('k.closed_at', 'is not', null), is('c.closes_on', '<', today)]))
  if (after !== null)
    query = query.where(
      sql<boolean>`(${endedOn}, c.id) < (select ${endedOn}, c.id from consultations c left join consultation_closures k on k.consultation_id = c.id where c.id = ${after})`,
    )
  return (await query.orderBy(endedOn, 'desc').orderBy('c.id', 'desc').limit(limit).execute()).map(consultationOf)
}

/** All of them, drafts too, latest first, from before an id. */
export async function listConsultations(
  db: Db,
  { before, limit }: { before?: string | undefined; limit: number },
): Promise<Consultation[]> {
  let query = consultations(db)
  if (before) query = query.where('c.id', '<', before)
  return (await query.orderBy('c.id', 'desc').limit(limit).execute()).map(consultationOf)
}

/** Published, with a day to answer between two dates. */
export async function listBetween(db: Db, { from, to }: { from: string; to: string }): Promise<Consultation[]> {
  const rows = await consultations(db)
    .where('p.published_at', 'is not', null)
    .where('c.opens_on', '<=', to)
    .where(sql<boolean>`${endedOn} >= ${from}`)
    .orderBy('c.opens_on')
    .orderBy('c.id')
    .execute()
  return rows.map(consultationOf)
}

/** Ended, with feedback promised and not given yet: the first due first. */
export async function listAwaitingFeedback(db: Db, today: string): Promise<Consultation[]> {
  const rows = await consultations(db)
    .where('p.published_at', 'is not', null)
    .where('c.feedback_due_on', 'is not', null)
    .where((is) => is.or([is('k.closed_at', 'is not', null), is('c.closes_on', '<', today)]))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('consultation_statements as s')
            .select('s.id')
            .whereRef('s.consultation_id', '=', 'c.id')
            .where('s.about', '=', 'feedback-given'),
        ),
      ),
    )
    .orderBy('c.feedback_due_on')
    .orderBy('c.id')
    .limit(200)
    .execute()
  return rows.map(consultationOf)
}
