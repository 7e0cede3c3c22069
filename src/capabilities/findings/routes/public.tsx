import { consultationOfSurvey } from '#capabilities/consultations'
import type { Context } from '#platform/context.ts'
import { page, type Web } from '#platform/web.tsx'
import { PublicFindingPage } from '../pages/public-finding.tsx'
import { paths } from '../paths.ts'
import { findPublicFinding } from '../queries/public-findings.ts'

export function publicRoutes(web: Web) {
  web.public.get(paths.public, async (ctx) => {
    const found = await findPublicFinding(ctx, ctx.params.finding)
    const links = [...(await linksFor(ctx, found.surveyId)), ...(await ctx.slots.neighboursOf(ctx, 'finding', 'public', found.finding.id))]
    return page(found.finding.title, <PublicFindingPage {...found} links={links} />)
  })
}

/** The consultation it came from, where people were asked in one, and what that leads to. */
async function linksFor(ctx: Context, surveyId: string | null) {
  const consultation = surveyId === null ? null : await consultationOfSurvey(ctx.db, surveyId)
  if (!consultation) return []
  const href = `/${ctx.commissioner.slug}/consultations/${consultation.slug}`
  return [
    { text: `The consultation: ${consultation.title}`, href },
    ...(await ctx.slots.neighboursOf(ctx, 'consultation', 'public', consultation.id)),
  ]
}
