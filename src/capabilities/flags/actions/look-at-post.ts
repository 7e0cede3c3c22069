import type { Context } from '#platform/context.ts'
import type { Body } from '#platform/forms.ts'
import { hashOf } from '#platform/ids.ts'
import { type Arrivals, coarseAddressOf, createArrivals, type Doubt, doubtsAbout } from '../arrival.ts'
import { arrivalFields } from '../arrival-field.ts'
import { makeChallenge, metUntil } from '../challenge.ts'
import { findArrivalKey, spendChallenge } from '../queries/arrivals.ts'
import { stamp, tookSince } from '../stamp.ts'

export interface Look {
  doubts: readonly Doubt[]
  /** A task to be done before the form is taken: only while robots come in numbers, and not where it was done. Show `ChallengePage`. */
  challenge: string | null
}

// By commissioner: each process counts what it sees itself, and forgets it within twenty minutes.
const arrivals = new Map<string, Arrivals>()
const keys = new Map<string, Buffer>()

/** Look at how a form came: the field that people cannot see, how long it took, and how many came from there. For forms on the web. */
export async function lookAtPost(ctx: Context, { body, remote }: { body: Body; remote: string }): Promise<Look> {
  const counting = arrivalsAt(ctx.commissioner.id)
  const typed = (name: string) => [body[name] ?? ''].flat().at(-1) ?? ''
  const started = typed(arrivalFields.started)
  const doubts = doubtsAbout({
    honeypot: typed(arrivalFields.honeypot),
    took: started === '' ? null : tookSince(await keyOf(ctx), started, ctx.now),
    fromThere: counting.count(coarseAddressOf(remote), ctx.now),
  })
  if (doubts.length > 0) counting.doubt(ctx.now)
  if (!counting.isUnderAttack(ctx.now)) return { doubts, challenge: null }
  const isMet = await meetChallenge(ctx, { challenge: typed(arrivalFields.challenge), proof: typed(arrivalFields.proof) })
  return { doubts, challenge: isMet ? null : makeChallenge(await keyOf(ctx), ctx.now) }
}

/** When this page is drawn, for `ArrivalFields`: on pages that are drawn for one visitor. */
export const stampOf = async (ctx: Context) => stamp(await keyOf(ctx), ctx.now)

async function meetChallenge(ctx: Context, { challenge, proof }: { challenge: string; proof: string }): Promise<boolean> {
  const expiresAt = challenge === '' ? null : metUntil(await keyOf(ctx), challenge, proof, ctx.now)
  return expiresAt !== null && spendChallenge(ctx.db, ctx.commissioner.id, { hash: hashOf(challenge), expiresAt })
}

function arrivalsAt(commissionerId: string): Arrivals {
  const known = arrivals.get(commissionerId) ?? createArrivals()
  arrivals.set(commissionerId, known)
  return known
}

async function keyOf({ db, commissioner }: Context): Promise<Buffer> {
  const key = keys.get(commissioner.id) ?? hashOf(`${await findArrivalKey(db)} ${commissioner.id}`)
  keys.set(commissioner.id, key)
  return key
}
