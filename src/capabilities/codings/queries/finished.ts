import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'

type Db = Owned<'codings'>

interface Finishing {
  frameId: string
  coderId: string
  contributionIds: readonly string[]
  finishedAt: Date
}

/** This coder has decided about these comments with this frame; a second time changes nothing. One statement for any number. */
export const finishComments = (db: Db, commissionerId: string, { frameId, coderId, contributionIds, finishedAt }: Finishing) =>
  sql`insert into finished_codings (commissioner_id, contribution_id, frame_id, coder_id, finished_at)
    select ${commissionerId}::uuid, c, ${frameId}::uuid, ${coderId}::uuid, ${finishedAt}::timestamptz from unnest(${[...contributionIds]}::uuid[]) as c
    on conflict do nothing`.execute(db)
