import type { Context } from '#platform/context.ts'
import { isId } from '#platform/ids.ts'
import { frameOf, listBecome } from '../queries/becoming.ts'
import { shareFrame } from '../queries/frames.ts'

/**
 * For whoever codes: hold the frames of these themes as they are until the transaction ends, and say which theme each is now: itself, or the one it
 * became. Many may hold a frame like that at once; a merge or a split waits for them, and they for it.
 */
export async function holdThemes(ctx: Pick<Context, 'db'>, wanted: readonly string[]): Promise<Map<string, string>> {
  const themeIds = wanted.filter(isId)
  for (const frameId of await frameOf(ctx.db, themeIds)) await shareFrame(ctx.db, frameId)
  return listBecome(ctx.db, themeIds)
}
