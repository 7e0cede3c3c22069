import { weighDates } from '#capabilities/calendars'
import { addDocument, draftConsultation, publishConsultation, setOutProposal } from '#capabilities/consultations'
import { findSurvey } from '#capabilities/surveys'
import type { NorthmoorConsultation } from '../northmoor.ts'
import type { Story } from './story.ts'

/** Set out a formal consultation with everything a fair one needs, and publish it a week before it opens. */
export async function hold(
  story: Story,
  { summary, canChange, cannotChange, opens, closes, setOut, decidesFrom, feedbackDue, documents, ...rest }: NorthmoorConsultation,
) {
  const dates = { opensOn: story.date(opens), closesOn: story.date(closes) }
  const id = await story.as('engagement lead', opens - 14, async (ctx) => {
    const id = await draftConsultation(ctx, {
      ...rest,
      ...dates,
      summary: summary.join('\n\n'),
      canChange: canChange.join('\n'),
      cannotChange: cannotChange.join('\n'),
    })
    // Days are counted from the day of loading, so an election of the real world may fall on any of them.
    const { preElection } = await weighDates(ctx.db, dates)
    const why = preElection.length > 0 ? 'It is about a local service that is wanted now. It is no matter of party politics.' : ''
    await setOutProposal(ctx, id, {
      ...setOut,
      preElection: why,
      decidesFrom: story.date(decidesFrom),
      feedbackDueOn: story.date(feedbackDue),
    })
    for (const { title, kind, name, text } of documents)
      await addDocument(ctx, id, { title, kind, file: { name, bytes: Buffer.from(`${text.join('\n\n')}\n`) } })
    return id
  })
  const { surveyId } = await story.as('engagement lead', opens - 7, (ctx) => publishConsultation(ctx, id))
  return story.as('engagement lead', 0, (ctx) => findSurvey(ctx.db, surveyId))
}
