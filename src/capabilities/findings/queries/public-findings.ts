import type { Context } from '#platform/context.ts'
import type { Db as Owned } from '#platform/db.ts'
import { listFindingIds, listFindingsById } from './findings.ts'
import { listPublicQuotes } from './quotes.ts'
import { themeNames } from './theme-names.ts'

type Db = Owned<'findings'>

/** A finding as everyone may read it. */
export interface PublicFinding {
  id: string
  title: string
  claim: string
  contrary: string
  quotes: readonly { id: string; words: string }[]
  /** The themes it rests on, by name. */
  themes: readonly string[]
}

/** True once the results of this survey are public. */
export const isPublished = async (db: Db, surveyId: string): Promise<boolean> =>
  (await db.selectFrom('published_results').select('id').where('survey_id', '=', surveyId).executeTakeFirst()) !== undefined

/** The findings from a survey that stand, in the order they were made, with their quotes as anyone may read them now. */
export async function listPublicFindings(ctx: Context, surveyId: string): Promise<PublicFinding[]> {
  const ids = await listFindingIds(ctx.db, { surveyId, limit: 500 })
  const findings = (await listFindingsById(ctx.db, ids.toReversed())).filter(({ withdrawal }) => withdrawal === null)
  const quotes = Map.groupBy(await listPublicQuotes(ctx.db, ids), ({ findingId }) => findingId)
  const named = await themeNames(ctx, [...new Set(findings.flatMap(({ themes }) => themes.map(({ themeId }) => themeId)))])
  return findings.map(({ id, title, claim, contrary, themes }) => ({
    id,
    title,
    claim,
    contrary,
    quotes: quotes.get(id) ?? [],
    themes: themes.map(({ themeId }) => named(themeId)),
  }))
}
