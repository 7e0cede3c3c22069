import { channelTotals } from '#capabilities/entries'
import { integrityLine } from '#capabilities/flags'
import type { Context } from '#platform/context.ts'
import type { BesideCounts } from '../beside-count.ts'

/** What stands beside the counts of a survey, as it is now. */
export async function countBeside({ db }: Pick<Context, 'db'>, surveyId: string): Promise<BesideCounts> {
  const { inTheRoom } = await channelTotals(db, surveyId)
  return { integrity: await integrityLine(db, surveyId), rooms: inTheRoom }
}
