import { sql } from 'kysely'
import type { Context } from './context.ts'
import type { Db } from './db.ts'
import { type Digested, digestOf, type Json, type SpineRow } from './digests.ts'
import { newId } from './ids.ts'

interface Options {
  /** Rows of the spine this act made or superseded: their digests go into the event. */
  rows?: readonly (SpineRow | Digested)[]
  /** True where nothing the public sees has changed, so that pages kept in memory may stay. */
  publicPagesStay?: boolean
}

/**
 * Write down what just happened, in the same transaction as the change itself.
 * `name` is noun.past and its noun is the subject's kind. `detail` holds ids and facts: no free text, no personal data.
 */
export const record = (ctx: Context, name: string, subjectId: string, detail?: { [key: string]: Json }, options?: Options) =>
  recordWith(ctx, ctx.db, name, subjectId, detail, options)

/** What an event can be put behind: the database, or a statement begun with the rows that it records. */
export type Statement = Pick<Db<'platform'>, 'insertInto'>

/** The same, in one trip to the database with the rows it records: for what many people do at once. */
export async function recordWith(
  ctx: Context,
  statement: Statement,
  name: string,
  subjectId: string,
  detail: { [key: string]: Json } = {},
  { rows = [], publicPagesStay = false }: Options = {},
) {
  const actor = ctx.actor
  await statement
    .insertInto('events')
    .values({
      commissioner_id: ctx.commissioner.id,
      id: newId(),
      at: ctx.now,
      name,
      actor_kind: actor.kind,
      actor_id: actor.kind === 'staff' || actor.kind === 'person' ? actor.id : null,
      subject_kind: name.slice(0, name.indexOf('.')),
      subject_id: subjectId,
      detail: JSON.stringify(detail),
      digests: JSON.stringify(rows.map((row) => [row.kind, row.id, 'digest' in row ? row.digest : digestOf(row)])),
    })
    .execute()
  ctx.done.recorded = true
  if (publicPagesStay) return
  ctx.done.publicPagesChanged = true
  // On commit every node hears of it; whoever did the work is a page, a job or a command.
  await sql`select pg_notify('goldthread_public_pages', ${ctx.commissioner.slug})`.execute(ctx.db)
}

export interface HistoryLine {
  at: Date
  who: string
  what: string
}

/** What happened to these things, latest first: for the foot of every record's page. */
export async function historyOf(ctx: Context, subjectIds: readonly string[], limit = 50): Promise<HistoryLine[]> {
  if (subjectIds.length === 0) return []
  const db: Db<'platform'> = ctx.db
  const events = await db
    .selectFrom('events')
    .select(['at', 'name', 'actor_kind', 'actor_id', 'detail'])
    .where('subject_id', 'in', [...subjectIds])
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return inWords(ctx, events)
}

/** Events as people read them, in the order given. */
export async function inWords(
  ctx: Context,
  events: readonly { at: Date; name: string; actor_kind: string; actor_id: string | null; detail: unknown }[],
): Promise<HistoryLine[]> {
  const names = await ctx.slots.staffNames(ctx, [
    ...new Set(events.flatMap((event) => (event.actor_kind === 'staff' && event.actor_id ? [event.actor_id] : []))),
  ])
  return events.map((event) => ({
    at: event.at,
    who: event.actor_kind === 'staff' ? (names.get(event.actor_id ?? '') ?? 'Staff') : (actorWords[event.actor_kind] ?? event.actor_kind),
    what: ctx.slots.sentences[event.name]?.(event.detail as { [key: string]: Json }) ?? event.name.replace('.', ' ').replaceAll('-', ' '),
  }))
}

const actorWords: Record<string, string> = {
  person: 'The person themselves',
  public: 'A member of the public',
  operator: 'An operator',
  system: 'Goldthread',
}
