import { consultationOfSurvey, isClosed } from '#capabilities/consultations'
import { representationToPublish } from '#capabilities/populations'
import { countBeside, countResults } from '#capabilities/results'
import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, Refused } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import type { CrossChoice } from '../cross-choice.ts'
import type { PublishedDivision } from '../fixed-cross.ts'
import { fixTables, type PublishedTables } from '../fixed-table.ts'
import { mayPublishResults } from '../policy.ts'
import { fixBeside } from '../published-beside.ts'
import { fingerprintOf } from '../published-document.ts'
import { fixChosen } from '../queries/count-linked.ts'
import { findPublication, insertPublication, lockPublication } from '../queries/publications.ts'

export interface Publishing {
  /** What is published crossed with what. */
  crosses?: CrossChoice
  /** Under which licence anyone may use it. */
  licence?: string
}

/** Fix what may be published about a survey's answers, all of it together, and show it to everyone. */
export async function publishResults(ctx: Context, surveyId: string, publishing: Publishing = {}) {
  allowOnly(mayPublishResults(ctx.actor))
  await lockPublication(ctx.db, surveyId)
  const refusal = await whyNotPublishResults(ctx, surveyId)
  if (refusal) throw new Refused(refusal)

  const tables = await tablesToPublish(ctx, surveyId, publishing)
  const publication = {
    commissionerId: ctx.commissioner.id,
    id: newId(),
    surveyId,
    tables,
    publishedBy: staffId(ctx.actor),
    publishedAt: ctx.now,
  }
  await insertPublication(ctx.db, publication)
  const facts = { survey: surveyId, crosses: tables.crosses?.length ?? 0, sha256: fingerprintOf(tables) }
  await record(ctx, 'result.published', publication.id, facts)
}

/** What everyone will read of a survey: its tables with small numbers hidden, and how the answers were checked. */
export async function tablesToPublish(
  ctx: Pick<Context, 'db'>,
  surveyId: string,
  { crosses = { rows: [], by: [] }, licence = '' }: Publishing = {},
): Promise<PublishedTables> {
  const basis = { surveyId, sourceId: null }
  const counted = await countResults(ctx, basis)
  const tables = fixTables(counted)
  const chosen = await fixChosen(ctx, basis, crosses, { counted, tables })
  const representation = await representationToPublish(ctx, surveyId, [...tables.questions, ...divisionTables(chosen.divisions)])
  return {
    ...tables,
    beside: fixBeside(await countBeside(ctx, surveyId)),
    ...chosen,
    ...(representation.length > 0 && { representation }),
    ...(licence && { licence }),
  }
}

/** Divisions as tables of questions are: who gave no answer stands last in a division. */
const divisionTables = (divisions: readonly PublishedDivision[] = []) =>
  divisions.map(({ name, options }) => {
    const said = options.slice(0, -1)
    const answered = said.reduce<number | '*'>((sum, { count }) => (sum === '*' || count === '*' ? '*' : sum + count), 0)
    return { key: name, options: said, answered }
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
