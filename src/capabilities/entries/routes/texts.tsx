import { consultationOfSurvey } from '#capabilities/consultations'
import { findReleasedSurvey, type Question } from '#capabilities/surveys'
import type { Context } from '#platform/context.ts'
import { type Body, blank, type Form, read } from '#platform/forms.ts'
import { addDays } from '#platform/time.ts'
import { invalid, page, seeOther, type Web } from '#platform/web.tsx'
import { endLine, isNotify, makeTextSecret, openLine, receiveText } from '../actions/texts.ts'
import { type LineInput, lineForm } from '../forms.ts'
import { SecretPage, TextsPage } from '../pages/texts.tsx'
import { paths } from '../paths.ts'
import { mayRunTexts } from '../policy.ts'
import { listAnswerable } from '../queries/answerable.ts'
import { countRefusals, findSecret, listLines } from '../queries/texts.ts'
import { notifyCall } from '../text-message.ts'

export function textRoutes(web: Web) {
  web.callback.post(paths.notify, async (ctx) => {
    if (!(await isNotify(ctx, ctx.authorization))) return 401
    const call = notifyCall.safeParse(ctx.json)
    if (!call.success) return 422
    await receiveText(ctx, call.data)
    // What we cannot take is not sent again either: Notify keeps it for a week, and the desk says that it came.
    return 204
  })

  web.desk.get(paths.texts, mayRunTexts, async (ctx) => page('Text messages', <TextsPage {...(await shown(ctx, blank))} />, back(ctx)))

  web.desk.post(paths.textLines, mayRunTexts, async (ctx) => {
    const form = readLine(
      ctx.body,
      (await questionsInWords(ctx)).map(({ value }) => value),
    )
    if (!form.ok) return invalid('Text messages', <TextsPage {...(await shown(ctx, form))} />, back(ctx))
    await openLine(ctx, form.value)
    return seeOther(paths.texts(ctx.params))
  })

  web.desk.post(paths.textLineEnd, mayRunTexts, async (ctx) => {
    await endLine(ctx, ctx.params.line)
    return seeOther(paths.texts(ctx.params))
  })

  // The one post that is answered with a page: a secret in an address would be in every log on the way.
  web.desk.post(paths.textSecret, mayRunTexts, async (ctx) => {
    const secret = await makeTextSecret(ctx)
    return page('The new secret', <SecretPage commissioner={ctx.params.commissioner} secret={secret} />)
  })
}

const back = (ctx: Context) => ({ back: { href: paths.home({ commissioner: ctx.commissioner.slug }), text: 'Enter answers' } })

function readLine(body: Body, questions: readonly string[]) {
  const form = read(lineForm, body)
  if (!form.ok || questions.includes(String(body.question))) return form
  return { ...form, ok: false as const, errors: { question: 'Choose the question that messages answer' } }
}

const isInWords = ({ type }: Question) => type === 'long-text' || type === 'short-text'

/** The questions of open consultations that are answered in words. */
async function questionsInWords({ db, today }: Context) {
  const found: { value: string; text: string }[] = []
  for (const { surveyId, title } of await listAnswerable(db, today)) {
    const version = await findReleasedSurvey(db, surveyId)
    for (const { key, text } of version?.questions.filter(isInWords) ?? [])
      found.push({ value: `${surveyId} ${key}`, text: `${title}: ${text}` })
  }
  return found
}

async function shown(ctx: Context, form: Form<LineInput>) {
  const lines = []
  for (const line of await listLines(ctx.db)) {
    const consultation = await consultationOfSurvey(ctx.db, line.surveyId)
    const version = await findReleasedSurvey(ctx.db, line.surveyId)
    const question = version?.questions.find(({ key }) => key === line.questionKey)?.text ?? 'A question that is no longer asked'
    lines.push({ ...line, title: consultation?.title ?? '', question })
  }
  return {
    commissioner: ctx.commissioner.slug,
    lines,
    questions: await questionsInWords(ctx),
    secretMadeAt: (await findSecret(ctx.db))?.madeAt ?? null,
    refused: await countRefusals(ctx.db, new Date(`${addDays(ctx.today, -30)}T00:00:00Z`)),
    form,
  }
}
