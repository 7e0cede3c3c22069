import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Db as Owned } from '#platform/db.ts'

type Db = Owned<'results'>

/** Counts as they were last made, for as long as nothing has been recorded since. */
const kept = new Map<string, { stamp: string; counted: unknown }>()
const most = 200

// An event is written in the transaction of the change it records, and its id is made just before. When the last event is this old and no
// transaction that writes was under way, whatever is counted holds everything up to that event, and what comes later has a later one.
const settled = 5000

/**
 * What `count` gives, but from memory while nothing has happened in this commissioner since it was counted last: every act that changes a
 * count (a response, a coding, a withholding, a response set aside) records an event. `what` says what is counted, and of what. Staff look
 * again and again at what ten thousand people answered, and the answer is the same.
 */
export async function countOnce<Counted>(
  ctx: Pick<Context, 'db' | 'commissioner'>,
  what: string,
  count: () => Promise<Counted>,
): Promise<Counted> {
  const key = `${ctx.commissioner.id} ${what}`
  const { stamp, isSettled } = await stampOf(ctx.db)
  const known = kept.get(key)
  if (known?.stamp === stamp) return known.counted as Counted
  const counted = await count()
  kept.delete(key)
  if (kept.size >= most) kept.delete(kept.keys().next().value!)
  if (isSettled) kept.set(key, { stamp, counted })
  return counted
}

/** The last event, and whether everything up to it can be seen from here. */
async function stampOf(db: Db): Promise<{ stamp: string; isSettled: boolean }> {
  const { rows } = await sql<{ id: string | null; quiet: boolean }>`
    select (select id from recorded_events order by id desc limit 1) as id,
      pg_snapshot_xmin(pg_current_snapshot()) = pg_snapshot_xmax(pg_current_snapshot()) as quiet`.execute(db)
  const [last] = rows
  // The first twelve digits of a UUIDv7 are the milliseconds of its making (RFC 9562 section 5.7).
  const madeAt = Number.parseInt((last?.id ?? '').replaceAll('-', '').slice(0, 12), 16)
  return { stamp: last?.id ?? '', isSettled: last?.quiet === true && Date.now() - madeAt > settled }
}
