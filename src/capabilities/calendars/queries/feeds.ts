import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import type { Feed, FeedEvent } from '../feed-file.ts'
import type { Days } from '../period.ts'

type Db = Owned<'calendars'>

/** The latest of each name, but for those taken out. */
const standing = sql`
  select f.id, f.name, f.communities, f.imported_at from (select distinct on (name) * from calendar_feeds order by name, id desc) f
  where not exists (select from calendar_feed_removals x where x.feed_id = f.id)`

export async function listFeeds(db: Db): Promise<Feed[]> {
  const { rows } = await sql<Feed>`
    select f.id, f.name, f.communities, f.imported_at as "importedAt",
      (select count(*) from calendar_feed_events e where e.feed_id = f.id) as events
    from (${standing}) f order by f.name`.execute(db)
  return rows
}

export async function findFeed(db: Db, id: string): Promise<Feed> {
  const feed = isId(id) ? (await listFeeds(db)).find((one) => one.id === id) : undefined
  if (!feed) throw new NotFound('feed')
  return feed
}

export async function listFeedEvents(
  db: Db,
  { from, to }: Days,
): Promise<(FeedEvent & { id: string; feed: string; communities: string[] })[]> {
  const { rows } = await sql<FeedEvent & { id: string; feed: string; communities: string[] }>`
    select f.id || '-' || e.number as id, e.title, e.starts_on as "startsOn", e.ends_on as "endsOn", e.href, f.name as feed, f.communities
    from (${standing}) f join calendar_feed_events e on e.feed_id = f.id
    where e.starts_on <= ${to} and e.ends_on >= ${from} order by e.starts_on, f.id, e.number limit 500`.execute(db)
  return rows
}

export async function insertFeed(
  db: Db,
  commissionerId: string,
  feed: { id: string; name: string; communities: readonly string[]; by: string | null; at: Date; events: readonly FeedEvent[] },
) {
  const { id, name, communities, by, at, events } = feed
  await db
    .insertInto('calendar_feeds')
    .values({ commissioner_id: commissionerId, id, name, communities: [...communities], imported_by: by, imported_at: at })
    .execute()
  const rows = JSON.stringify(events.map((event, number) => ({ ...event, number })))
  await sql`
    insert into calendar_feed_events (commissioner_id, feed_id, number, title, starts_on, ends_on, href)
    select ${commissionerId}, ${id}, number, title, "startsOn", "endsOn", href
    from jsonb_to_recordset(${rows}::jsonb) as e (number integer, title text, "startsOn" date, "endsOn" date, href text)`.execute(db)
}

export async function insertFeedRemoval(
  db: Db,
  commissionerId: string,
  { feedId, by, at }: { feedId: string; by: string | null; at: Date },
) {
  await db
    .insertInto('calendar_feed_removals')
    .values({ commissioner_id: commissionerId, feed_id: feedId, removed_by: by, removed_at: at })
    .execute()
}
