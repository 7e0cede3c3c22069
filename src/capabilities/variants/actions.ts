import { findSurvey } from '#capabilities/surveys'
import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { keepFile, megabyte, type Upload } from '#platform/files.ts'
import { newId } from '#platform/ids.ts'
import type { VariantInput } from './forms.ts'
import { mayMakeVariants } from './policy.ts'
import { findVariant, insertOffer, insertRecording, insertTexts, insertVariant, listVariants } from './queries.ts'
import { missingFrom } from './text-place.ts'
import { hasRecordings, hasWords, type Texts } from './variant.ts'

const madeNow = (ctx: Context) => ({ commissionerId: ctx.commissioner.id, by: staffId(ctx.actor), at: ctx.now })

/** Begin a variant. Nobody sees it until it is offered. */
export async function addVariant(ctx: Context, surveyId: string, input: VariantInput) {
  allowOnly(mayMakeVariants(ctx.actor))
  const survey = await findSurvey(ctx.db, surveyId)
  refuseIf(
    (await listVariants(ctx.db, surveyId)).some(({ code }) => code === input.code),
    `There is a variant of this kind already: ${input.name}`,
  )
  const id = newId()
  await insertVariant(ctx.db, madeNow(ctx), { ...input, id, surveyId: survey.surveyId })
  await record(ctx, 'variant.added', id, { survey: surveyId, code: input.code }, { publicPagesStay: true })
}

/** Write its words, all that there are; what is left empty is said in the first language. */
export async function writeTexts(ctx: Context, surveyId: string, code: string, texts: Texts) {
  allowOnly(mayMakeVariants(ctx.actor))
  const variant = await findVariant(ctx.db, surveyId, code)
  refuseIf(!hasWords(variant.kind), 'This variant has no words of its own')
  await insertTexts(ctx.db, madeNow(ctx), variant.id, texts)
  await record(ctx, 'variant.written', variant.id, { texts: Object.keys(texts).length }, { publicPagesStay: !variant.offered })
}

/** Add a recording or a film of one question, or of the whole where the key is ''. It takes the place of the one before. */
export async function addRecording(ctx: Context, surveyId: string, code: string, questionKey: string, upload: Upload) {
  allowOnly(mayMakeVariants(ctx.actor))
  const variant = await findVariant(ctx.db, surveyId, code)
  refuseIf(!hasRecordings(variant.kind), 'This variant has no recordings')
  const kept = await keepFile(ctx, upload, {
    purpose: 'recording',
    types: variant.kind === 'audio' ? ['audio'] : ['video'],
    largest: 100 * megabyte,
  })
  await insertRecording(ctx.db, madeNow(ctx), variant.id, questionKey, kept.id)
  await record(ctx, 'variant.recorded', variant.id, { question: questionKey, file: kept.id }, { publicPagesStay: !variant.offered })
}

/** Let the public choose it. What is missing is said in the first language; with nothing of its own there is nothing to offer. */
export async function offerVariant(ctx: Context, surveyId: string, code: string) {
  allowOnly(mayMakeVariants(ctx.actor))
  const variant = await findVariant(ctx.db, surveyId, code)
  const survey = await findSurvey(ctx.db, surveyId)
  refuseIf(variant.offered, 'People can choose it already')
  refuseIf(hasWords(variant.kind) && Object.keys(variant.texts).length === 0, 'Write its words first')
  refuseIf(hasRecordings(variant.kind) && Object.keys(variant.recordings).length === 0, 'Add a recording first')
  await insertOffer(ctx.db, madeNow(ctx), variant.id, { offered: true, reason: '' })
  await record(ctx, 'variant.offered', variant.id, { missing: hasWords(variant.kind) ? missingFrom(survey, variant.texts).length : 0 })
}

/** Stop offering it, for a reason. What was answered on it counts as before. */
export async function withdrawVariant(ctx: Context, surveyId: string, code: string, reason: string) {
  allowOnly(mayMakeVariants(ctx.actor))
  const variant = await findVariant(ctx.db, surveyId, code)
  refuseIf(!variant.offered, 'It is not offered')
  await insertOffer(ctx.db, madeNow(ctx), variant.id, { offered: false, reason })
  await record(ctx, 'variant.withdrawn', variant.id)
}
