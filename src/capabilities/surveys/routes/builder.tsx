import { ConfirmForm } from '#design'
import { historyOf } from '#platform/events.ts'
import { filled, read } from '#platform/forms.ts'
import { mayLook } from '#platform/roles.ts'
import { invalid, page, seeOther, type Web } from '#platform/web.tsx'
import { changePromise } from '../actions/promise.ts'
import { releaseSurvey } from '../actions/release.ts'
import { sharedBlocks } from '../block.ts'
import { promiseForm } from '../forms.ts'
import { markOf } from '../mark.ts'
import { BuilderPage } from '../pages/builder.tsx'
import { PromisePage } from '../pages/promise.tsx'
import { paths } from '../paths.ts'
import { mayBuildSurveys } from '../policy.ts'
import { countResponsesByVersion } from '../queries/answered.ts'
import { listBlockNames } from '../queries/blocks.ts'
import { findSurvey } from '../queries/versions.ts'

/** All the questions, what is promised, and letting people answer. */
export function builderRoutes(web: Web) {
  web.desk.get(paths.builder, mayLook, async (ctx) => {
    const survey = await findSurvey(ctx.db, ctx.params.id)
    const neighbours = await ctx.slots.neighboursOf(ctx, 'survey', 'desk', survey.surveyId)
    const counted = await countResponsesByVersion(ctx.db, survey.surveyId)
    const shown = {
      survey,
      neighbours,
      responses: [...counted.values()].reduce((sum, count) => sum + count, 0),
      mayBuild: mayBuildSurveys(ctx.actor),
      happenings: await historyOf(ctx, [survey.surveyId]),
      blockNames: new Map([...(await listBlockNames(ctx.db)), ...sharedBlocks.map(({ id, title }): [string, string] => [id, title])]),
    }
    return page(`Questions: ${survey.title}`, <BuilderPage commissioner={ctx.params.commissioner} {...shown} />)
  })

  web.desk.get(paths.promise, mayBuildSurveys, async ({ db, params }) => {
    const { promise } = await findSurvey(db, params.id)
    return page('What you promise', <PromisePage form={filled({ promise })} action={paths.promise(params)} />, {
      back: { href: paths.builder(params), text: 'Back to the questions' },
    })
  })

  web.desk.post(paths.promise, mayBuildSurveys, async (ctx) => {
    await findSurvey(ctx.db, ctx.params.id)
    const form = read(promiseForm, ctx.body)
    if (!form.ok) return invalid('What you promise', <PromisePage form={form} action={paths.promise(ctx.params)} />)
    await changePromise(ctx, ctx.params.id, form.value.promise)
    return seeOther(paths.builder(ctx.params))
  })

  web.desk.get(paths.release, mayBuildSurveys, async ({ db, params }) => {
    const survey = await findSurvey(db, params.id)
    return page(
      'Release the questions',
      <ConfirmForm
        question={`Release version ${survey.number}?`}
        action={paths.release(params)}
        fields={{ 'version-seen': markOf([survey.questions, survey.promise]) }}
        confirm="Release questions"
        cancel={{ href: paths.builder(params) }}
      >
        <p>
          People will answer this version from now on. Responses to the version before stay as they are. A version that is released cannot
          be changed.
        </p>
      </ConfirmForm>,
    )
  })

  web.desk.post(paths.release, mayBuildSurveys, async (ctx) => {
    const seen = ctx.body['version-seen']
    await releaseSurvey(ctx, ctx.params.id, typeof seen === 'string' ? { seen } : {})
    return seeOther(paths.builder(ctx.params))
  })
}
