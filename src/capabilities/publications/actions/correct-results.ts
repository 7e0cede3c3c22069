import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, NotFound } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import { mayPublishResults } from '../policy.ts'
import { findPublication, insertCorrection } from '../queries/publications.ts'

/** Say what is wrong with published figures, or how to read them. The figures stay as they were; the note stands before them. */
export async function correctResults(ctx: Context, surveyId: string, { note }: { note: string }) {
  allowOnly(mayPublishResults(ctx.actor))
  const publication = await findPublication(ctx.db, surveyId)
  if (!publication) throw new NotFound('published results')
  const correction = { id: newId(), publicationId: publication.id, note, madeBy: staffId(ctx.actor), madeAt: ctx.now }
  await insertCorrection(ctx.db, ctx.commissioner.id, correction)
  await record(ctx, 'result.corrected', publication.id, { survey: surveyId, correction: correction.id })
}
