import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import type { AnswerFile } from '../contribution.ts'

type Db = Owned<'contributions'>

const filesOf = (db: Db, surveyId: string) =>
  db
    .selectFrom('readable_response_files as r')
    .innerJoin('files as f', 'f.id', 'r.file_id')
    .select(['f.id', 'r.response_id as responseId', 'r.question_key as questionKey', 'f.name', 'f.type', 'f.size'])
    .where('r.survey_id', '=', surveyId)

/** The files that came with answers to a survey, of responses that count, from after an id. */
export const listFiles = (
  db: Db,
  surveyId: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<AnswerFile[]> => {
  if (!isId(surveyId)) throw new NotFound('survey')
  const files = filesOf(db, surveyId).orderBy('f.id').limit(limit)
  return (after && isId(after) ? files.where('f.id', '>', after) : files).execute()
}

export async function findAnswerFile(db: Db, surveyId: string, fileId: string): Promise<AnswerFile> {
  const row = isId(surveyId) && isId(fileId) ? await filesOf(db, surveyId).where('f.id', '=', fileId).executeTakeFirst() : undefined
  if (!row) throw new NotFound('file')
  return row
}

/** The survey of a consultation that is published; null where there is none. */
export async function findSurveyOf(db: Db, consultationId: string): Promise<string | null> {
  const row = isId(consultationId)
    ? await db.selectFrom('published_consultations').select('survey_id').where('id', '=', consultationId).executeTakeFirst()
    : undefined
  return row?.survey_id ?? null
}
