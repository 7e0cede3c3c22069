import type { Context } from '#platform/context.ts'
import { findHighestSealed, findLastSeal, insertSeal, listEvents, listUnsealed, lockSeals } from '../queries/seals.ts'
import { eventText, firstPrevious, hashOfText, lowestIdAt, madeAt, momentOf, sealHash } from '../seal.ts'

/** Numbers follow the clock of the machine that made them, and a long piece of work commits late: look back this far every time. */
const overlap = 2 * 60_000
const inOneSeal = 5000
const inOneRun = 10 * inOneSeal

interface Options {
  /** Look through the whole history, not only near its end: for what committed very late. */
  everything?: boolean
}

/** Bind every visible event not yet sealed to all that went before. Returns how many were sealed, and whether there may be more. */
export async function sealEvents(ctx: Context, { everything = false }: Options = {}): Promise<{ sealed: number; more: boolean }> {
  await lockSeals(ctx.db, ctx.commissioner.id)
  const highest = everything ? undefined : await findHighestSealed(ctx.db)
  const after = lowestIdAt(highest === undefined ? 0 : (madeAt(highest) ?? 0) - overlap)
  const ids = await listUnsealed(ctx.db, after, inOneRun)

  let last = await findLastSeal(ctx.db)
  for (let start = 0; start < ids.length; start += inOneSeal) last = await makeSeal(ctx, ids.slice(start, start + inOneSeal), last)
  return { sealed: ids.length, more: ids.length === inOneRun }
}

async function makeSeal(ctx: Context, ids: readonly string[], last: { number: number; hash: string } | undefined) {
  const members: { eventId: string; hash: string }[] = []
  for (let start = 0; start < ids.length; start += 250)
    for (const event of await listEvents(ctx.db, ids.slice(start, start + 250)))
      members.push({ eventId: event.id, hash: hashOfText(eventText(event)) })

  const seal = { number: (last?.number ?? 0) + 1, sealedAt: momentOf(ctx.now), previous: last?.hash ?? firstPrevious }
  const hash = sealHash(
    ctx.commissioner.id,
    seal,
    members.map((member) => member.hash),
  )
  await insertSeal(ctx.db, ctx.commissioner.id, { ...seal, hash }, ctx.now, members)
  return { number: seal.number, hash }
}
