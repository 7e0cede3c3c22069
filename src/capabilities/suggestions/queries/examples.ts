import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import { decided } from '../coded-comment.ts'
import type { Example } from '../learner.ts'

type Db = Owned<'suggestions'>

interface Words {
  id: string
  respondent: string
  question: string
  words: string
}

/**
 * Comments that people decided about with a frame, latest first, from before an id: what they said they speak of, and how they feel. Without
 * those that may not be read or are still to be coded blind; of what was redacted only the blocks. `themeIds`: the themes that may be learned.
 */
export async function listExamples(
  db: Db,
  frameId: string,
  { before, limit, themeIds }: { before: string | null; limit: number; themeIds: ReadonlySet<string> },
): Promise<{ examples: Example[]; last: string | null }> {
  const { rows: words } = await sql<Words>`
    select r.id, v.voice_id as respondent, coalesce(r.question_text, '') as question, r.words
    from readable_contributions r join response_voices v on v.response_id = r.response_id
    where r.words is not null and 'coder' = any(r.audiences) and (${before}::uuid is null or r.id < ${before})
      and r.id in (select f.contribution_id from finished_comments f where f.frame_id = ${frameId} and f.coder_kind <> 'machine')
      and r.id not in (select b.contribution_id from blind_comments b where b.frame_id = ${frameId})
    order by r.id desc limit ${limit}`.execute(db)
  const said = await whatWasSaid(
    db,
    frameId,
    words.map(({ id }) => id),
  )
  const examples = words.flatMap(({ id, ...text }) => {
    const coded = said.get(id)
    return coded ? [{ id, ...text, sentiment: coded.sentiment, themes: coded.themes.filter((theme) => themeIds.has(theme)) }] : []
  })
  return { examples, last: words.length < limit ? null : (words.at(-1)?.id ?? null) }
}

async function whatWasSaid(db: Db, frameId: string, ids: readonly string[]) {
  const among = sql<boolean>`contribution_id = any(${ids}::uuid[])`
  const decisions = await db
    .selectFrom('finished_comments')
    .select(['contribution_id as contributionId', 'coder_id as coderId'])
    .where('frame_id', '=', frameId)
    .where('coder_kind', '<>', 'machine')
    .where(among)
    .execute()
  const codings = await db
    .selectFrom('current_codings as k')
    .innerJoin('frame_themes as t', 't.id', 'k.theme_id')
    .select(['k.contribution_id as contributionId', 'k.coder_id as coderId', 'k.theme_id as themeId'])
    .where('t.frame_id', '=', frameId)
    .where(among)
    .execute()
  const sentiments = await db
    .selectFrom('current_sentiments')
    .select(['contribution_id as contributionId', 'coder_id as coderId', 'value'])
    .where('coder_kind', '<>', 'machine')
    .where(among)
    .execute()
  return decided(decisions, codings, sentiments)
}
