import { listFrames } from '#capabilities/themes'
import type { Context } from '#platform/context.ts'
import type { Basis } from '../basis.ts'
import { countQuestions } from '../counted-question.ts'
import { byFrame, type CountedResults, channelName } from '../result-count.ts'
import { listAskedVersions, listThemes } from './sources.ts'
import { countComments, tallyAnswers, tallyChannels, tallyThemes } from './tallies.ts'

/** Count everything about a survey or a source, as it is now. */
export async function countResults({ db }: Pick<Context, 'db'>, basis: Basis): Promise<CountedResults> {
  const channels = await tallyChannels(db, basis)
  return {
    channels: channels.map(({ channel, count }) => ({ channel, label: channelName(channel), count })),
    questions:
      basis.surveyId === null ? [] : countQuestions(await listAskedVersions(db, basis.surveyId), await tallyAnswers(db, basis.surveyId)),
    comments: await countComments(db, basis),
    frames: byFrame(await listFrames(db, { limit: 500 }), await listThemes(db), await tallyThemes(db, basis)),
  }
}
