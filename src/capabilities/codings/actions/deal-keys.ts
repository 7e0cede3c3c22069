import { countByTheme, findFrame, listThemes, readDown } from '#capabilities/themes'
import type { Context } from '#platform/context.ts'
import { allowOnly } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { mayCode } from '../policy.ts'
import { deleteKeys, insertKeys, listKeys, lockKeys } from '../queries/keys.ts'
import { dealKeys } from '../theme-key.ts'

/** The key of each theme. Themes that have none are dealt one; the first time the most used come first. */
export async function keysOf(ctx: Context, frameId: string, themes: readonly { id: string }[]): Promise<ReadonlyMap<string, string>> {
  const dealt = await listKeys(ctx.db, frameId)
  if (themes.every(({ id }) => dealt.has(id))) return dealt
  const ids = dealt.size === 0 ? await byUse(ctx, frameId, themes) : themes.map(({ id }) => id)
  const fresh = dealKeys(ids, dealt)
  if (fresh.size === 0) return dealt
  await insertKeys(ctx.db, ctx.commissioner.id, frameId, fresh)
  return listKeys(ctx.db, frameId)
}

/** Deal the keys of a frame anew, the most used themes first. Whoever codes with it has to learn them again. */
export async function dealKeysAnew(ctx: Context, frameId: string) {
  allowOnly(mayCode(ctx.actor))
  const frame = await findFrame(ctx.db, frameId)
  await lockKeys(ctx.db, frame.id)
  await deleteKeys(ctx.db, frame.id)
  const keys = dealKeys(await byUse(ctx, frame.id, readDown(await listThemes(ctx.db, frame.id))), new Map())
  await insertKeys(ctx.db, ctx.commissioner.id, frame.id, keys)
  await record(ctx, 'frame.keys-dealt', frame.id, { keys: keys.size }, { publicPagesStay: true })
}

async function byUse(ctx: Context, frameId: string, themes: readonly { id: string }[]) {
  const counted = await countByTheme(ctx.db, frameId)
  const used = (id: string) => counted.get(id)?.comments ?? 0
  return themes.map(({ id }) => id).toSorted((one, other) => used(other) - used(one))
}
