import { type Context, staffId } from '#platform/context.ts'
import { allowOnly } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import type { FeedEvent } from '../feed-file.ts'
import { mayPlan } from '../policy.ts'
import { findFeed, insertFeed, insertFeedRemoval } from '../queries/feeds.ts'

/** Bring in somebody's calendar. One that came before under the same name gives way to it. */
export async function importFeed(
  ctx: Context,
  { name, communities, events }: { name: string; communities: readonly string[]; events: readonly FeedEvent[] },
): Promise<string> {
  allowOnly(mayPlan(ctx.actor))
  const id = newId()
  await insertFeed(ctx.db, ctx.commissioner.id, {
    id,
    name: name.normalize('NFC'),
    communities,
    events,
    by: staffId(ctx.actor),
    at: ctx.now,
  })
  await record(ctx, 'calendar-feed.imported', id, { events: events.length }, { publicPagesStay: true })
  return id
}

export async function removeFeed(ctx: Context, id: string) {
  allowOnly(mayPlan(ctx.actor))
  const feed = await findFeed(ctx.db, id)
  await insertFeedRemoval(ctx.db, ctx.commissioner.id, { feedId: feed.id, by: staffId(ctx.actor), at: ctx.now })
  await record(ctx, 'calendar-feed.removed', feed.id, {}, { publicPagesStay: true })
}
