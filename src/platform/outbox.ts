import { sql } from 'kysely'
import { type Context, staffId } from './context.ts'
import type { Db as Owned } from './db.ts'
import { allowOnly, NotFound, refuseIf } from './errors.ts'
import { record } from './events.ts'
import { addJob } from './jobs.ts'

type Db = Owned<'platform'>

/** What has become of a message. In doubt: handed over, perhaps, when something broke; only a person may say that it is to be sent again. */
export const fates = ['waiting', 'being sent', 'sent', 'arrived', 'to be tried again', 'refused', 'in doubt'] as const
export type Fate = (typeof fates)[number]

export interface OutboxMessage {
  id: string
  kind: string
  recipient: { kind: string; id: string }
  subject: string
  /** What is sent, with `[link]` where the link will be. */
  body: string
  queuedAt: Date
  fate: Fate
  /** The mail server's reply code or the kind of fault of the last try. */
  code: string
  attemptedAt: Date | null
}

const outcome = sql<Fate>`case
  when a.id is null then 'waiting'
  when o.outcome is null then 'being sent'
  when o.outcome = 'failed' then 'to be tried again'
  when o.outcome = 'in doubt' and s.decision = 'arrived' then 'arrived'
  when o.outcome = 'in doubt' and s.decision = 'send again' then 'waiting'
  else o.outcome end`

/** Every message with its last try and what came of it. */
const messages = (db: Db) =>
  db
    .selectFrom('messages as m')
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('message_attempts')
          .selectAll()
          .whereRef('message_id', '=', 'm.id')
          .whereRef('commissioner_id', '=', 'm.commissioner_id')
          .orderBy('id', 'desc')
          .limit(1)
          .as('a'),
      (join) => join.onTrue(),
    )
    .leftJoin('message_outcomes as o', (join) =>
      join.onRef('o.commissioner_id', '=', 'a.commissioner_id').onRef('o.attempt_id', '=', 'a.id'),
    )
    .leftJoin('message_settlements as s', (join) =>
      join.onRef('s.commissioner_id', '=', 'a.commissioner_id').onRef('s.attempt_id', '=', 'a.id'),
    )
    .select([
      'm.id',
      'm.kind',
      'm.recipient_kind',
      'm.recipient_id',
      'm.subject',
      'm.body',
      'm.queued_at',
      'a.id as attempt_id',
      'a.at as attempted_at',
      'o.code',
      outcome.as('fate'),
    ])

type Row = Awaited<ReturnType<ReturnType<typeof messages>['executeTakeFirstOrThrow']>>

const asMessage = (row: Row): OutboxMessage => ({
  id: row.id,
  kind: row.kind,
  recipient: { kind: row.recipient_kind, id: row.recipient_id },
  subject: row.subject,
  body: row.body,
  queuedAt: row.queued_at,
  fate: row.fate,
  code: row.code ?? '',
  attemptedAt: row.attempted_at,
})

/** A page of the outbox, latest first, from before an id; of one fate where that is asked. */
export async function listOutbox(
  db: Db,
  { before, fate, limit }: { before?: string | undefined; fate?: Fate | undefined; limit: number },
): Promise<OutboxMessage[]> {
  const rows = await messages(db)
    .$if(before !== undefined, (query) => query.where('m.id', '<', before ?? ''))
    .$if(fate !== undefined, (query) => query.where(outcome, '=', fate ?? 'waiting'))
    .orderBy('m.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(asMessage)
}

export async function findMessage(db: Db, id: string): Promise<OutboxMessage> {
  const row = await messages(db).where('m.id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound(`message ${id}`)
  return asMessage(row)
}

/** What became of each of these messages. */
export async function fatesOf(db: Db, messageIds: readonly string[]): Promise<Map<string, Fate>> {
  const rows = await messages(db)
    .where(sql<boolean>`m.id = any(${[...messageIds]}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, fate }) => [id, fate]))
}

/** One at a time for each message, should two workers hold the same job, or a person settle it in the same moment. */
export async function lockMessage(db: Db, id: string) {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`goldthread message ${id}`}, 0))`.execute(db)
}

const longInFlight = 5 * 60_000

/** Every message that someone or the clock has still to send, and those that have been in flight for too long to be still on their way. */
export async function listUnfinished(db: Db, now: Date): Promise<string[]> {
  const rows = await messages(db)
    .where(({ or, eb, and }) =>
      or([
        eb(outcome, 'in', ['waiting', 'to be tried again']),
        and([eb(outcome, '=', 'being sent'), eb('a.at', '<', new Date(now.getTime() - longInFlight))]),
      ]),
    )
    .execute()
  return rows.map(({ id }) => id)
}

/** A person looked into a message in doubt, and says that it arrived, or that it is to be sent again. */
export async function settleMessage(ctx: Context, messageId: string, decision: 'arrived' | 'send again') {
  const db: Db = ctx.db
  const settledBy = staffId(ctx.actor)
  allowOnly(settledBy !== null)
  await lockMessage(db, messageId)
  const message = await messages(db).where('m.id', '=', messageId).executeTakeFirst()
  if (!message) throw new NotFound(`message ${messageId}`)
  refuseIf(message.fate !== 'in doubt', 'This message is not in doubt any more')
  await db
    .insertInto('message_settlements')
    .values({
      commissioner_id: ctx.commissioner.id,
      attempt_id: message.attempt_id!,
      decision,
      settled_by: settledBy!,
      settled_at: ctx.now,
    })
    .execute()
  if (decision === 'send again') await addJob(ctx, 'send message', { message: messageId }, { key: `send ${messageId}` })
  await record(ctx, 'message.settled', messageId, { decision }, { publicPagesStay: true })
}
