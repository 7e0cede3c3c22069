import { ConfirmForm } from '#design'
import { historyOf } from '#platform/events.ts'
import { blank, filled, read } from '#platform/forms.ts'
import { mayLook } from '#platform/roles.ts'
import { invalid, page, seeOther, type Web } from '#platform/web.tsx'
import { addQuestion, changePromise, changeQuestion, moveQuestion, releaseSurvey, removeQuestion } from './actions.ts'
import { placeForm, promiseForm, valuesOf } from './forms.ts'
import { BuilderPage } from './pages/builder.tsx'
import { PreviewPage } from './pages/preview.tsx'
import { PromisePage } from './pages/promise.tsx'
import { QuestionSettingsPage } from './pages/question-settings.tsx'
import { QuestionTypePage } from './pages/question-type.tsx'
import { paths } from './paths.ts'
import { mayBuildSurveys } from './policy.ts'
import { countResponsesByPromise, findSurvey } from './queries.ts'
import { isQuestionType, typeOf } from './questions/registry.ts'
import { questionIn } from './survey.ts'

export function routes(web: Web) {
  web.desk.get(paths.builder, mayLook, async (ctx) => {
    const survey = await findSurvey(ctx.db, ctx.params.id)
    const neighbours = await ctx.slots.neighboursOf(ctx, 'survey', 'desk', survey.surveyId)
    const responses = (await countResponsesByPromise(ctx.db, survey.surveyId)).reduce((sum, { count }) => sum + count, 0)
    const shown = {
      survey,
      neighbours,
      responses,
      mayBuild: mayBuildSurveys(ctx.actor),
      happenings: await historyOf(ctx, [survey.surveyId]),
    }
    return page(`Questions: ${survey.title}`, <BuilderPage commissioner={ctx.params.commissioner} {...shown} />)
  })

  web.desk.get(paths.preview, mayLook, async ({ db, params }) => {
    const survey = await findSurvey(db, params.id)
    return page(`Preview: ${survey.title}`, <PreviewPage survey={survey} />, {
      back: { href: paths.builder(params), text: 'Back to the questions' },
      width: 'reading',
    })
  })

  web.desk.get(paths.newQuestion, mayBuildSurveys, async ({ db, params, query }) => {
    await findSurvey(db, params.id)
    const back = { href: paths.builder(params), text: 'Back to the questions' }
    if (!isQuestionType(query.type ?? '')) return page('Add a question', <QuestionTypePage here={params} />, { back })
    const settings = { type: typeOf({ type: query.type ?? '' }), action: paths.questions(params), button: 'Add question' }
    return page('Add a question', <QuestionSettingsPage heading="Add a question" form={blank} {...settings} />, {
      back: { href: paths.newQuestion(params) },
    })
  })

  web.desk.post(paths.questions, mayBuildSurveys, async (ctx) => {
    const survey = await findSurvey(ctx.db, ctx.params.id)
    const type = String(ctx.body.type ?? '')
    if (!isQuestionType(type)) return seeOther(paths.newQuestion(ctx.params))
    const form = read(typeOf({ type }).settings, ctx.body)
    const settings = { type: typeOf({ type }), action: paths.questions(ctx.params), button: 'Add question' }
    if (!form.ok) return invalid('Add a question', <QuestionSettingsPage heading="Add a question" form={form} {...settings} />)

    await addQuestion(ctx, survey.surveyId, type, form.value)
    return seeOther(paths.builder(ctx.params))
  })

  web.desk.get(paths.question, mayBuildSurveys, async ({ db, params, query }) => {
    const question = questionIn(await findSurvey(db, params.id), params.key)
    const type = typeOf({ type: isQuestionType(query.type ?? '') ? (query.type ?? '') : question.type })
    const settings = { type, action: paths.question(params), button: 'Save question', retype: paths.question(params) }
    return page('Edit question', <QuestionSettingsPage heading="Edit question" form={filled(valuesOf(question))} {...settings} />, {
      back: { href: paths.builder(params), text: 'Back to the questions' },
    })
  })

  web.desk.post(paths.question, mayBuildSurveys, async (ctx) => {
    const question = questionIn(await findSurvey(ctx.db, ctx.params.id), ctx.params.key)
    const asked = String(ctx.body.type ?? '')
    const type = typeOf({ type: isQuestionType(asked) ? asked : question.type })
    const form = read(type.settings, ctx.body)
    const settings = { type, action: paths.question(ctx.params), button: 'Save question', retype: paths.question(ctx.params) }
    if (!form.ok) return invalid('Edit question', <QuestionSettingsPage heading="Edit question" form={form} {...settings} />)

    await changeQuestion(ctx, ctx.params.id, question.key, type.name, form.value)
    return seeOther(paths.builder(ctx.params))
  })

  web.desk.post(paths.place, mayBuildSurveys, async (ctx) => {
    const form = read(placeForm, ctx.body)
    if (form.ok) await moveQuestion(ctx, ctx.params.id, ctx.params.key, form.value.direction === 'up' ? -1 : 1)
    return seeOther(`${paths.builder(ctx.params)}#${ctx.params.key}`)
  })

  web.desk.get(paths.removal, mayBuildSurveys, async ({ db, params }) => {
    const question = questionIn(await findSurvey(db, params.id), params.key)
    return page(
      'Remove question',
      <ConfirmForm
        question="Remove this question?"
        action={paths.removal(params)}
        confirm="Remove question"
        cancel={{ href: paths.builder(params) }}
      >
        <p>“{question.text}” will no longer be asked. A question that people have answered cannot be removed.</p>
      </ConfirmForm>,
    )
  })

  web.desk.post(paths.removal, mayBuildSurveys, async (ctx) => {
    await removeQuestion(ctx, ctx.params.id, ctx.params.key)
    return seeOther(paths.builder(ctx.params))
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
    await releaseSurvey(ctx, ctx.params.id)
    return seeOther(paths.builder(ctx.params))
  })
}
