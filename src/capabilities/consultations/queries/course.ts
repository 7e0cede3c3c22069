import { newId } from '#platform/ids.ts'
import type { Correction, Course, Extension, Statement, StatementSubject } from '../course.ts'
import type { Db } from './rows.ts'

/** What became of it in public since it was published. */
export async function findCourse(db: Db, consultationId: string): Promise<Course> {
  const extensions = await db
    .selectFrom('consultation_extensions')
    .select(['from_on as from', 'to_on as to', 'reason', 'extended_at as at'])
    .where('consultation_id', '=', consultationId)
    .orderBy('id')
    .execute()
  const corrections = await db
    .selectFrom('consultation_corrections')
    .select(['part', 'said_before as before', 'reason', 'corrected_at as at'])
    .where('consultation_id', '=', consultationId)
    .orderBy('id')
    .execute()
  const statements = await db
    .selectFrom('consultation_statements')
    .select(['about', 'words', 'due_on as dueOn', 'stated_at as at'])
    .where('consultation_id', '=', consultationId)
    .orderBy('id')
    .execute()
  return { extensions, corrections, statements: statements.map((row) => ({ ...row, about: row.about as StatementSubject })) }
}

interface Mark {
  commissionerId: string
  consultationId: string
  by: string | null
}

const keyOf = ({ commissionerId, consultationId }: Mark) => ({
  commissioner_id: commissionerId,
  id: newId(),
  consultation_id: consultationId,
})

/** Keep the extension, and move the last day and the dates that hang on it. */
export async function insertExtension(
  db: Db,
  mark: Mark,
  { from, to, reason, at, feedbackDueOn, decidesFrom }: Extension & { feedbackDueOn: string | null; decidesFrom: string | null },
) {
  await db
    .insertInto('consultation_extensions')
    .values({ ...keyOf(mark), from_on: from, to_on: to, reason, extended_by: mark.by, extended_at: at })
    .execute()
  await db
    .updateTable('consultations')
    .set({ closes_on: to, feedback_due_on: feedbackDueOn })
    .where('id', '=', mark.consultationId)
    .execute()
  await db
    .updateTable('consultation_proposals')
    .set({ decides_from: decidesFrom })
    .where('consultation_id', '=', mark.consultationId)
    .execute()
}

export async function insertCorrections(db: Db, mark: Mark, corrections: readonly Correction[]) {
  await db
    .insertInto('consultation_corrections')
    .values(
      corrections.map(({ part, before, reason, at }) => ({
        ...keyOf(mark),
        part,
        said_before: before,
        reason,
        corrected_by: mark.by,
        corrected_at: at,
      })),
    )
    .execute()
}

/** Keep the statement; where it names another day for feedback, that is the day from now on. */
export async function insertStatement(db: Db, mark: Mark, { about, words, dueOn, at }: Statement) {
  await db
    .insertInto('consultation_statements')
    .values({ ...keyOf(mark), about, words, due_on: dueOn, stated_by: mark.by, stated_at: at })
    .execute()
  if (dueOn !== null) await db.updateTable('consultations').set({ feedback_due_on: dueOn }).where('id', '=', mark.consultationId).execute()
}

/** When each consultation was last extended, by its id; those that never were are left out. */
export async function listLastExtended(db: Db): Promise<Map<string, Date>> {
  const rows = await db
    .selectFrom('consultation_extensions')
    .select(['consultation_id', ({ fn }) => fn.max('extended_at').as('at')])
    .groupBy('consultation_id')
    .execute()
  return new Map(rows.map(({ consultation_id, at }) => [consultation_id, at]))
}
