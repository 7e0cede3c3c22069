import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import type { Round } from '../round.ts'

type Db = Owned<'agreements'>

interface Drawing extends Pick<Round, 'frameId' | 'batch' | 'size' | 'seed' | 'drawnFrom'> {}

/**
 * Draw comments by chance: in the order of the SHA-256 of seed, space and id, which anyone can work out again. Each text once, however many
 * people sent it. Texts of an earlier round with this frame are left out, since their codings have been laid open.
 */
export async function drawComments(
  db: Db,
  { frameId, batch, size, seed, drawnFrom }: Drawing,
): Promise<{ ids: string[]; eligible: number }> {
  const { rows } = await sql<{ id: string; eligible: number }>`
    with known as (
      select r.id, sha256(convert_to(${String(seed)} || ' ' || r.id, 'UTF8')) as ticket, coalesce(q.same_words::text, md5(${bare})) as same,
        r.id in (${drawnFrom === 'any' ? inRounds(frameId) : sql`${inRounds(frameId)} union ${touched(frameId)}`}) as is_known
      from readable_contributions r
      left join suggestion_queue q on (q.commissioner_id, q.contribution_id) = (r.commissioner_id, r.id) and q.frame_id = ${frameId}
      where ${sql.ref(batch.kind === 'survey' ? 'r.survey_id' : 'r.source_id')} = ${batch.id} and r.words is not null and 'coder' = any(r.audiences)
    ), once as (
      select distinct on (same) id, ticket from known where same not in (select same from known where is_known) order by same, ticket
    )
    select id, count(*) over () as eligible from once order by ticket limit ${size}`.execute(db)
  return { ids: rows.map(({ id }) => id), eligible: rows[0]?.eligible ?? 0 }
}

// Texts that differ in capitals, spaces and the punctuation of English alone are one; what is left of an emoji or another script is the text itself.
const bare = sql.raw("btrim(regexp_replace(lower(r.words), '[\\s!-/:-@[-`{-~]+', ' ', 'g'))")

const inRounds = (frameId: string) => sql`
  select c.contribution_id from round_comments c join rounds o on o.id = c.round_id where o.frame_id = ${frameId}`

/** Comments about which somebody, or a file's labels, has said something with this frame. */
const touched = (frameId: string) => sql`
  select k.contribution_id from current_codings k join frame_themes t on t.id = k.theme_id where t.frame_id = ${frameId}
  union select f.contribution_id from finished_comments f where f.frame_id = ${frameId}`
