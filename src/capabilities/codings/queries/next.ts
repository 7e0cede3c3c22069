import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import { isId } from '#platform/ids.ts'
import type { Batch } from '../batch.ts'
import type { Queue } from '../queue.ts'
import { alongBatch, isReadableIn } from './comments.ts'
import { findPlace } from './places.ts'

type Db = Owned<'codings'>

interface Looking {
  part: Pick<Batch, 'kind' | 'id'>
  frameId: string
  queue: Queue
  /** The membership of who looks; null for an operator. */
  reader: string | null
  now: Date
  /** The comment to go on from, itself left out. */
  after?: string | undefined
  /** Where no comment is given: the one to begin with, if it is still waiting. */
  from?: string | undefined
}

// How many of the least certain are looked through before all of them are: most of those have been coded only when a model is old.
const top = 300
const near = 200
const far = 5000
const minutes = 10

/** The next comment of a queue: past the one given, and from its beginning again when there is none. Undefined where the queue is empty. */
export async function findNext(db: Db, looking: Looking): Promise<string | undefined> {
  if (looking.queue.rule === 'round') return nextInRound(db, looking, looking.queue.roundId)
  const after = looking.after !== undefined && isId(looking.after) ? looking.after : undefined
  if (looking.queue.rule === 'uncertain') return nextUncertain(db, { ...looking, after })
  const find = looking.queue.rule === 'again' ? nextMarked : nextInOrder
  const further = after ?? looking.from
  return (
    (further && (await find(db, { ...looking, after }, true))) ??
    (await find(db, anywhere(looking), true)) ??
    (await find(db, anywhere(looking), false))
  )
}

const anywhere = (looking: Looking): Looking => ({ ...looking, after: undefined, from: undefined })

// What is asked of each comment is asked as a value, not as a join: the first that fits ends the search, and no plan reads all of them.
const isOpen = ({ frameId }: Looking, id: string) =>
  sql<boolean>`(select true from finished_codings f where f.frame_id = ${frameId} and f.contribution_id = ${sql.ref(id)} limit 1) is null`

/** What another coder has had on their screen in the last minutes is left to them. */
const isNotElsewhere = ({ frameId, reader, now }: Looking, id: string) =>
  sql<boolean>`${sql.ref(id)} <> all (array(
    select p.contribution_id from coder_places p where p.frame_id = ${frameId} and p.membership_id is distinct from ${reader}::uuid
      and p.opened_at > ${new Date(now.getTime() - minutes * 60_000)}))`

/** Of a text that many sent, none was finished yet. */
const isNewText = ({ frameId }: Looking) => sql<boolean>`
  (select true from suggestion_queue o join finished_codings f on f.frame_id = o.frame_id and f.contribution_id = o.contribution_id
    where o.frame_id = ${frameId} and o.same_words = (
      select q.same_words from suggestion_queue q where q.frame_id = ${frameId} and q.contribution_id = r.id) limit 1) is null
  and (select true from campaign_comments q join campaign_comments o on o.group_id = q.group_id
    join finished_codings f on f.contribution_id = o.contribution_id and f.frame_id = ${frameId} where q.contribution_id = r.id limit 1) is null`

/** The next in order. Mostly it stands close by; only where all of those are finished is looked further, and at last through all. */
async function nextInOrder(db: Db, looking: Looking, isPolite: boolean) {
  for (const limit of [near, far, null]) {
    const listed = alongBatch(db, looking.part)
      .select('r.id')
      .$if(looking.after !== undefined, (query) => query.where('r.id', '>', looking.after!))
      .$if(looking.after === undefined && looking.from !== undefined, (query) => query.where('r.id', '>=', looking.from!))
      .orderBy('r.id')
      .$if(limit !== null, (query) => query.limit(sql.lit(limit!)))
    const row = await db
      .selectFrom(listed.as('r'))
      .select('r.id')
      .where(isOpen(looking, 'r.id'))
      .$if(isPolite, (query) => query.where(isNotElsewhere(looking, 'r.id')))
      .$if(looking.queue.rule === 'once', (query) => query.where(isNewText(looking)))
      .orderBy('r.id')
      .limit(1)
      .executeTakeFirst()
    if (row) return row.id
  }
  return undefined
}

