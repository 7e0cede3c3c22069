import { findPublishedConsultation } from '#capabilities/consultations'
import { listPublicFindings } from '#capabilities/findings'
import { findBasisTitle, surveyResultsPath } from '#capabilities/results'
import type { Context } from '#platform/context.ts'
import { NotFound } from '#platform/errors.ts'
import { londonDate } from '#platform/time.ts'
import { page, seeOther, type Web } from '#platform/web.tsx'
import { publishResults, tablesToPublish, whyNotPublishResults } from './actions/publish-results.ts'
import { PublicResultsPage } from './pages/public-results.tsx'
import { PublicationPage } from './pages/publication.tsx'
import { paths } from './paths.ts'
import { mayPublishResults } from './policy.ts'
import { findPublication } from './queries/publications.ts'

export function routes(web: Web) {
  web.public.get(paths.public, async (ctx) => {
    const consultation = await findPublishedConsultation(ctx.db, ctx.params.slug)
    const publication = await findPublication(ctx.db, consultation.surveyId)
    if (!publication) throw new NotFound(`results of ${consultation.slug}`)
    const { tables, publishedAt } = publication
    const closedOn = consultation.closure ? londonDate(consultation.closure.at) : consultation.closesOn
    const findings = await listPublicFindings(ctx, consultation.surveyId)
    const links = (await ctx.slots.neighboursOf(ctx, 'consultation', 'public', consultation.id)).filter(
      ({ href }) => href !== paths.public(ctx.params),
    )
    const html = (
      <PublicResultsPage
        title={consultation.title}
        closedOn={closedOn}
        publishedAt={publishedAt}
        tables={tables}
        findings={findings}
        links={links}
      />
    )
    return page(`What we heard: ${consultation.title}`, html, {
      back: { href: `/${ctx.params.commissioner}/consultations/${consultation.slug}`, text: 'Back to the consultation' },
    })
  })

  web.desk.get(paths.publication, mayPublishResults, async (ctx) => {
    const { commissioner, survey } = ctx.params
    const title = await titleOf(ctx, survey)
    if (await whyNotPublishResults(ctx, survey)) return seeOther(surveyResultsPath(ctx.params))
    const tables = await tablesToPublish(ctx, survey)
    return page('Publish results', <PublicationPage commissioner={commissioner} survey={survey} title={title} tables={tables} />)
  })

  web.desk.post(paths.publication, mayPublishResults, async (ctx) => {
    await titleOf(ctx, ctx.params.survey)
    await publishResults(ctx, ctx.params.survey)
    return seeOther(surveyResultsPath(ctx.params))
  })
}

async function titleOf(ctx: Pick<Context, 'db'>, surveyId: string): Promise<string> {
  const title = await findBasisTitle(ctx.db, { surveyId, sourceId: null })
  if (title === undefined) throw new NotFound('survey')
  return title
}
