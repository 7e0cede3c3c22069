import { type Context, staffId } from '#platform/context.ts'
import type { SpineRow } from '#platform/digests.ts'
import { newId, newSalt } from '#platform/ids.ts'
import type { CodingCarry } from '#platform/slots.ts'
import { insertSuccessions, listToCarry, listToReturn, removeCarried, type Succession } from '../queries/carried.ts'
import { insertCodings, type SaltedCoding } from '../queries/codings.ts'
import { asSpine } from '../queries/spine.ts'

/**
 * A theme became another, or a comment was sorted into a part of it: what stood under the one stands under the other, with the same words, coder and
 * moment. Nothing is lost: the old coding is kept as something that was, and knows what stands for it. Whoever calls holds the frame still, says who may,
 * and records the rows.
 */
export const carryCodings = (ctx: Context, carry: CodingCarry): Promise<SpineRow[]> =>
  carry.back ? bringBack(ctx, carry) : carryOn(ctx, carry)

async function carryOn(ctx: Context, carry: CodingCarry): Promise<SpineRow[]> {
  const found = await listToCarry(ctx.db, carry)
  const gone = await takeAway(
    ctx,
    found.map(({ coding }) => coding.id),
  )
  const moving = found.filter(({ coding }) => gone.has(coding.id))
  const made = new Map(moving.filter(({ existing }) => existing === null).map(({ coding }) => [coding.id, anew(coding, carry.to)]))
  await keep(
    ctx,
    [...made.values()],
    moving.map(({ coding, existing }) => ({
      codingId: coding.id,
      successorId: existing ?? made.get(coding.id)!.id,
      fresh: existing === null,
    })),
    false,
  )
  return [...moving.map(({ coding }) => coding), ...made.values()].map(asSpine)
}

async function bringBack(ctx: Context, carry: CodingCarry): Promise<SpineRow[]> {
  const found = await listToReturn(ctx.db, carry)
  const going = found.filter(({ successorGoes }) => successorGoes)
  const gone = await takeAway(
    ctx,
    going.map(({ successor }) => successor.id),
  )
  // Where its coder took the successor away in the same moment, nothing is left to bring back.
  const coming = found.filter(({ successorGoes, successor }) => !successorGoes || gone.has(successor.id))
  const made = new Map(coming.filter(({ existing }) => existing === null).map(({ coding }) => [coding.id, anew(coding, carry.to)]))
  const successions = coming.flatMap(({ coding, existing, successor, successorGoes }) =>
    successorGoes ? [{ codingId: successor.id, successorId: existing ?? made.get(coding.id)!.id, fresh: existing === null }] : [],
  )
  await keep(ctx, [...made.values()], successions, true)
  return [...going.filter(({ successor }) => gone.has(successor.id)).map(({ successor }) => successor), ...made.values()].map(asSpine)
}

const anew = (coding: SaltedCoding, themeId: string): SaltedCoding => ({ ...coding, id: newId(), theme_id: themeId, salt: newSalt() })

const takeAway = (ctx: Context, ids: readonly string[]) =>
  removeCarried(ctx.db, ids, { commissionerId: ctx.commissioner.id, removedBy: staffId(ctx.actor), at: ctx.now })

async function keep(ctx: Context, made: readonly SaltedCoding[], successions: readonly Succession[], undoing: boolean) {
  await insertCodings(ctx.db, ctx.commissioner.id, made)
  if (successions.length > 0) await insertSuccessions(ctx.db, successions, { commissionerId: ctx.commissioner.id, at: ctx.now, undoing })
}
