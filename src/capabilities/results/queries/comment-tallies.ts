import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import type { Basis } from '../basis.ts'
import { of } from './choices.ts'
import { type Chosen, listSaid } from './groups.ts'
import { type CommentCount, countComments } from './tallies.ts'

type Db = Owned<'results'>

/** As `countComments`, of the responses that these filters let through. */
export async function countCommentsOf(db: Db, basis: Basis, only: readonly Chosen[]): Promise<CommentCount> {
  if (only.length === 0) return countComments(db, basis)
  const comments = sql`select (array_agg(response_id) filter (where readable))[1] as response_id, 'comment' as key, bool_or(coded)::text as said from (
      select c.id, c.response_id, true as readable, false as coded from readable_contributions c where ${of(basis, sql`c`)} and c.words is not null
      union all
      select k.contribution_id, k.response_id, false, true from current_codings k where ${of(basis, sql`k`)}) as read
    group by id having bool_or(readable)`
  const said = await listSaid(db, basis, comments, [], only)
  const count = (some: typeof said) => some.reduce((sum, one) => sum + one.count, 0)
  return { comments: count(said), coded: count(said.filter((one) => one.said === 'true')) }
}
