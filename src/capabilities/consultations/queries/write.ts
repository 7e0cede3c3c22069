import type { Closure, Consultation } from '../consultation.ts'
import type { Db } from './rows.ts'

type Written = Pick<
  Consultation,
  'id' | 'kind' | 'slug' | 'title' | 'summary' | 'canChange' | 'cannotChange' | 'decides' | 'places' | 'opensOn' | 'closesOn'
>

const columnsOf = (consultation: Written) => ({
  kind: consultation.kind,
  slug: consultation.slug,
  title: consultation.title,
  summary: consultation.summary,
  can_change: consultation.canChange,
  cannot_change: consultation.cannotChange,
  decides: consultation.decides,
  places: [...consultation.places],
  opens_on: consultation.opensOn,
  closes_on: consultation.closesOn,
})

export async function insertConsultation(
  db: Db,
  commissionerId: string,
  consultation: Written & { surveyId: string; draftedBy: string | null; draftedAt: Date },
) {
  const { id, surveyId, draftedBy, draftedAt } = consultation
  await db
    .insertInto('consultations')
    .values({
      ...columnsOf(consultation),
      commissioner_id: commissionerId,
      id,
      survey_id: surveyId,
      drafted_by: draftedBy,
      drafted_at: draftedAt,
    })
    .execute()
}

export async function updateConsultation(db: Db, consultation: Written) {
  await db.updateTable('consultations').set(columnsOf(consultation)).where('id', '=', consultation.id).execute()
}

/** What is written beside the proposal's own words: who may answer and how, and when we say what came of it. */
export async function updateWays(
  db: Db,
  {
    id,
    answering,
    communities,
    otherWays,
    formatsWithin,
    feedbackDueOn,
  }: Pick<Consultation, 'id' | 'answering' | 'communities' | 'otherWays' | 'formatsWithin' | 'feedbackDueOn'>,
) {
  await db
    .updateTable('consultations')
    .set({
      answering,
      communities: [...communities],
      other_ways: otherWays,
      formats_within: formatsWithin,
      feedback_due_on: feedbackDueOn,
    })
    .where('id', '=', id)
    .execute()
}

/** The words of a published page that are put right. */
export async function updateWords(
  db: Db,
  { id, summary, canChange, cannotChange, decides }: Pick<Consultation, 'id' | 'summary' | 'canChange' | 'cannotChange' | 'decides'>,
) {
  await db
    .updateTable('consultations')
    .set({ summary, can_change: canChange, cannot_change: cannotChange, decides })
    .where('id', '=', id)
    .execute()
}

export async function insertPublication(
  db: Db,
  commissionerId: string,
  consultationId: string,
  { at, by }: { at: Date; by: string | null },
) {
  await db
    .insertInto('consultation_publications')
    .values({ commissioner_id: commissionerId, consultation_id: consultationId, published_at: at, published_by: by })
    .execute()
}

export async function insertClosure(db: Db, commissionerId: string, consultationId: string, { reason, at, by }: Closure) {
  await db
    .insertInto('consultation_closures')
    .values({ commissioner_id: commissionerId, consultation_id: consultationId, reason, closed_at: at, closed_by: by })
    .execute()
}
