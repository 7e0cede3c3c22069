import { type RawBuilder, sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import type { Basis } from '../basis.ts'
import { type FrameLines, frameLines, type SpokenTogether } from '../theme-figure.ts'
import { of } from './choices.ts'
import { type Chosen, listSaid } from './groups.ts'
import { listThemes } from './sources.ts'

type Db = Owned<'results'>

/** The themes of every frame that was used on a survey or a source, each with those below it. */
export async function countThemes(db: Db, basis: Basis, only: readonly Chosen[]): Promise<FrameLines[]> {
  const comments = await tallySpoken(db, basis, only, sql`contribution_id, response_id`)
  if (comments.length === 0) return []
  const responses = await tallySpoken(db, basis, only, sql`response_id`)
  const frames = await db.selectFrom('known_frames').select(['id', 'title']).orderBy('id').execute()
  return frameLines(frames, await listThemes(db), { comments, responses, felt: await tallyFelt(db, basis, only) })
}

/** The themes of each comment, or of each response, by frame; none for one that was read with a frame and speaks of nothing in it. */
async function tallySpoken(db: Db, basis: Basis, only: readonly Chosen[], each: RawBuilder<unknown>): Promise<SpokenTogether[]> {
  const spoken = sql`select response_id, frame_id::text as key, coalesce(string_agg(distinct theme, ' '), '') as said
    from (${readIn(basis)}) as read group by ${each}, frame_id`
  return (await listSaid(db, basis, spoken, [], only)).map(({ key, said, count }) => ({ frameId: key, themeIds: themesIn(said), count }))
}

/** The same of the comments of which somebody said how they feel: of each the latest that a person said. */
async function tallyFelt(db: Db, basis: Basis, only: readonly Chosen[]): Promise<(SpokenTogether & { sentiment: number })[]> {
  const felt = sql`select contribution_id, value from current_sentiments where coder_kind <> 'machine'`
  const { rows } = await sql<{ any: boolean }>`select exists (${felt}) as any`.execute(db)
  if (!rows[0]?.any) return []
  // Brought together by comment, and not joined, for the reason that groups.ts gives.
  const comments = sql`select (array_agg(response_id) filter (where response_id is not null))[1] as response_id, max(felt)::text as key,
      string_agg(distinct frame_id || ' ' || coalesce(theme, ''), ',') as said
    from (${readIn(basis)} union all
      (select distinct on (contribution_id) contribution_id, null, null, null, value from current_sentiments
       where coder_kind <> 'machine' order by contribution_id, id desc)) as read
    group by contribution_id having bool_or(frame_id is not null) and max(felt) is not null`
  return (await listSaid(db, basis, comments, [], only)).flatMap(({ key, said, count }) =>
    [...Map.groupBy(said.split(','), (pair) => pair.split(' ')[0] ?? '')].map(([frameId, pairs]) => ({
      frameId,
      themeIds: pairs.flatMap((pair) => pair.split(' ')[1] || []),
      sentiment: Number(key),
      count,
    })),
  )
}

const themesIn = (said: string) => said.split(' ').filter((theme) => theme !== '')

/** Every comment with each theme it speaks of, and with no theme where it was read and that was decided. */
const readIn = (basis: Basis) => sql`
  select k.contribution_id, k.response_id, t.frame_id, k.theme_id::text as theme, null::integer as felt
  from current_codings k join frame_themes t on t.id = k.theme_id where ${of(basis, sql`k`)}
  union all
  select f.contribution_id, c.response_id, f.frame_id, null, null
  from finished_comments f join readable_contributions c on c.id = f.contribution_id where ${of(basis, sql`c`)}`
