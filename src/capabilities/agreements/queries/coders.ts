import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import { codingRoles } from '../policy.ts'
import type { Round, RoundProgress } from '../round.ts'

type Db = Owned<'agreements'>

/** Members of staff who may code, by name. */
export const listWhoMayCode = (db: Db): Promise<{ id: string; name: string }[]> =>
  db
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('ended', '=', false)
    .where(sql<boolean>`roles && ${[...codingRoles]}::text[]`)
    .orderBy('name')
    .orderBy('id')
    .execute()

/** Who codes in a round, by name. */
export const listRoundCoders = (db: Db, roundId: string): Promise<{ id: string; name: string }[]> =>
  db
    .selectFrom('round_coders as k')
    .innerJoin('staff as s', 's.id', 'k.membership_id')
    .select(['s.id', 's.name'])
    .where('k.round_id', '=', roundId)
    .orderBy('s.name')
    .orderBy('s.id')
    .execute()

/** The comments of a round that may still be read, in its order. */
export async function listStandingComments(db: Db, roundId: string): Promise<string[]> {
  const comments = await db
    .selectFrom('round_comments')
    .select('contribution_id as id')
    .where('round_id', '=', roundId)
    .orderBy('place')
    .execute()
  const readable = await db
    .selectFrom('readable_contributions')
    .select('id')
    .where(sql<boolean>`id = any(${comments.map(({ id }) => id)}::uuid[])`)
    .where('words', 'is not', null)
    .execute()
  const standing = new Set(readable.map(({ id }) => id))
  return comments.map(({ id }) => id).filter((id) => standing.has(id))
}

/** Which people have decided about which of these comments. A machine is no coder, and a file's labels are none in a round. */
export const listFinished = (db: Db, { frameId }: Pick<Round, 'frameId'>, comments: readonly string[]) =>
  db
    .selectFrom('finished_comments')
    .select(['contribution_id as contributionId', 'membership_id as membershipId', 'coder_id as codingAs'])
    .where('frame_id', '=', frameId)
    .where('coder_kind', '=', 'person')
    .where(sql<boolean>`contribution_id = any(${[...comments]}::uuid[])`)
    .execute()

/** How far a round has come. */
export async function findProgress(db: Db, round: Pick<Round, 'id' | 'frameId'>): Promise<RoundProgress> {
  const comments = await listStandingComments(db, round.id)
  const finished = Map.groupBy(await listFinished(db, round, comments), ({ membershipId }) => membershipId)
  return {
    standing: comments.length,
    coders: (await listRoundCoders(db, round.id)).map(({ id, name }) => {
      const done = new Set(finished.get(id)?.map(({ contributionId }) => contributionId))
      return { membershipId: id, name, finished: done.size, next: comments.find((comment) => !done.has(comment)) ?? null }
    }),
  }
}
