import { findFrame, listThemes, readDown } from '#capabilities/themes'
import { type Context, staffId } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { manyAlike } from '../alike.ts'
import type { OpenComment } from '../open-comment.ts'
import { mayCode } from '../policy.ts'
import { countAlike } from '../queries/alike.ts'
import { findBatch } from '../queries/batches.ts'
import { isBlind } from '../queries/blind.ts'
import { listCodings } from '../queries/codings.ts'
import { findBeside, findComment } from '../queries/comments.ts'
import { listFinishers } from '../queries/finished.ts'
import { listMarks } from '../queries/marks.ts'
import { movePlace } from '../queries/places.ts'
import { findOwnRound, findPace, findProgress } from '../queries/progress.ts'
import { findSentiment } from '../queries/sentiments.ts'
import { findSuggested } from '../queries/suggestions.ts'
import type { Queue } from '../queue.ts'
import { nothingSuggested } from '../suggestion.ts'
import { keysOf } from './deal-keys.ts'
import { findOwnCoder } from './find-coder.ts'
import { findRecords } from './find-records.ts'
import { findUndoable } from './undo-last.ts'

/** Open a comment to code it, with everything a coder needs beside it. Whoever reads someone's words leaves a mark. */
export async function readComment(
  ctx: Context,
  at: { frame: string; batch: string; contribution: string },
  queue: Queue,
): Promise<OpenComment> {
  const { db, commissioner, now } = ctx
  const frame = await findFrame(db, at.frame)
  const batch = await findBatch(db, at.batch)
  const comment = await findComment(db, batch, at.contribution)
  await record(ctx, 'contributions.read', comment.id, { frame: frame.id, count: 1, contributions: [comment.id] }, { publicPagesStay: true })
  const here = { contributionId: comment.id, frameId: frame.id }
  const reader = staffId(ctx.actor)
  const coding = mayCode(ctx.actor)
  if (coding && reader) {
    const place = { frameId: frame.id, batchId: batch.id, membershipId: reader, contributionId: comment.id, at: now }
    await movePlace(db, commissioner.id, place)
  }

  const [recorded] = await findRecords(ctx, [comment])
  const blind = await isBlind(db, here)
  const coderId = coding ? await findOwnCoder(ctx) : null
  const themes = readDown(await listThemes(db, frame.id))
  const finishers = await listFinishers(db, here)
  return {
    frame,
    batch,
    queue,
    comment: recorded!,
    themes,
    keys: coding ? await keysOf(ctx, frame.id, themes) : new Map<string, string>(),
    blind,
    codings: await listCodings(db, { contributionIds: [comment.id], frameId: frame.id, reader }),
    own: coderId,
    isFinished: finishers.some((one) => one.coderId === coderId),
    finishedBy: blind ? [] : finishers.filter((one) => one.coderId !== coderId).map((one) => one.name),
    sentiment: coderId ? await findSentiment(db, { contributionId: comment.id, coderId }) : null,
    marks: (await listMarks(db, comment.id)).map((mark) => mark.kind),
    suggested: blind || !coding ? nothingSuggested : await findSuggested(db, here),
    alike: coding ? await countAlike(db, { ...here, part: batch }, manyAlike + 1) : 0,
    progress:
      queue.rule === 'round' && reader
        ? await findOwnRound(db, queue.roundId, reader)
        : await findProgress(db, commissioner.id, { part: batch, frameId: frame.id, now }),
    pace: coderId ? await findPace(db, { coderId, frameId: frame.id, today: ctx.today, now }) : null,
    undoable: coding ? await findUndoable(ctx, frame.id) : null,
    beside: await findBeside(db, batch, comment.id),
    mayCode: coding,
  }
}
