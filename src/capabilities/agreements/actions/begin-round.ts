import { randomInt } from 'node:crypto'
import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import { mayMeasure } from '../policy.ts'
import { listWhoMayCode } from '../queries/coders.ts'
import { insertRound, lockDrawing } from '../queries/rounds.ts'
import { drawComments } from '../queries/samples.ts'
import type { Round } from '../round.ts'

interface Beginning extends Pick<Round, 'frameId' | 'batch' | 'size' | 'drawnFrom'> {
  /** Members of staff who may code, two at least. */
  coders: readonly string[]
}

/** Draw comments by chance for several people to code blind. Returns the round's id; null where there is nothing left to draw from. */
export async function beginRound(ctx: Context, { coders, size: wanted, ...asked }: Beginning): Promise<string | null> {
  allowOnly(mayMeasure(ctx.actor))
  const may = new Set((await listWhoMayCode(ctx.db)).map(({ id }) => id))
  refuseIf(!coders.every((coder) => may.has(coder)), 'Someone you chose may not code. Choose analysts, engagement leads or administrators')
  refuseIf(new Set(coders).size < 2, 'A round needs at least two people')

  await lockDrawing(ctx.db, asked.frameId)
  const seed = randomInt(2 ** 31)
  const { ids, eligible } = await drawComments(ctx.db, { ...asked, size: wanted, seed })
  if (ids.length === 0) return null
  const id = newId()
  const size = ids.length
  await insertRound(ctx.db, ctx.commissioner.id, {
    ...asked,
    id,
    size,
    seed,
    eligible,
    coders,
    comments: ids,
    madeBy: staffId(ctx.actor),
    madeAt: ctx.now,
  })
  const { frameId: frame, batch } = asked
  await record(
    ctx,
    'round.begun',
    id,
    { frame, [batch.kind]: batch.id, size, eligible, seed, coders: [...coders] },
    { publicPagesStay: true },
  )
  return id
}
