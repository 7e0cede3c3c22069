import { findSurvey } from '#capabilities/surveys'
import { type Context, staffId } from '#platform/context.ts'
import { allowOnly } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import { type ExportFormat, formatOf } from '../exported-file.ts'
import { layoutOf, type Standing } from '../exported-response.ts'
import type { Export } from '../kept-export.ts'
import { mayExport } from '../policy.ts'
import { countInExport, listReleased, readPages } from '../queries/answers.ts'
import { insertExport, insertStep } from '../queries/exports.ts'

/** Write down that all answers to a survey leave the house, how many, and by whom. To be committed before the first byte goes. */
export async function takeOutAnswers(
  ctx: Context,
  surveyId: string,
  { format, withSetAside = false }: { format: ExportFormat; withSetAside?: boolean },
): Promise<Export> {
  allowOnly(mayExport(ctx.actor))
  await findSurvey(ctx.db, surveyId)
  const taken: Export = { id: newId(), surveyId, format, withSetAside, expected: await countInExport(ctx.db, surveyId, withSetAside) }
  await insertExport(ctx.db, ctx.commissioner.id, taken, { by: staffId(ctx.actor), at: ctx.now })
  await record(
    ctx,
    'responses.exported',
    surveyId,
    { export: taken.id, format, count: taken.expected, withSetAside },
    { publicPagesStay: true },
  )
  return taken
}

/** How far the writing of a file is. */
export interface Written {
  rows: number
}

/** The file itself, piece by piece, in one snapshot of the database. `written` counts along. */
export async function* exportedParts(ctx: Context, taken: Export, written: Written): AsyncGenerator<string | Uint8Array> {
  const { surveyId, withSetAside, format } = taken
  const { title } = await findSurvey(ctx.db, surveyId)
  const versions = await listReleased(ctx.db, surveyId)
  const layout = layoutOf(title, versions, { withSetAside })
  yield* formatOf[format].parts(layout, counted(readPages(ctx.db, versions, surveyId, withSetAside), written))
}

async function* counted(pages: AsyncIterable<Standing[]>, written: Written) {
  for await (const page of pages) {
    yield page
    written.rows += page.length
  }
}

/** Write down how far an export is. */
export const markExport = (ctx: Context, { id }: Export, { rows }: Written) =>
  insertStep(ctx.db, ctx.commissioner.id, { id: newId(), exportId: id, written: rows, step: 'under way', at: ctx.now })

/** Write down how it ended: whole, or broken off. */
export async function endExport(ctx: Context, { id, surveyId, expected }: Export, { rows }: Written, isWhole: boolean) {
  await insertStep(ctx.db, ctx.commissioner.id, {
    id: newId(),
    exportId: id,
    written: rows,
    step: isWhole ? 'whole' : 'broken off',
    at: ctx.now,
  })
  await record(
    ctx,
    isWhole ? 'responses.export-finished' : 'responses.export-failed',
    surveyId,
    { export: id, written: rows, expected },
    { publicPagesStay: true },
  )
}
