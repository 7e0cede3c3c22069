import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import type { Export, ExportStep, KeptExport } from '../kept-export.ts'

type Db = Owned<'transfers'>

export async function insertExport(
  db: Db,
  commissionerId: string,
  { id, surveyId, format, withSetAside, expected }: Export,
  made: { by: string | null; at: Date },
) {
  await db
    .insertInto('response_exports')
    .values({
      commissioner_id: commissionerId,
      id,
      survey_id: surveyId,
      format,
      with_set_aside: withSetAside,
      expected,
      exported_by: made.by,
      exported_at: made.at,
    })
    .execute()
}

export async function insertStep(
  db: Db,
  commissionerId: string,
  step: { id: string; exportId: string; written: number; step: ExportStep; at: Date },
) {
  await db
    .insertInto('response_export_steps')
    .values({
      commissioner_id: commissionerId,
      id: step.id,
      export_id: step.exportId,
      written: step.written,
      step: step.step,
      reached_at: step.at,
    })
    .execute()
}

/** The latest exports of a survey, latest first. */
export async function listExports(db: Db, surveyId: string, limit = 20): Promise<KeptExport[]> {
  const { rows } = await sql<KeptExport>`
    select e.id, e.survey_id as "surveyId", e.format, e.with_set_aside as "withSetAside", e.expected, e.exported_by as "by", e.exported_at as "at",
      coalesce(s.written, 0) as written, coalesce(s.step, 'under way') as step, coalesce(s.reached_at, e.exported_at) as "heardAt"
    from response_exports e
    left join lateral (
      select written, step, reached_at from response_export_steps
      where (commissioner_id, export_id) = (e.commissioner_id, e.id) order by id desc limit 1) s on true
    where e.survey_id = ${surveyId} order by e.id desc limit ${limit}`.execute(db)
  return rows
}
