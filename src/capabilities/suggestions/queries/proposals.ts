import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import type { Proposal } from '../proposal.ts'

type Db = Owned<'suggestions'>

const proposals = (db: Db, frameId: string) =>
  db
    .selectFrom('theme_proposals as p')
    .leftJoin('theme_proposal_dismissals as d', 'd.proposal_id', 'p.id')
    .select((eb) => [
      'p.id',
      'p.name',
      'p.terms',
      sql<boolean>`d.proposal_id is not null`.as('dismissed'),
      eb
        .selectFrom('theme_proposal_comments as c')
        .select((count) => count.fn.countAll<number>().as('comments'))
        .whereRef('c.proposal_id', '=', 'p.id')
        .as('comments'),
    ])
    .where('p.frame_id', '=', frameId)

const asProposal = (row: Omit<Proposal, 'comments'> & { comments: number | null }): Proposal => ({ ...row, comments: row.comments ?? 0 })

/** Those nobody dismissed, with most comments first. */
export const listProposals = async (db: Db, frameId: string): Promise<Proposal[]> =>
  (await proposals(db, frameId).where('d.proposal_id', 'is', null).orderBy('comments', 'desc').orderBy('p.id').execute()).map(asProposal)

export async function findProposal(db: Db, frameId: string, id: string): Promise<Proposal> {
  const row = isId(id) && isId(frameId) ? await proposals(db, frameId).where('p.id', '=', id).executeTakeFirst() : undefined
  if (!row) throw new NotFound()
  return asProposal(row)
}

/** The comments of a proposal whose words may be read, those nearest its middle first. */
export async function listProposalWords(db: Db, proposalId: string, limit: number): Promise<{ id: string; words: string }[]> {
  const { rows } = await sql<{ id: string; words: string }>`
    select r.id, r.words from theme_proposal_comments c join readable_contributions r on r.id = c.contribution_id
    where c.proposal_id = ${proposalId} and r.words is not null and 'coder' = any(r.audiences) order by c.place limit ${limit}`.execute(db)
  return rows
}

export const listDismissed = async (db: Db, frameId: string): Promise<{ name: string; ids: string[] }[]> => {
  const { rows } = await sql<{ name: string; ids: string[] }>`
    select p.name, coalesce((select array_agg(c.contribution_id::text) from theme_proposal_comments c where c.proposal_id = p.id), '{}') as ids
    from theme_proposals p join theme_proposal_dismissals d on d.proposal_id = p.id where p.frame_id = ${frameId}`.execute(db)
  return rows
}

interface NewProposal {
  id: string
  name: string
  terms: readonly string[]
  ids: readonly string[]
}

/** Put these in the place of those that nobody dismissed. */
export async function replaceProposals(
  db: Db,
  commissionerId: string,
  { frameId, at, proposals: made }: { frameId: string; at: Date; proposals: readonly NewProposal[] },
) {
  const standing = sql`(select p.id from theme_proposals p where p.frame_id = ${frameId}
    and not exists (select from theme_proposal_dismissals d where d.proposal_id = p.id))`
  await sql`delete from theme_proposal_comments where proposal_id in ${standing}`.execute(db)
  await sql`delete from theme_proposals where id in ${standing}`.execute(db)
  if (made.length === 0) return
  await db
    .insertInto('theme_proposals')
    .values(
      made.map(({ id, name, terms }) => ({
        commissioner_id: commissionerId,
        id,
        frame_id: frameId,
        name,
        terms: [...terms],
        proposed_at: at,
      })),
    )
    .execute()
  const rows = made.flatMap(({ id, ids }) => ids.map((contribution, place) => ({ id, contribution, place })))
  await sql`
    insert into theme_proposal_comments (commissioner_id, proposal_id, contribution_id, place)
    select ${commissionerId}::uuid, s.* from unnest(
      ${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.contribution)}::uuid[], ${rows.map((row) => row.place)}::integer[]) as s`.execute(
    db,
  )
}

/** False where somebody dismissed it already. */
export async function insertDismissal(
  db: Db,
  row: { commissioner_id: string; proposal_id: string; dismissed_by: string | null; dismissed_at: Date },
) {
  const done = await db
    .insertInto('theme_proposal_dismissals')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('proposal_id')
    .executeTakeFirst()
  return done !== undefined
}
