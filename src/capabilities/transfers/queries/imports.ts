import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import type { Layout, Report } from '../brought-survey.ts'
import type { SurveyImport } from '../survey-import.ts'

type Db = Owned<'transfers'>

const found = (db: Db) => db.selectFrom('survey_imports').select(['id', 'survey_id', 'layout', 'report', 'imported_at'])
type Row = Awaited<ReturnType<ReturnType<typeof found>['executeTakeFirstOrThrow']>>
const importOf = (row: Row): SurveyImport => ({
  id: row.id,
  surveyId: row.survey_id,
  layout: row.layout as Layout,
  report: row.report as Report,
  at: row.imported_at,
})

/** The import of this very file; null where it did not come before. */
export async function findImportOf(db: Db, fileHash: Buffer): Promise<SurveyImport | null> {
  const row = await found(db).where('file_hash', '=', fileHash).executeTakeFirst()
  return row ? importOf(row) : null
}

export async function findImport(db: Db, id: string): Promise<SurveyImport> {
  const row = isId(id) ? await found(db).where('id', '=', id).executeTakeFirst() : undefined
  if (!row) throw new NotFound('import')
  return importOf(row)
}

export async function insertImport(
  db: Db,
  commissionerId: string,
  made: Omit<SurveyImport, 'at'> & { fileHash: Buffer; by: string | null; at: Date },
) {
  await db
    .insertInto('survey_imports')
    .values({
      commissioner_id: commissionerId,
      id: made.id,
      survey_id: made.surveyId,
      layout: made.layout,
      file_hash: made.fileHash,
      report: JSON.stringify(made.report),
      imported_by: made.by,
      imported_at: made.at,
    })
    .execute()
}

/** The latest, latest first. */
export async function listImports(db: Db, limit = 20): Promise<SurveyImport[]> {
  const rows = await found(db).orderBy('id', 'desc').limit(limit).execute()
  return rows.map(importOf)
}
