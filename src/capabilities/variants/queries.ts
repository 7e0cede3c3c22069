import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId, newId } from '#platform/ids.ts'
import type { Texts, Variant, VariantKind } from './variant.ts'

type Db = Owned<'variants'>

const variants = (db: Db, surveyId: string) => db.selectFrom('current_variants').selectAll().where('survey_id', '=', surveyId)

type Row = Awaited<ReturnType<ReturnType<typeof variants>['executeTakeFirstOrThrow']>>

const variantOf = ({ survey_id, kind, texts, recordings, ...row }: Row): Variant => ({
  id: row.id,
  surveyId: survey_id,
  code: row.code,
  kind: kind as VariantKind,
  language: row.language,
  name: row.name,
  texts: texts as Texts,
  recordings: recordings as Record<string, string>,
  offered: row.offered,
})

/** Every variant of a survey, those not offered yet too. */
export async function listVariants(db: Db, surveyId: string): Promise<Variant[]> {
  if (!isId(surveyId)) throw new NotFound('survey')
  return (await variants(db, surveyId).orderBy('kind').orderBy('name').execute()).map(variantOf)
}

/** Those the public can choose. */
export const listOffered = async (db: Db, surveyId: string): Promise<Variant[]> =>
  (await listVariants(db, surveyId)).filter(({ offered }) => offered)

export async function findVariant(db: Db, surveyId: string, code: string): Promise<Variant> {
  const row = isId(surveyId) ? await variants(db, surveyId).where('code', '=', code).executeTakeFirst() : undefined
  if (!row) throw new NotFound(`variant ${code}`)
  return variantOf(row)
}

/** True where a recording belongs to a variant that is offered. */
export async function isOffered(db: Db, fileId: string): Promise<boolean> {
  const { rows } = await sql<{ offered: boolean }>`
    select exists (select from current_variants v where v.offered and exists (
      select from jsonb_each_text(v.recordings) as r (key, file) where r.file = ${fileId})) as offered`.execute(db)
  return rows[0]?.offered ?? false
}

/** How many responses were given to each variant; '' for the questions as they were written. */
export async function countByVariant(db: Db, surveyId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('counted_responses')
    .select((eb) => ['variant', eb.fn.countAll<number>().as('count')])
    .where('survey_id', '=', surveyId)
    .groupBy('variant')
    .execute()
  return new Map(rows.map(({ variant, count }) => [variant ?? '', count]))
}

interface Made {
  commissionerId: string
  by: string | null
  at: Date
}

export async function insertVariant(
  db: Db,
  { commissionerId, by, at }: Made,
  variant: Pick<Variant, 'id' | 'code' | 'kind' | 'language' | 'name' | 'surveyId'>,
) {
  const { surveyId, ...row } = variant
  await db
    .insertInto('variants')
    .values({ ...row, commissioner_id: commissionerId, survey_id: surveyId, added_by: by, added_at: at })
    .execute()
}

export async function insertTexts(db: Db, { commissionerId, by, at }: Made, variantId: string, texts: Texts) {
  await db
    .insertInto('variant_texts')
    .values({
      commissioner_id: commissionerId,
      id: newId(),
      variant_id: variantId,
      texts: JSON.stringify(texts),
      written_by: by,
      written_at: at,
    })
    .execute()
}

/** A recording of one question, or of the whole (''); null takes it away. */
export async function insertRecording(
  db: Db,
  { commissionerId, by, at }: Made,
  variantId: string,
  questionKey: string,
  fileId: string | null,
) {
  await db
    .insertInto('variant_recordings')
    .values({
      commissioner_id: commissionerId,
      id: newId(),
      variant_id: variantId,
      question_key: questionKey,
      file_id: fileId,
      added_by: by,
      added_at: at,
    })
    .execute()
}

export async function insertOffer(
  db: Db,
  { commissionerId, by, at }: Made,
  variantId: string,
  { offered, reason }: { offered: boolean; reason: string },
) {
  await db
    .insertInto('variant_releases')
    .values({ commissioner_id: commissionerId, id: newId(), variant_id: variantId, offered, reason, settled_by: by, settled_at: at })
    .execute()
}
