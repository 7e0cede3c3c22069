import { changePromise, draftSurvey, findSurvey, type Question, renameSurvey } from '#capabilities/surveys'
import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import type { Kind } from '../consultation.ts'
import type { DraftInput } from '../forms.ts'
import { mayRunConsultations } from '../policy.ts'
import { findConsultation, listSlugs } from '../queries/find.ts'
import { insertConsultation, updateConsultation } from '../queries/write.ts'

type NewConsultation = Omit<DraftInput, 'decides' | 'places' | 'kind'> & {
  kind?: Kind
  decides?: string
  places?: readonly string[]
  questions?: readonly Question[]
}

/** Set out a proposal, and begin its questions. Nobody sees it until it is published. */
export async function draftConsultation(
  ctx: Context,
  { promise, questions = [], kind = 'survey', decides = '', places = [], ...rest }: NewConsultation,
): Promise<string> {
  allowOnly(mayRunConsultations(ctx.actor))
  const input = { ...rest, kind, decides, places }
  await refuseTakenSlug(ctx, input.slug, null)
  const { surveyId } = await draftSurvey(ctx, { title: input.title, promise, questions })
  const id = newId()
  await insertConsultation(ctx.db, ctx.commissioner.id, { ...input, id, surveyId, draftedBy: staffId(ctx.actor), draftedAt: ctx.now })
  await record(
    ctx,
    'consultation.drafted',
    id,
    { survey: surveyId, kind, opensOn: input.opensOn, closesOn: input.closesOn },
    { publicPagesStay: true },
  )
  return id
}

export async function changeDraft(ctx: Context, id: string, { promise, ...input }: DraftInput) {
  allowOnly(mayRunConsultations(ctx.actor))
  const consultation = await findConsultation(ctx.db, id)
  refuseIf(
    consultation.publication !== null,
    'It is published, so people rely on what it says. It cannot be changed now: correct it, with a reason, instead.',
  )
  await refuseTakenSlug(ctx, input.slug, consultation.id)
  await updateConsultation(ctx.db, { ...input, id: consultation.id })
  if (input.title !== consultation.title) await renameSurvey(ctx, consultation.surveyId, input.title)
  if ((await findSurvey(ctx.db, consultation.surveyId)).promise !== promise) await changePromise(ctx, consultation.surveyId, promise)
  await record(
    ctx,
    'consultation.changed',
    consultation.id,
    { opensOn: input.opensOn, closesOn: input.closesOn },
    { publicPagesStay: true },
  )
}

const refuseTakenSlug = async (ctx: Context, slug: string, except: string | null) =>
  refuseIf((await listSlugs(ctx.db, except)).has(slug), `Another consultation has the address ${slug}. Choose another.`)
