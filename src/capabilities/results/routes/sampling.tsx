import { filled, read } from '#platform/forms.ts'
import { invalid, page, seeOther, type Web } from '#platform/web.tsx'
import { saySampling } from '../actions/say-sampling.ts'
import { samplingForm } from '../forms.ts'
import { SamplingPage } from '../pages/sampling.tsx'
import { paths } from '../paths.ts'
import { maySaySampling } from '../policy.ts'
import { findSampling } from '../queries/samplings.ts'
import { titleOf } from './showing.tsx'

const heading = 'How people were chosen'

export function samplingRoutes(web: Web) {
  web.desk.get(paths.sampling, maySaySampling, async (ctx) => {
    const { params } = ctx
    const title = await titleOf(ctx, { surveyId: params.survey, sourceId: null })
    const sampling = await findSampling(ctx.db, params.survey)
    const form = filled({ way: sampling.way, description: 'description' in sampling ? sampling.description : '' })
    return page(heading, <SamplingPage action={paths.sampling(params)} title={title} form={form} />, shownWith(params))
  })

  web.desk.post(paths.sampling, maySaySampling, async (ctx) => {
    const { params } = ctx
    const title = await titleOf(ctx, { surveyId: params.survey, sourceId: null })
    const form = read(samplingForm, ctx.body)
    if (!form.ok) return invalid(heading, <SamplingPage action={paths.sampling(params)} title={title} form={form} />, shownWith(params))
    await saySampling(ctx, params.survey, form.value)
    return seeOther(paths.survey(params))
  })
}

const shownWith = (params: { commissioner: string; survey: string }) => ({
  back: { href: paths.survey(params), text: 'Results' },
  width: 'reading' as const,
})
