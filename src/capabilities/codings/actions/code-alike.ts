import { findFrame, holdThemes } from '#capabilities/themes'
import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId, newSalt } from '#platform/ids.ts'
import { mostAlike } from '../alike.ts'
import type { Batch } from '../batch.ts'
import type { Coding } from '../coding.ts'
import { mayCode } from '../policy.ts'
import { listAlike } from '../queries/alike.ts'
import { insertCodings, listCodings, lockComment, type SaltedCoding } from '../queries/codings.ts'
import { findComment } from '../queries/comments.ts'
import { finishComments, listFinishers } from '../queries/finished.ts'
import { findSentiment, insertSentiments } from '../queries/sentiments.ts'
import { asSpine } from '../queries/spine.ts'
import { findCoder } from './find-coder.ts'
import { keepAct } from './keep-act.ts'

interface Where {
  part: Pick<Batch, 'kind' | 'id'>
  frameId: string
  contributionId: string
}

/**
 * Code all that say the same as one comment the way this coder coded that one, and finish them. Words that are the same to the letter are coded
 * in the same places; those that are nearly the same, as a whole. One act, that can be undone as one. Answers with how many comments it was.
 */
export async function codeAlike(ctx: Context, { part, frameId, contributionId }: Where): Promise<number> {
  allowOnly(mayCode(ctx.actor))
  const frame = await findFrame(ctx.db, frameId)
  const { words } = await findComment(ctx.db, part, contributionId)
  await lockComment(ctx.db, contributionId)
  const coderId = await findCoder(ctx)
  const mine = await ownCodings(ctx, { frameId: frame.id, coderId, contributionIds: [contributionId] })
  const isFinished = (await listFinishers(ctx.db, { contributionId, frameId: frame.id })).some((one) => one.coderId === coderId)
  refuseIf(mine.length === 0 && !isFinished, 'Code this comment first, or say that nothing here fits. Then code the others the same')

  await holdThemes(
    ctx,
    mine.map((coding) => coding.themeId),
  )
  const others = await listAlike(ctx.db, { part, frameId: frame.id, contributionId, words }, mostAlike)
  const ids = others.map(({ id }) => id)
  const standing = new Set((await ownCodings(ctx, { frameId: frame.id, coderId, contributionIds: ids })).map(keyOfCoding))
  const rows = others
    .flatMap((other) => mine.map((coding) => ({ ...coding, contributionId: other.id, span: other.same ? coding.span : null })))
    .filter((coding) => !standing.has(keyOfCoding(coding)) && standing.add(keyOfCoding(coding)))
    .map(
      (coding): SaltedCoding => ({
        id: newId(),
        contribution_id: coding.contributionId,
        theme_id: coding.themeId,
        coder_id: coderId,
        start_at: coding.span?.start ?? null,
        end_at: coding.span?.end ?? null,
        made_at: ctx.now,
        salt: newSalt(),
      }),
    )
  await insertCodings(ctx.db, ctx.commissioner.id, rows)
  const feeling = await findSentiment(ctx.db, { contributionId, coderId })
  const felt = feeling === null ? [] : ids.map((id) => ({ id: newId(), contributionId: id, value: feeling }))
  await insertSentiments(ctx.db, ctx.commissioner.id, felt, { coderId, at: ctx.now })
  const deciding = { frameId: frame.id, coderId, contributionIds: [contributionId, ...ids], finishedAt: ctx.now }
  const finished = await finishComments(ctx.db, ctx.commissioner.id, deciding)

  const made = { made: rows.map((row) => row.id), finished, sentiments: felt.map((one) => one.id) }
  await keepAct(ctx, { coderId, contributionId, frameId: frame.id, ...made })
  await record(
    ctx,
    'contribution.alike-coded',
    contributionId,
    { frame: frame.id, comments: ids.length, codings: rows.length },
    { rows: rows.map(asSpine) },
  )
  return ids.length
}

const keyOfCoding = ({ contributionId, themeId, span }: Pick<Coding, 'contributionId' | 'themeId' | 'span'>) =>
  `${contributionId} ${themeId} ${span ? `${span.start}-${span.end}` : 'whole'}`

const ownCodings = async (ctx: Context, { coderId, ...where }: { frameId: string; coderId: string; contributionIds: readonly string[] }) =>
  (await listCodings(ctx.db, { ...where, reader: staffId(ctx.actor) })).filter((coding) => coding.coderId === coderId)
