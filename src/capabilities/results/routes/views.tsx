import type { Staff } from '#platform/context.ts'
import { read } from '#platform/forms.ts'
import type { As, Visit, Web } from '#platform/web.tsx'
import { seeOther } from '#platform/web.tsx'
import { keepView } from '../actions/keep-view.ts'
import { removeView } from '../actions/remove-view.ts'
import type { Basis } from '../basis.ts'
import { viewForm } from '../forms.ts'
import { paths } from '../paths.ts'
import { mayKeepViews } from '../policy.ts'
import { placeOf } from '../result-place.ts'
import { partsOf, readAddress } from '../result-view.ts'
import { showResults, titleOf } from './showing.tsx'

export function viewRoutes(web: Web) {
  web.desk.post(paths.surveyViews, mayKeepViews, (ctx) => keep(ctx, { surveyId: ctx.params.survey, sourceId: null }))
  web.desk.post(paths.sourceViews, mayKeepViews, (ctx) => keep(ctx, { surveyId: null, sourceId: ctx.params.source }))
  web.desk.post(paths.surveyViewRemoval, mayKeepViews, (ctx) =>
    remove(ctx, { surveyId: ctx.params.survey, sourceId: null }, ctx.params.view),
  )
  web.desk.post(paths.sourceViewRemoval, mayKeepViews, (ctx) =>
    remove(ctx, { surveyId: null, sourceId: ctx.params.source }, ctx.params.view),
  )
}

type Posted = As<Staff> & Pick<Visit<string>, 'body'>

async function keep(ctx: Posted, basis: Basis) {
  await titleOf(ctx, basis)
  const form = read(viewForm, ctx.body)
  if (!form.ok) return showResults(ctx, basis, partsOf(String(ctx.body.query ?? '')), form)
  await keepView(ctx, basis, form.value)
  return seeOther(placeOf(ctx.commissioner.slug, basis).view(readAddress(form.value.query)))
}

async function remove(ctx: Posted, basis: Basis, view: string) {
  await titleOf(ctx, basis)
  await removeView(ctx, basis, view)
  return seeOther(placeOf(ctx.commissioner.slug, basis).view())
}
