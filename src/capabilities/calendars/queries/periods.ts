import type { Db as Owned } from '#platform/db.ts'
import { type Period, type PeriodKind, type PeriodWritten, periodsFrom } from '../period.ts'
import { referencePeriods } from '../reference-period.ts'
import { type Weighing, weigh } from '../weighing.ts'
import { workingDayAfter } from '../working-day.ts'

type Db = Owned<'calendars'>

/** Every period that counts for this commissioner, by its first day. */
export async function listPeriods(db: Db): Promise<Period[]> {
  return periodsFrom(referencePeriods, await listWritten(db))
}

/** What this commissioner last wrote of each period they changed, took out or added. */
export async function listWritten(db: Db): Promise<PeriodWritten[]> {
  const rows = await db
    .selectFrom('calendar_periods')
    .select(['key', 'kind', 'name', 'from_on', 'to_on', 'reason'])
    .distinctOn('key')
    .orderBy('key')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ kind, from_on, to_on, ...row }) => ({ ...row, kind: kind as PeriodKind, from: from_on, to: to_on }))
}

/** Hold dates against the holidays and pre-election periods of this commissioner. */
export async function weighDates(db: Db, asked: { opensOn: string; closesOn: string; meantDays?: number }): Promise<Weighing> {
  return weigh(asked, await listPeriods(db))
}

/** The working day in England that is so many after a date; the date itself is not counted. */
export async function workingDaysAfter(db: Db, on: string, count: number): Promise<string> {
  const periods = await listPeriods(db)
  return workingDayAfter(
    on,
    count,
    periods.filter(({ kind }) => kind === 'bank holiday'),
  )
}

/** The pre-election period that a date is in; null in ordinary times. */
export async function isPreElection(db: Db, on: string): Promise<Pick<Period, 'name' | 'from' | 'to'> | null> {
  const found = (await listPeriods(db)).find(({ kind, from, to }) => kind === 'pre-election' && from <= on && on <= to)
  return found ? { name: found.name, from: found.from, to: found.to } : null
}

export async function insertPeriod(
  db: Db,
  commissionerId: string,
  { id, key, kind, name, from, to, reason, by, at }: PeriodWritten & { id: string; by: string | null; at: Date },
) {
  await db
    .insertInto('calendar_periods')
    .values({ commissioner_id: commissionerId, id, key, kind, name, from_on: from, to_on: to, reason, written_by: by, written_at: at })
    .execute()
}
