import type { Db as Owned } from '#platform/db.ts'
import { readSentiment } from '../sentiment.ts'
import { readSpans, type Suggested } from '../suggestion.ts'

type Db = Owned<'codings'>

// More would be a list to read instead of a comment.
const most = 6

/** What is suggested of a comment, the likeliest first. Not for a comment that is coded blind. */
export async function findSuggested(db: Db, { contributionId, frameId }: { contributionId: string; frameId: string }): Promise<Suggested> {
  const themes = await db
    .selectFrom('standing_suggestions as s')
    .innerJoin('current_themes as t', 't.id', 's.theme_id')
    .select(['s.theme_id as themeId', 't.name as themeName', 's.because'])
    .where('s.frame_id', '=', frameId)
    .where('s.contribution_id', '=', contributionId)
    .where('s.offered', '=', true)
    .orderBy('s.likelihood', 'desc')
    .orderBy('s.theme_id')
    .limit(most)
    .execute()
  const beside = await db
    .selectFrom('suggestion_queue')
    .select('sentiment')
    .where('frame_id', '=', frameId)
    .where('contribution_id', '=', contributionId)
    .executeTakeFirst()
  return {
    themes: themes.map((row) => ({ ...row, because: readSpans(row.because) })),
    sentiment: readSentiment(String(beside?.sentiment ?? '')),
  }
}
