import type { Context } from './context.ts'
import type { Db } from './db.ts'
import { digestOf, type Json, type SpineRow } from './digests.ts'
import { newId } from './ids.ts'

interface Options {
  /** Rows of the spine this act made or superseded: their digests go into the event. */
  rows?: readonly SpineRow[]
  /** True where nothing the public sees has changed, so that pages kept in memory may stay. */
  publicPagesStay?: boolean
}

/**
 * Write down what just happened, in the same transaction as the change itself.
 * `name` is noun.past and its noun is the subject's kind. `detail` holds ids and facts: no free text, no personal data.
 */
export async function record(ctx: Context, name: string, subjectId: string, detail: { [key: string]: Json } = {}, { rows = [], publicPagesStay = false }: Options = {}) {
  if (!publicPagesStay) ctx.publicPagesChanged = true
  const actor = ctx.actor
  const db: Db<'platform'> = ctx.db
  await db
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
      digests: JSON.stringify(rows.map((row) => [row.kind, row.id, digestOf(row)])),
    })
    .execute()
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
  const names = await ctx.slots.staffNames(ctx, [...new Set(events.flatMap((event) => (event.actor_kind === 'staff' && event.actor_id ? [event.actor_id] : [])))])
  return events.map((event) => ({
    at: event.at,
    who: event.actor_kind === 'staff' ? (names.get(event.actor_id ?? '') ?? 'Staff') : actorWords[event.actor_kind] ?? event.actor_kind,
    what: ctx.slots.sentences[event.name]?.(event.detail as { [key: string]: Json }) ?? event.name.replace('.', ' ').replaceAll('-', ' '),
  }))
}

const actorWords: Record<string, string> = { person: 'The person themselves', public: 'A member of the public', operator: 'An operator', system: 'Goldthread' }
