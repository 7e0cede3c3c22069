import type { Context } from '#platform/context.ts'
import { listFindingIds, listFindingsById } from './findings.ts'
import { listPublicQuotes } from './quotes.ts'
import { themeNames } from './theme-names.ts'

/** The findings from a survey that stand, in the order they were made, with their quotes as anyone may read them now. */
export async function listPublicFindings(ctx: Context, surveyId: string) {
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
