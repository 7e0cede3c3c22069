import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import type { PublicFinding } from '../public-finding.ts'
import { listFindingsById } from './findings.ts'
import { listPublicQuotes } from './quotes.ts'
import { themeNames } from './theme-names.ts'

type Db = Owned<'findings'>

/** Published by itself, or answered by a decision that is public. */
const isPublic = sql<boolean>`(
  exists (select from finding_publications p where p.finding_id = f.id)
  or exists (select from current_finding_answers a join published_decisions d on d.id = a.decision_id where a.finding_id = f.id))`

/** The findings from a survey that stand and are public, in the order they were made, with their quotes as anyone may read them now. */
export async function listPublicFindings(ctx: Context, surveyId: string): Promise<PublicFinding[]> {
  const db: Db = ctx.db
  const rows = await db
    .selectFrom('current_findings as f')
    .select('f.id')
    .where('f.survey_id', '=', surveyId)
    .where(isPublic)
    .orderBy('f.id')
    .limit(500)
    .execute()
  return readPublic(
    ctx,
    rows.map(({ id }) => id),
  )
}

/** One finding for everyone; or since when it is withdrawn. Throws NotFound for one that was never public. */
export async function findPublicFinding(
  ctx: Context,
  id: string,
): Promise<{ finding: PublicFinding; surveyId: string | null; withdrawnAt: Date | null; publishedAt: Date | null }> {
  const db: Db = ctx.db
  const found = isId(id)
    ? await db.selectFrom('findings as f').select('f.id').where('f.id', '=', id).where(isPublic).executeTakeFirst()
    : undefined
  if (!found) throw new NotFound(`finding ${id}`)
  const [kept] = await listFindingsById(db, [id])
  const [finding] = await readPublic(ctx, [id])
  return {
    finding: finding!,
    surveyId: kept!.surveyId,
    withdrawnAt: kept!.withdrawal?.withdrawnAt ?? null,
    publishedAt: kept!.publication?.publishedAt ?? null,
  }
}

async function readPublic(ctx: Context, ids: readonly string[]): Promise<PublicFinding[]> {
  const findings = await listFindingsById(ctx.db, ids)
  const quotes = Map.groupBy(await listPublicQuotes(ctx.db, ids), ({ findingId }) => findingId)
  const named = await themeNames(ctx, [...new Set(findings.flatMap(({ themes }) => themes.map(({ themeId }) => themeId)))])
  return findings.map(({ id, title, claim, contrary, strength, themes }) => ({
    id,
    title,
    claim,
    contrary,
    strength,
    quotes: quotes.get(id) ?? [],
    themes: themes.map(({ themeId }) => named(themeId)),
  }))
}
