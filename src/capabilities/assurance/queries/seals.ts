import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import type { Member, Sealed } from '../chain.ts'
import { eventText, type RecordedEvent, type Seal } from '../seal.ts'

type Db = Owned<'assurance'>

/** One sealer at a time for each commissioner. Only sealers ask for this lock, so nobody who responds ever waits for it. */
export async function lockSeals(db: Db, commissionerId: string) {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`goldthread seals ${commissionerId}`}, 0))`.execute(db)
}

export async function findLastSeal(db: Db): Promise<{ number: number; hash: string } | undefined> {
  return db.selectFrom('seals').select(['number', 'hash']).orderBy('number', 'desc').limit(1).executeTakeFirst()
}

export async function findHighestSealed(db: Db): Promise<string | undefined> {
  return (await db.selectFrom('seal_members').select('event_id').orderBy('event_id', 'desc').limit(1).executeTakeFirst())?.event_id
}

const unsealed = (db: Db, afterId: string) =>
  db
    .selectFrom('recorded_events as e')
    .where('e.id', '>', afterId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('seal_members as m')
            .select('m.event_id')
            .whereRef('m.commissioner_id', '=', 'e.commissioner_id')
            .whereRef('m.event_id', '=', 'e.id'),
        ),
      ),
    )
    .orderBy('e.id')

export const listUnsealed = async (db: Db, afterId: string, limit: number) =>
  (await unsealed(db, afterId).select('e.id').limit(limit).execute()).map(({ id }) => id)

/** What is known of unsealed events without reading their details. */
export const listUnsealedMoments = (db: Db, afterId: string, limit: number) =>
  unsealed(db, afterId).select(['e.id', 'e.moment', 'e.actor_kind']).limit(limit).execute()

export const listEvents = (db: Db, ids: readonly string[]): Promise<RecordedEvent[]> =>
  db
    .selectFrom('recorded_events')
    .selectAll()
    .where('id', 'in', [...ids])
    .orderBy('id')
    .execute()

export async function insertSeal(
  db: Db,
  commissionerId: string,
  { number, previous, hash }: Seal,
  sealedAt: Date,
  members: readonly { eventId: string; hash: string }[],
) {
  await db.insertInto('seals').values({ commissioner_id: commissionerId, number, sealed_at: sealedAt, previous, hash }).execute()
  const rows = members.map((member, index) => ({
    commissioner_id: commissionerId,
    event_id: member.eventId,
    seal_number: number,
    position: index + 1,
    event_hash: member.hash,
  }))
  for (let start = 0; start < rows.length; start += 1000)
    await db
      .insertInto('seal_members')
      .values(rows.slice(start, start + 1000))
      .execute()
}

/** Every seal with its events, in order, as they are now. Seals made while this is read are left for the next time. */
export async function* readSealed(db: Db): AsyncGenerator<Sealed> {
  const newest = (await findLastSeal(db))?.number ?? 0
  const members = readMembers(db)
  let next = await members.next()
  const membersOf = async (number: number) => {
    const own: Member[] = []
    for (; !next.done && next.value.seal === number; next = await members.next()) own.push(next.value)
    return own
  }
  for await (const seal of readSeals(db, newest)) {
    while (!next.done && next.value.seal < seal.number)
      yield { number: next.value.seal, seal: null, members: await membersOf(next.value.seal) }
    yield { number: seal.number, seal, members: await membersOf(seal.number) }
  }
  while (!next.done) {
    const number = next.value.seal
    const own = await membersOf(number)
    if (!(await isSeal(db, number))) yield { number, seal: null, members: own }
  }
}

const isSeal = async (db: Db, number: number) =>
  (await db.selectFrom('seals').select('number').where('number', '=', number).executeTakeFirst()) !== undefined

async function* readSeals(db: Db, newest: number): AsyncGenerator<Seal> {
  for (let after = 0; ; ) {
    const page = await db
      .selectFrom('seals')
      .select([
        'number',
        'previous',
        'hash',
        sql<string>`to_char(sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('sealedAt'),
      ])
      .where('number', '>', after)
      .where('number', '<=', newest)
      .orderBy('number')
      .limit(1000)
      .execute()
    yield* page
    const last = page.at(-1)
    if (!last) return
    after = last.number
  }
}

async function* readMembers(db: Db): AsyncGenerator<Member> {
  for (let after = { seal: 0, position: 0 }; ; ) {
    const page = await db
      .selectFrom('seal_members as m')
      .leftJoin('recorded_events as e', (join) =>
        join.onRef('e.commissioner_id', '=', 'm.commissioner_id').onRef('e.id', '=', 'm.event_id'),
      )
      .selectAll('e')
      .select(['m.seal_number', 'm.position', 'm.event_id', 'm.event_hash'])
      .where(sql<boolean>`(m.seal_number, m.position) > (${after.seal}, ${after.position})`)
      .orderBy('m.seal_number')
      .orderBy('m.position')
      .limit(250)
      .execute()
    for (const row of page) {
      const event = row.id === null ? null : (row as RecordedEvent)
      yield {
        seal: row.seal_number,
        position: row.position,
        eventId: row.event_id,
        hash: row.event_hash,
        text: event && eventText(event),
        at: row.moment,
        actorKind: row.actor_kind,
      }
    }
    const last = page.at(-1)
    if (!last) return
    after = { seal: last.seal_number, position: last.position }
  }
}
