import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import type { Answer, Decider } from '../measurement.ts'
import type { Round } from '../round.ts'

type Db = Owned<'agreements'>
type Part = Pick<Round, 'frameId' | 'batch'>

// What stands in an open round is nobody's to see, and what was settled says what a third person made of it. Each list is made once and not
// once a comment: `is true` keeps the database from joining what it knows too little about.
const decided = ({ frameId, batch: { kind, id } }: Part) => sql`
  from finished_comments f
  where f.frame_id = ${frameId} and f.coder_kind <> 'machine'
    and (f.contribution_id in (
      select r.id from readable_contributions r
      where ${sql.ref(kind === 'survey' ? 'r.survey_id' : 'r.source_id')} = ${id} and r.words is not null)) is true
    and f.contribution_id not in (select b.contribution_id from blind_comments b where b.frame_id = ${frameId})
    and f.contribution_id not in (select s.contribution_id from settlements s join rounds o on o.id = s.round_id where o.frame_id = ${frameId})`

/** People and files that decided about comments of a batch with a frame, those of most first. */
export async function listDeciders(db: Db, part: Part): Promise<Decider[]> {
  const { rows } = await sql<Decider>`
    select f.coder_id as "coderId", min(f.coder_name) as name, min(f.coder_kind) as kind, count(*) as comments ${decided(part)}
    group by f.coder_id order by count(*) desc, min(f.coder_name), f.coder_id limit 100`.execute(db)
  return rows
}

/** What two coders decided about the comments that both decided about. */
export async function readBoth(db: Db, part: Part, coders: readonly [string, string]): Promise<Answer[]> {
  const both = sql`${[...coders]}::uuid[]`
  const finished = await sql<{ id: string }>`
    select f.contribution_id as id ${decided(part)} and f.coder_id = any(${both})
    group by f.contribution_id having count(*) = 2 order by 1`.execute(db)
  const coded = await sql<{ contributionId: string; coderId: string; themeIds: string[] }>`
    select k.contribution_id as "contributionId", k.coder_id as "coderId", array_agg(distinct k.theme_id) as "themeIds"
    from current_codings k
    where k.coder_id = any(${both}) and (k.theme_id in (select t.id from frame_themes t where t.frame_id = ${part.frameId})) is true
    group by 1, 2`.execute(db)
  const felt = await sql<{ contributionId: string; coderId: string; value: number }>`
    select s.contribution_id as "contributionId", s.coder_id as "coderId", s.value from current_sentiments s where s.coder_id = any(${both})`.execute(
    db,
  )

  const key = (one: { contributionId: string; coderId: string }) => `${one.contributionId} ${one.coderId}`
  const themes = new Map(coded.rows.map((row) => [key(row), row.themeIds]))
  const sentiments = new Map(felt.rows.map((row) => [key(row), row.value]))
  return finished.rows.flatMap(({ id: contributionId }) =>
    coders.map((coderId) => {
      const one = { contributionId, coderId }
      return { ...one, themeIds: themes.get(key(one)) ?? [], sentiment: sentiments.get(key(one)) ?? null }
    }),
  )
}
