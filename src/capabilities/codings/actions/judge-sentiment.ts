import type { Context } from '#platform/context.ts'
import { allowOnly, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import { mayCode } from '../policy.ts'
import { lockComment } from '../queries/codings.ts'
import { findReadableComment } from '../queries/comments.ts'
import { findSentiment, insertSentiments } from '../queries/sentiments.ts'
import { readSentiment } from '../sentiment.ts'
import { findCoder } from './find-coder.ts'
import { keepAct } from './keep-act.ts'

/** Say how a comment feels, from 1 (very positive) to 5 (very negative). The latest word of each coder counts. False where it is what they said before. */
export async function judgeSentiment(ctx: Context, { contributionId, value }: { contributionId: string; value: number }): Promise<boolean> {
  allowOnly(mayCode(ctx.actor))
  const sentiment = readSentiment(String(value))
  refuseIf(sentiment === null, 'How it feels goes from 1, very positive, to 5, very negative')
  await findReadableComment(ctx.db, contributionId)
  await lockComment(ctx.db, contributionId)
  const coderId = await findCoder(ctx)
  if ((await findSentiment(ctx.db, { contributionId, coderId })) === sentiment) return false
  const id = newId()
  await insertSentiments(ctx.db, ctx.commissioner.id, [{ id, contributionId, value: sentiment! }], { coderId, at: ctx.now })
  await keepAct(ctx, { coderId, contributionId, sentiments: [id] })
  await record(ctx, 'contribution.sentiment-judged', contributionId, { sentiment: id }, { publicPagesStay: true })
  return true
}
