import { finishDraft } from '#capabilities/drafts'
import { ChallengePage, flagResponse, lookAtPost } from '#capabilities/flags'
import { mistakeInInvitation, useInvitation } from '#capabilities/invitations'
import type { SurveyVersion } from '#capabilities/surveys'
import type { Context } from '#platform/context.ts'
import type { Body } from '#platform/forms.ts'
import { page, type Reply, seeOther } from '#platform/web.tsx'
import { respond } from '../actions/respond.ts'
import { RefusedPage } from '../pages/refused.tsx'
import { paths, respondPath } from '../paths.ts'
import { names, oneOf, type Turn } from '../sheet.ts'
import { typedBack } from '../typed-back.ts'
import type { Asks } from './draw-sheet.tsx'
import type { Entry } from './entry.tsx'

type Sending = Asks & {
  /** The questions in their author's words. */
  written: SurveyVersion
  body: Body
  turn: Turn & { kind: 'send' }
  replaces: string | null
  entry: Entry | null
}

/** Take answers that are right: once, where everyone answers once, and after a task, while robots come in numbers. */
export async function send(ctx: Context & { remote: string }, { written, body, turn, replaces, entry, ...asks }: Sending): Promise<Reply> {
  const address = { commissioner: asks.commissioner, slug: asks.consultation.slug }
  const mistake = entry && (await mistakeInInvitation(ctx.db, entry))
  if (mistake) return refused(asks, body, { title: 'We could not take your answers', why: mistake, link: 'Go back to the start' })

  const { doubts, challenge } = await lookAtPost(ctx, { body, remote: ctx.remote })
  if (challenge) {
    const task = { challenge, action: respondPath(address), body, button: 'Send your answers' }
    return page('One more moment', <ChallengePage {...task} />, { scripts: ['challenge'] })
  }
  if (entry) await useInvitation(ctx, entry)
  const { responseId, receipt } = await respond(ctx, {
    consultation: asks.consultation,
    version: written,
    answers: asWritten(written, turn),
    contact: turn.contact,
    replaces,
    variant: asks.variant?.code ?? null,
  })
  const saved = oneOf(body, names.saved)
  if (saved) await finishDraft(ctx, saved)
  await flagResponse(ctx, responseId, doubts)
  return seeOther(paths.receipt({ ...address, code: receipt }))
}

/** The answers as to the questions in their author's words, which those who read them know. */
const asWritten = ({ questions }: SurveyVersion, { answers }: Turn & { kind: 'send' }) =>
  answers.map((answer) => ({ ...answer, question: questions.find(({ key }) => key === answer.question.key) ?? answer.question }))

/** Nothing was taken, and all that was typed is shown back. */
export function refused(
  { commissioner, consultation, version }: Asks,
  body: Body,
  { title, ...why }: { title: string; why: string; link: string },
): Reply {
  const href = respondPath({ commissioner, slug: consultation.slug })
  const html = <RefusedPage title={title} {...why} href={href} typed={typedBack(version, body)} />
  return { kind: 'page', status: 409, title, html }
}
