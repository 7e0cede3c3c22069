import { consultationOfSurvey, isClosed } from '#capabilities/consultations'
import { countBeside, countResults } from '#capabilities/results'
import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, Refused } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import { fixTables, type PublishedTables } from '../fixed-table.ts'
import { mayPublishResults } from '../policy.ts'
import { fixBeside } from '../published-beside.ts'
import { findPublication, insertPublication, lockPublication } from '../queries/publications.ts'

/** Fix what may be published about a survey's answers, and show it to everyone. */
export async function publishResults(ctx: Context, surveyId: string) {
  allowOnly(mayPublishResults(ctx.actor))
  await lockPublication(ctx.db, surveyId)
  const refusal = await whyNotPublishResults(ctx, surveyId)
  if (refusal) throw new Refused(refusal)

  const tables = await tablesToPublish(ctx, surveyId)
  const publication = {
    commissionerId: ctx.commissioner.id,
    id: newId(),
    surveyId,
    tables,
    publishedBy: staffId(ctx.actor),
    publishedAt: ctx.now,
  }
  await insertPublication(ctx.db, publication)
  await record(ctx, 'result.published', publication.id, { survey: surveyId })
}

/** What everyone will read of a survey: its tables with small numbers hidden, and how the answers were checked. */
export const tablesToPublish = async (ctx: Pick<Context, 'db'>, surveyId: string): Promise<PublishedTables> => ({
  ...fixTables(await countResults(ctx, { surveyId, sourceId: null })),
  beside: fixBeside(await countBeside(ctx, surveyId)),
})

/** Why a survey's results cannot be published now; null when they can. */
export async function whyNotPublishResults(ctx: Pick<Context, 'db' | 'today'>, surveyId: string): Promise<string | null> {
  const consultation = await consultationOfSurvey(ctx.db, surveyId)
  if (!consultation) return 'Only the results of a consultation can be published'
  if (!isClosed(consultation, ctx.today)) return 'You can publish when the consultation is closed: people can still respond'
  // A second set of tables beside the first could be subtracted from it, and small numbers read off.
  if (await findPublication(ctx.db, surveyId)) return 'These results are published already, and published figures stay as they are'
  return null
}
