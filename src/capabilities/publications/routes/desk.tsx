import { countResults, findBasisTitle, surveyResultsPath } from '#capabilities/results'
import type { Context } from '#platform/context.ts'
import { NotFound, Refused } from '#platform/errors.ts'
import { type Body, blank, read } from '#platform/forms.ts'
import { invalid, page, seeOther, type Web } from '#platform/web.tsx'
import { correctResults } from '../actions/correct-results.ts'
import { publishResults, tablesToPublish, whyNotPublishResults } from '../actions/publish-results.ts'
import { whyNotCross } from '../cross-choice.ts'
import { correctionForm, listIn, publishingForm } from '../forms.ts'
import { CorrectionPage } from '../pages/correction.tsx'
import { PublicationPage } from '../pages/publication.tsx'
import { paths } from '../paths.ts'
import { mayPublishResults } from '../policy.ts'
import { listOffered } from '../queries/count-linked.ts'
import { findPublication } from '../queries/publications.ts'

export function deskRoutes(web: Web) {
  web.desk.get(paths.publication, mayPublishResults, async (ctx) => {
    const { survey } = ctx.params
    await titleOf(ctx, survey)
    if (await whyNotPublishResults(ctx, survey)) return seeOther(surveyResultsPath(ctx.params))
    return showPublication(ctx, survey, { ...ctx.query, rows: listIn(ctx.query, 'rows'), by: listIn(ctx.query, 'by') })
  })

  web.desk.post(paths.publication, mayPublishResults, async (ctx) => {
    const { survey } = ctx.params
    await titleOf(ctx, survey)
    const form = read(publishingForm, ctx.body)
    const refusal = await whyNotPublishResults(ctx, survey)
    if (refusal) throw new Refused(refusal)
    if (!form.ok || (await whatIsWrong(ctx, survey, form.value))) return showPublication(ctx, survey, ctx.body)
    const { rows, by, licence } = form.value
    await publishResults(ctx, survey, { crosses: { rows, by }, licence })
    return seeOther(surveyResultsPath(ctx.params))
  })

  web.desk.get(paths.correction, mayPublishResults, async (ctx) => {
    const title = await publishedTitle(ctx, ctx.params.survey)
    return page('Correct the published results', <CorrectionPage {...ctx.params} title={title} form={blank} />)
  })

  web.desk.post(paths.correction, mayPublishResults, async (ctx) => {
    const title = await publishedTitle(ctx, ctx.params.survey)
    const form = read(correctionForm, ctx.body)
    if (!form.ok) return invalid('Correct the published results', <CorrectionPage {...ctx.params} title={title} form={form} />)
    await correctResults(ctx, ctx.params.survey, form.value)
    return seeOther(surveyResultsPath(ctx.params))
  })
}

/** What was chosen, with what everyone would see of it; or with what is wrong. */
async function showPublication(ctx: Context, survey: string, given: Body) {
  const basis = { surveyId: survey, sourceId: null }
  const offered = await listOffered(ctx, basis, await countResults(ctx, basis))
  const form = read(publishingForm, given)
  const many = (name: string) => [given[name] ?? []].flat()
  const chosen = form.ok ? form.value : { rows: many('rows'), by: many('by'), licence: '' as const }
  const wrong = form.ok ? whyNotCross(chosen, offered) : null
  const errors = { ...(wrong && { rows: wrong }), ...form.errors }
  const isWrong = Object.keys(errors).length > 0
  const html = (
    <PublicationPage
      commissioner={ctx.commissioner.slug}
      survey={survey}
      title={await titleOf(ctx, survey)}
      offered={offered}
      chosen={chosen}
      tables={isWrong ? null : await tablesToPublish(ctx, survey, { crosses: chosen, licence: chosen.licence })}
      errors={errors}
    />
  )
  return isWrong ? invalid('Publish results', html) : page('Publish results', html)
}

async function whatIsWrong(ctx: Context, survey: string, choice: { rows: string[]; by: string[] }) {
  const basis = { surveyId: survey, sourceId: null }
  return whyNotCross(choice, await listOffered(ctx, basis, await countResults(ctx, basis)))
}

async function titleOf(ctx: Pick<Context, 'db'>, surveyId: string): Promise<string> {
  const title = await findBasisTitle(ctx.db, { surveyId, sourceId: null })
  if (title === undefined) throw new NotFound('survey')
  return title
}

async function publishedTitle(ctx: Pick<Context, 'db'>, surveyId: string): Promise<string> {
  const title = await titleOf(ctx, surveyId)
  if (!(await findPublication(ctx.db, surveyId))) throw new NotFound('published results')
  return title
}