/** The next that is to be looked at again, finished or not. */
async function nextMarked(db: Db, looking: Looking, isPolite: boolean) {
  const row = await db
    .selectFrom('marked_comments as m')
    .select('m.contribution_id as id')
    .where('m.kind', '=', 'look again')
    .$if(looking.after !== undefined, (query) => query.where('m.contribution_id', '>', looking.after!))
    .$if(looking.after === undefined && looking.from !== undefined, (query) => query.where('m.contribution_id', '>=', looking.from!))
    .$if(isPolite, (query) => query.where(isNotElsewhere(looking, 'm.contribution_id')))
    .where(isReadableIn(looking.part, 'm.contribution_id'))
    .orderBy('m.contribution_id')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}

/** The least certain first, but what this coder had open lately; then those passed over. */
async function nextUncertain(db: Db, looking: Looking) {
  const lately = await listLately(db, looking)
  for (const { limit, past, isPolite } of [
    { limit: top, past: lately, isPolite: true },
    { limit: null, past: lately, isPolite: true },
    { limit: null, past: [], isPolite: false },
  ]) {
    const queued = db
      .selectFrom('suggestion_queue')
      .select(['contribution_id', 'uncertainty'])
      .where('frame_id', '=', looking.frameId)
      .orderBy('uncertainty', 'desc')
      .orderBy('contribution_id')
      .$if(limit !== null, (query) => query.limit(limit!))
    const row = await db
      .selectFrom(queued.as('q'))
      .select('q.contribution_id as id')
      .where(isOpen(looking, 'q.contribution_id'))
      .where(sql<boolean>`q.contribution_id <> all (${past}::uuid[])`)
      .$if(isPolite, (query) => query.where(isNotElsewhere(looking, 'q.contribution_id')))
      .where(isReadableIn(looking.part, 'q.contribution_id'))
      .orderBy('q.uncertainty', 'desc')
      .orderBy('q.contribution_id')
      .limit(1)
      .executeTakeFirst()
    if (row) return row.id
  }
  // What came since the suggestions were made has no place among them yet.
  return nextInOrder(db, anywhere(looking), false)
}

async function listLately(db: Db, { frameId, part, reader, after }: Looking): Promise<string[]> {
  const place = reader && (await findPlace(db, { frameId, batchId: part.id, membershipId: reader }))
  return [...(after ? [after] : []), ...(place ? [place.contributionId, ...place.before] : [])]
}

/** Comments of a round in the order of their sample, as far as this coder has not finished them. */
async function nextInRound(db: Db, { frameId, part, reader, after }: Looking, roundId: string) {
  const waiting = db
    .selectFrom('blind_comments as b')
    .select('b.contribution_id as id')
    .where('b.round_id', '=', roundId)
    .where('b.frame_id', '=', frameId)
    .where('b.membership_id', '=', reader)
    .where(isReadableIn(part, 'b.contribution_id'))
    .where(sql<boolean>`(select true from finished_comments f where f.frame_id = b.frame_id and f.contribution_id = b.contribution_id
      and f.membership_id = b.membership_id limit 1) is null`)
    .orderBy('b.place')
    .limit(1)
  const past = sql<boolean>`b.place > (select o.place from blind_comments o
    where o.round_id = ${roundId} and o.contribution_id = ${after}::uuid and o.membership_id = ${reader}::uuid)`
  const further = after !== undefined && isId(after) ? await waiting.where(past).executeTakeFirst() : undefined
  return (further ?? (await waiting.executeTakeFirst()))?.id
}
