import { ConfirmForm } from '#design'
import { blank, filled, read } from '#platform/forms.ts'
import { invalid, page, type Reply, seeOther, type Web } from '#platform/web.tsx'
import { addCondition, joinConditions, removeCondition, startPage } from '../actions/arrange.ts'
import { copyQuestion, moveQuestion, removeQuestion } from '../actions/questions.ts'
import { brokenByChange } from '../dependence.ts'
import { conditionForm, conditionPlaceForm, joiningForm, pageForm, placeForm } from '../forms.ts'
import { moved, without, withPageAt } from '../order.ts'
import { CannotPage } from '../pages/cannot.tsx'
import { ConditionsPage } from '../pages/conditions.tsx'
import { PageStartPage } from '../pages/page-start.tsx'
import { paths } from '../paths.ts'
import { mayBuildSurveys } from '../policy.ts'
import { findSurvey } from '../queries/versions.ts'
import type { Question } from '../question.ts'
import { questionIn, type SurveyVersion } from '../survey.ts'
import { knownBefore, pageNumberOf } from '../survey-page.ts'

type Here = { commissioner: string; id: string }
const backTo = (here: Here) => ({ back: { href: paths.builder(here), text: 'Back to the questions' } })

/** Where a question stands, and who is asked it. */
export function arrangeRoutes(web: Web) {
  web.desk.post(paths.place, mayBuildSurveys, async (ctx) => {
    const form = read(placeForm, ctx.body)
    const by = form.ok && form.value.direction === 'up' ? -1 : 1
    const survey = await findSurvey(ctx.db, ctx.params.id)
    const no = refusal(ctx.params, survey, moved(survey.questions, ctx.params.key, by), 'This question cannot be moved there')
    if (no) return no
    if (form.ok) await moveQuestion(ctx, ctx.params.id, ctx.params.key, by)
    return seeOther(`${paths.builder(ctx.params)}#${ctx.params.key}`)
  })

  web.desk.post(paths.copies, mayBuildSurveys, async (ctx) => {
    const copy = await copyQuestion(ctx, ctx.params.id, ctx.params.key)
    return seeOther(`${paths.builder(ctx.params)}#${copy}`)
  })

  const afterRemoval = ({ questions }: SurveyVersion, key: string) => without(questions, (question) => question.key === key)
  const cannotRemove = 'This question cannot be removed'

  web.desk.get(paths.removal, mayBuildSurveys, async ({ db, params }) => {
    const survey = await findSurvey(db, params.id)
    const question = questionIn(survey, params.key)
    const broken = brokenByChange(survey.questions, afterRemoval(survey, params.key))
    if (broken.length > 0)
      return page(cannotRemove, <CannotPage heading={cannotRemove} here={params} broken={broken} questions={survey.questions} />)
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
    const survey = await findSurvey(ctx.db, ctx.params.id)
    const no = refusal(ctx.params, survey, afterRemoval(survey, ctx.params.key), cannotRemove)
    if (no) return no
    await removeQuestion(ctx, ctx.params.id, ctx.params.key)
    return seeOther(paths.builder(ctx.params))
  })

  web.desk.get(paths.pageStart, mayBuildSurveys, async ({ db, params }) => {
    const { text, page: title } = questionIn(await findSurvey(db, params.id), params.key)
    const form = filled<{ starts: boolean; title: string }>({ ...(title !== undefined && { starts: 'yes' }), title: title ?? '' })
    return page('Start a page', <PageStartPage text={text} form={form} action={paths.pageStart(params)} />, backTo(params))
  })

  web.desk.post(paths.pageStart, mayBuildSurveys, async (ctx) => {
    const survey = await findSurvey(ctx.db, ctx.params.id)
    const { key, text } = questionIn(survey, ctx.params.key)
    const form = read(pageForm, ctx.body)
    if (!form.ok) return invalid('Start a page', <PageStartPage text={text} form={form} action={paths.pageStart(ctx.params)} />)
    const title = form.value.starts ? form.value.title : null
    const no = refusal(ctx.params, survey, withPageAt(survey.questions, key, title), 'These pages cannot be joined')
    if (no) return no
    await startPage(ctx, survey.surveyId, key, title)
    return seeOther(`${paths.builder(ctx.params)}#${key}`)
  })

  web.desk.get(paths.conditions, mayBuildSurveys, async ({ db, params, query }) => {
    const shown = askedPage(await findSurvey(db, params.id), params, query.question)
    return page('Who is asked', <ConditionsPage {...shown} form={blank} ticked={[]} />, backTo(params))
  })

  web.desk.post(paths.conditions, mayBuildSurveys, async (ctx) => {
    const shown = askedPage(await findSurvey(ctx.db, ctx.params.id), ctx.params, String(ctx.body.question ?? ''))
    if (!shown.chosen) return seeOther(paths.conditions(ctx.params))
    const form = read(conditionForm(shown.chosen), ctx.body)
    const ticked = [ctx.body.values ?? []].flat()
    if (!form.ok) return invalid('Who is asked', <ConditionsPage {...shown} form={form as typeof blank} ticked={ticked} />)
    await addCondition(ctx, ctx.params.id, ctx.params.key, form.value)
    return seeOther(paths.conditions(ctx.params))
  })

  web.desk.post(paths.conditionRemoval, mayBuildSurveys, async (ctx) => {
    const form = read(conditionPlaceForm, ctx.body)
    if (form.ok) await removeCondition(ctx, ctx.params.id, ctx.params.key, form.value.at)
    return seeOther(paths.conditions(ctx.params))
  })

  web.desk.post(paths.joining, mayBuildSurveys, async (ctx) => {
    const form = read(joiningForm, ctx.body)
    if (form.ok) await joinConditions(ctx, ctx.params.id, ctx.params.key, form.value.when)
    return seeOther(paths.conditions(ctx.params))
  })
}

function askedPage(survey: SurveyVersion, here: Here & { key: string }, chosen: string | undefined) {
  const question = questionIn(survey, here.key)
  const number = pageNumberOf(survey, question.key)
  const earlier = knownBefore(survey, number)
  return { here, survey, question, earlier, chosen: earlier.find(({ key }) => key === chosen) }
}

/** The page that says why not, where a change would leave another question without the answer it needs. */
function refusal(here: Here, survey: SurveyVersion, after: readonly Question[], heading: string): Reply | null {
  const broken = brokenByChange(survey.questions, after)
  if (broken.length === 0) return null
  return invalid(heading, <CannotPage heading={heading} here={here} broken={broken} questions={survey.questions} />)
}
