import type { Context } from '#platform/context.ts'
import { keysOf } from '../draft.ts'
import { deleteAddress, deleteWarningsOf, findAddressByKey } from '../queries/addresses.ts'
import { type Draft, deleteDraftByHash, findDraftByHash } from '../queries/drafts.ts'

/** The answers that a link opens. NotFound where they were sent, or their time is over. */
export const findDraft = ({ db, today }: Pick<Context, 'db' | 'today'>, token: string): Promise<Draft> =>
  findDraftByHash(db, keysOf(token).draft, today)

/** The answers were sent: what was saved of them goes, and nobody is reminded of it. Part of the act that received them, which records it. */
export async function finishDraft(ctx: Context, token: string) {
  const keys = keysOf(token)
  await deleteDraftByHash(ctx.db, keys.draft)
  const address = await findAddressByKey(ctx.db, keys.address)
  if (!address) return
  // Another window of the same person may have saved the same answers once more.
  await deleteWarningsOf(ctx.db, address.series)
  await deleteAddress(ctx.db, address.id)
}
