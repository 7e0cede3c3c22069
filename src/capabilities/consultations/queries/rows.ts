import type { Db as Owned } from '#platform/db.ts'
import type { Answering, Consultation, Kind } from '../consultation.ts'

export type Db = Owned<'consultations'>

/** Consultations with what became of them. */
export const consultations = (db: Db) =>
  db
    .selectFrom('consultations as c')
    .leftJoin('consultation_publications as p', 'p.consultation_id', 'c.id')
    .leftJoin('consultation_closures as k', 'k.consultation_id', 'c.id')
    .select([
      'c.id',
      'c.slug',
      'c.title',
      'c.summary',
      'c.can_change',
      'c.cannot_change',
      'c.decides',
      'c.places',
      'c.opens_on',
      'c.closes_on',
      'c.survey_id',
      'c.kind',
      'c.answering',
      'c.communities',
      'c.other_ways',
      'c.formats_within',
      'c.feedback_due_on',
      'p.published_at',
      'p.published_by',
      'k.reason',
      'k.closed_at',
      'k.closed_by',
    ])

export type Row = Awaited<ReturnType<ReturnType<typeof consultations>['executeTakeFirstOrThrow']>>

export const consultationOf = (row: Row): Consultation => ({
  id: row.id,
  slug: row.slug,
  title: row.title,
  summary: row.summary,
  canChange: row.can_change,
  cannotChange: row.cannot_change,
  decides: row.decides,
  places: row.places,
  opensOn: row.opens_on,
  closesOn: row.closes_on,
  surveyId: row.survey_id,
  kind: row.kind as Kind,
  answering: row.answering as Answering,
  communities: row.communities,
  otherWays: row.other_ways,
  formatsWithin: row.formats_within,
  feedbackDueOn: row.feedback_due_on,
  publication: row.published_at && { at: row.published_at, by: row.published_by },
  closure: row.closed_at && { reason: row.reason ?? '', at: row.closed_at, by: row.closed_by },
})
