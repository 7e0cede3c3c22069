import type { Staff } from '#platform/context.ts'
import { checkFile, keepFile } from '#platform/files.ts'
import { type Body, blank, type FormResult, filled, read } from '#platform/forms.ts'
import { newId } from '#platform/ids.ts'
import type { As, Visit } from '#platform/web.tsx'
import { invalid, page, seeOther, type Web } from '#platform/web.tsx'
import { addQuestion, changeQuestion } from '../actions/questions.ts'
import { markOf } from '../mark.ts'
import { QuestionSettingsPage, type QuestionSettingsProps } from '../pages/question-settings.tsx'
import { QuestionTypePage } from '../pages/question-type.tsx'
import { paths } from '../paths.ts'
import { mayBuildSurveys } from '../policy.ts'
import { findSurvey, findSurveyToChange } from '../queries/versions.ts'
import type { Question, QuestionType, Settings } from '../question.ts'
import { isQuestionType, typeOf } from '../questions/registry.ts'
import { valuesOf } from '../questions/settings.ts'
import { questionIn, type SurveyVersion } from '../survey.ts'
import { knownBefore, pageNumberOf } from '../survey-page.ts'

type Here = { commissioner: string; id: string }

/** Writing a question, the first time and again. */
export function questionRoutes(web: Web) {
  web.desk.get(paths.newQuestion, mayBuildSurveys, async ({ db, params, query }) => {
    const survey = await findSurvey(db, params.id)
    const back = { href: paths.builder(params), text: 'Back to the questions' }
    if (!isQuestionType(query.type ?? '')) return page('Add a question', <QuestionTypePage here={params} />, { back })
    const shown = newQuestion(survey, typeOf({ type: query.type ?? '' }), params)
    return page('Add a question', <QuestionSettingsPage {...shown} form={blank} />, { back: { href: paths.newQuestion(params) } })
  })

  web.desk.post(
    paths.questions,
    mayBuildSurveys,
    async (ctx) => {
      const survey = await findSurvey(ctx.db, ctx.params.id)
      const name = String(ctx.body.type ?? '')
      if (!isQuestionType(name)) return seeOther(paths.newQuestion(ctx.params))
      const type = typeOf({ type: name })
      const form = await readSettings(ctx, type, null)
      if (!form.ok) return invalid('Add a question', <QuestionSettingsPage {...newQuestion(survey, type, ctx.params)} form={form} />)

      await addQuestion(ctx, survey.surveyId, type.name, await withPicture(ctx, form.value))
      return seeOther(paths.builder(ctx.params))
    },
    { files: true },
  )

  web.desk.get(paths.question, mayBuildSurveys, async ({ db, params, query }) => {
    const survey = await findSurvey(db, params.id)
    const question = questionIn(survey, params.key)
    const shown = oldQuestion(
      survey,
      question,
      typeOf({ type: isQuestionType(query.type ?? '') ? (query.type ?? '') : question.type }),
      params,
    )
    return page('Edit question', <QuestionSettingsPage {...shown} form={filled<Settings>(valuesOf(question))} />, {
      back: { href: paths.builder(params), text: 'Back to the questions' },
    })
  })

  web.desk.post(
    paths.question,
    mayBuildSurveys,
    async (ctx) => {
      // Locked before it is compared with what its author saw, so that of two who save at once the second is told.
      const survey = await findSurveyToChange(ctx.db, ctx.params.id)
      const question = survey.questions.find(({ key }) => key === ctx.params.key)
      const asked = String(ctx.body.type ?? '')
      if (!question && !('version-seen' in ctx.body)) questionIn(survey, ctx.params.key)
      const type = typeOf({ type: isQuestionType(asked) ? asked : (question?.type ?? 'long-text') })
      const form = await readSettings(ctx, type, question ?? null)
      if (!question)
        return invalid(
          'Add a question',
          <QuestionSettingsPage {...newQuestion(survey, type, ctx.params)} form={form} meanwhile={removed} />,
        )

      const shown = oldQuestion(survey, question, type, ctx.params)
      const seen = ctx.body['version-seen']
      const meanwhile = seen !== undefined && seen !== shown.seen ? changed(question) : undefined
      if (meanwhile) return invalid('Edit question', <QuestionSettingsPage {...shown} form={form} meanwhile={meanwhile} />)
      if (!form.ok) return invalid('Edit question', <QuestionSettingsPage {...shown} form={form} />)

      await changeQuestion(ctx, survey.surveyId, question.key, type.name, await withPicture(ctx, form.value))
      return seeOther(paths.builder(ctx.params))
    },
    { files: true },
  )
}

const removed =
  'Someone removed this question since you opened it. What you typed is below and is not saved yet. Save it, and it is asked after the others.'
const changed = ({ text }: Question) =>
  `Someone changed this question since you opened it. It now reads “${text}”. What you typed is below and is not saved yet. Save it, and it takes the place of theirs.`

const newQuestion = (survey: SurveyVersion, type: QuestionType, here: Here): Omit<QuestionSettingsProps, 'form'> => ({
  heading: 'Add a question',
  type,
  action: paths.questions(here),
  button: 'Add question',
  // Where a page is to start at it, that is said afterwards: until then it is on the last page there is.
  earlier: knownBefore(survey, pageNumberOf(survey, survey.questions.at(-1)?.key ?? '')),
})

const oldQuestion = (survey: SurveyVersion, question: Question, type: QuestionType, here: Here): Omit<QuestionSettingsProps, 'form'> => {
  const at = { ...here, key: question.key }
  return {
    heading: 'Edit question',
    type,
    action: paths.question(at),
    button: 'Save question',
    retype: paths.question(at),
    seen: markOf(question),
    earlier: knownBefore(survey, pageNumberOf(survey, question.key)),
    links: [
      { text: question.page === undefined ? 'Start a new page here' : 'Change the page that starts here', href: paths.pageStart(at) },
      { text: 'Change who is asked', href: paths.conditions(at) },
    ],
  }
}

type Posted = As<Staff> & Pick<Visit<string>, 'body' | 'files'>

/** What was typed. A picture is checked here, and kept only once everything else is right; another than the question's own cannot be named. */
async function readSettings(ctx: Posted, type: QuestionType, question: Question | null): Promise<FormResult<Settings>> {
  const upload = ctx.files['picture-upload']?.[0]
  const { picture: _, ...typed } = ctx.body
  const had: Body = question?.picture && ctx.body.picture === question.picture.file ? { picture: question.picture.file } : {}
  if (!type.isOnlyRead || !upload) return read(type.settings, { ...typed, ...had })

  const checked = await checkFile(upload, { types: ['image'] })
  const form = read(type.settings, { ...typed, picture: newId() })
  const { picture: __, ...values } = form.values as Record<string, string>
  const shown = { ...values, ...had } as typeof form.values
  if (!checked.ok) return { ok: false, values: shown, errors: { ...form.errors, 'picture-upload': checked.mistake } as typeof form.errors }
  return form.ok
    ? form
    : { ...form, values: shown, errors: { ...form.errors, 'picture-upload': 'Choose the picture again' } as typeof form.errors }
}

async function withPicture(ctx: Posted, settings: Settings): Promise<Settings> {
  const upload = ctx.files['picture-upload']?.[0]
  if (!settings.picture || !upload) return settings
  const kept = await keepFile(ctx, upload, { purpose: 'picture of a survey', types: ['image'] })
  return { ...settings, picture: { ...settings.picture, file: kept.id } }
}
