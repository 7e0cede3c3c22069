import { publicQuotesOf } from '#capabilities/findings'
import { page, type Web } from '#platform/web.tsx'
import { PublicDecisionPage } from '../pages/public.tsx'
import { PublishedPage } from '../pages/published.tsx'
import { paths } from '../paths.ts'
import { listChangesOf } from '../queries/changes.ts'
import { findPublishedDecision, listPublished } from '../queries/decisions.ts'
import { listPutFindings } from '../queries/put-findings.ts'
import { firstPage, most } from './first-page.tsx'

export function publicRoutes(web: Web) {
  web.public.get(paths.published, async ({ db, params, query }) => {
    const { shown, next } = firstPage(await listPublished(db, { after: query.after, limit: most + 1 }), paths.published(params))
    return page('What we decided', <PublishedPage commissioner={params.commissioner} decisions={shown} next={next} />)
  })

  web.public.get(paths.public, async (ctx) => {
    const decision = await findPublishedDecision(ctx.db, ctx.params.slug)
    const findings = await listPutFindings(ctx, decision.id)
    const quotes = Map.groupBy(
      await publicQuotesOf(
        ctx.db,
        findings.map(({ findingId }) => findingId),
      ),
      ({ findingId }) => findingId,
    )
    const links = await ctx.slots.neighboursOf(ctx, 'decision', 'public', decision.id)
    const shown = findings.map((finding) => ({ ...finding, quotes: quotes.get(finding.findingId) ?? [] }))
    const html = (
      <PublicDecisionPage
        today={ctx.today}
        decision={decision}
        findings={shown}
        changes={await listChangesOf(ctx.db, [decision.id])}
        links={links}
      />
    )
    return page(`What we decided: ${decision.title}`, html, { back: { href: paths.published(ctx.params), text: 'All our decisions' } })
  })
}
