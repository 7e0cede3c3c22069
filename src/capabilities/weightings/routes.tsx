import { heardSurveyPath } from '#capabilities/populations'
import { Refused } from '#platform/errors.ts'
import { historyOf } from '#platform/events.ts'
import { blank, type Form, read } from '#platform/forms.ts'
import { mayLook } from '#platform/roles.ts'
import { invalid, page, seeOther, type Web } from '#platform/web.tsx'
import { weighBy } from './actions/weigh.ts'
import { listMargins, makeWeighting, removeWeighting } from './actions/weighting.ts'
import { removalForm, type WeightingInput, weightingForm } from './forms.ts'
import { MakePage } from './pages/make.tsx'
import { RemovalPage } from './pages/removal.tsx'
import { ShowPage } from './pages/show.tsx'
import { paths } from './paths.ts'
import { mayWeight } from './policy.ts'
import { findStanding, findSurveyTitle, listWeightingIds } from './queries/weightings.ts'

export function routes(web: Web) {
  web.desk.get(paths.show, mayLook, async (ctx) => {
    const { db, params } = ctx
    const title = await findSurveyTitle(db, params.survey)
    const weighting = await findStanding(db, params.survey)
    const shown = {
      commissioner: params.commissioner,
      survey: { id: params.survey, title },
      weighting,
      weighing: weighting && (await weighBy(ctx, weighting)),
      mayChange: mayWeight(ctx.actor),
      happenings: await historyOf(ctx, await listWeightingIds(db, params.survey)),
    }
    return page(`Weighting: ${title}`, <ShowPage {...shown} />)
  })

  const making = async (
    ctx: Parameters<typeof listMargins>[0] & { params: { commissioner: string; survey: string } },
    form: Form<WeightingInput>,
    chosen: readonly string[],
  ) => {
    const { commissioner, survey } = ctx.params
    const shown = {
      commissioner,
      survey: { id: survey, title: await findSurveyTitle(ctx.db, survey) },
      margins: await listMargins(ctx, survey),
      heard: heardSurveyPath(commissioner, survey),
    }
    return <MakePage {...shown} chosen={chosen} form={form} />
  }

  web.desk.get(paths.make, mayWeight, async (ctx) =>
    page('Weight this survey', await making(ctx, blank, []), { back: { href: paths.show(ctx.params) }, width: 'reading' }),
  )

  web.desk.post(paths.show, mayWeight, async (ctx) => {
    const { params, body } = ctx
    const form = read(weightingForm, body)
    const chosen = [body.characteristics ?? []].flat()
    const again = async (errors: Form<WeightingInput>['errors']) =>
      invalid('Weight this survey', await making(ctx, { ok: false, values: form.values, errors }, chosen), { width: 'reading' })
    if (!form.ok) return again(form.errors)
    try {
      await makeWeighting(ctx, params.survey, form.value)
    } catch (error) {
      // What cannot be weighted is for whoever chose it to change.
      if (error instanceof Refused) return again({ characteristics: error.message })
      throw error
    }
    return seeOther(paths.show(params))
  })

  web.desk.get(paths.removal, mayWeight, async ({ db, params }) => {
    const survey = { id: params.survey, title: await findSurveyTitle(db, params.survey) }
    if (!(await findStanding(db, params.survey))) return seeOther(paths.show(params))
    return page('Take the weighting away', <RemovalPage commissioner={params.commissioner} survey={survey} form={blank} />, {
      width: 'reading',
    })
  })

  web.desk.post(paths.removal, mayWeight, async (ctx) => {
    const { params } = ctx
    const survey = { id: params.survey, title: await findSurveyTitle(ctx.db, params.survey) }
    const form = read(removalForm, ctx.body)
    if (!form.ok)
      return invalid('Take the weighting away', <RemovalPage commissioner={params.commissioner} survey={survey} form={form} />, {
        width: 'reading',
      })
    await removeWeighting(ctx, params.survey, form.value.reason)
    return seeOther(paths.show(params))
  })
}
