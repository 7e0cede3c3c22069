import { sql } from 'kysely'
import type { Consultation } from '../consultation.ts'
import { consultationOf, consultations, type Db } from './rows.ts'

// The day it ended: its last day, or the day it was closed before that.
const endedOn = sql<string>`least(c.closes_on, (k.closed_at at time zone 'Europe/London')::date)`

/** Published, and to be answered now or later: the first to close first. */
export async function listCurrent(db: Db, today: string): Promise<Consultation[]> {
  const rows = await consultations(db)
    .where('p.published_at', 'is not', null)
    .where('k.closed_at', 'is', null)
    .where('c.closes_on', '>=', today)
    .orderBy('c.closes_on')
    .orderBy('c.id')
    .limit(200)
    .execute()
  return rows.map(consultationOf)
}

/** Published, and answered no more: the last to end first, from after an id. */
export async function listClosed(
  db: Db,
  today: string,
  { after, limit }: { after: string | null; limit: number },
): Promise<Consultation[]> {
  let query = consultations(db)
    .where('p.published_at', 'is not', null)
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
