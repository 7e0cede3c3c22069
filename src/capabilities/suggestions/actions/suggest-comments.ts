import { record } from '#platform/events.ts'
import type { Within } from '#platform/jobs.ts'
import { countUnseen, listUnseen } from '../queries/comments.ts'
import { dropOutdated, replaceSuggestions } from '../queries/suggestions.ts'
import type { Learner } from './open-learner.ts'
import type { Progress } from './say-progress.ts'

const atOnce = 500

/**
 * Have the model look at every comment that nobody decided about and that it has not seen, wherever its frame is in use. Each 500 are kept
 * together, so whoever is interrupted goes on where they were. Returns how many it looked at.
 */
export async function suggestComments(
  within: Within,
  learner: Learner,
  { frameId, modelId }: { frameId: string; modelId: string },
  progress: Progress,
): Promise<number> {
  const total = await within(({ db }) => countUnseen(db, frameId, modelId))
  if (total > 0) await progress.begin('suggesting')
  let done = 0
  for (let after: string | null = null; ; ) {
    const comments = await within(({ db }) => listUnseen(db, { frameId, modelId, after, limit: atOnce }))
    if (comments.length === 0) break
    const suggestions = await learner.ask(
      'suggest',
      comments.map(({ question, words }) => ({ question, words })),
    )
    const said = comments.map(({ id }, at) => ({ id, suggestion: suggestions[at]! }))
    await within((ctx) => replaceSuggestions(ctx.db, ctx.commissioner.id, { frameId, modelId, at: ctx.now }, said))
    done += comments.length
    progress.going(done, total)
    after = comments.at(-1)!.id
  }
  await within(async (ctx) => {
    await dropOutdated(ctx.db, frameId, modelId)
    if (done > 0) await record(ctx, 'frame.suggested', frameId, { model: modelId, comments: done }, { publicPagesStay: true })
  })
  return done
}
