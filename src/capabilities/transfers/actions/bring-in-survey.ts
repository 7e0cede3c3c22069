import { createHash } from 'node:crypto'
import { draftConsultation, findConsultation } from '#capabilities/consultations'
import { addVariant, writeTexts } from '#capabilities/variants'
import { type Context, staffId } from '#platform/context.ts'
import { allowOnly } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import { slugOf } from '#platform/slugs.ts'
import { addDays } from '#platform/time.ts'
import { type BroughtSurvey, reportOf } from '../brought-survey.ts'
import type { ResponseSheet } from '../iai-sheet.ts'
import { mayBringInSurveys } from '../policy.ts'
import { findImportOf, insertImport } from '../queries/imports.ts'
import { readSurveyFile } from '../survey-file.ts'
import type { SurveyImport } from '../survey-import.ts'

interface Given {
  bytes: Uint8Array
  /** Instead of the title in the file. */
  title?: string | undefined
  /** Where the answers of closed questions are, for a layout that does not hold them. */
  responses?: ResponseSheet | null
}

/**
 * Bring in the questions of a file, as the draft of a light survey that nobody sees until it is published. The same file again adds nothing: what it
 * made before is given back.
 */
export async function bringInSurvey(
  ctx: Context,
  { bytes, title, responses = null }: Given,
): Promise<Omit<SurveyImport, 'at'> & { isNew: boolean }> {
  allowOnly(mayBringInSurveys(ctx.actor))
  const fileHash = createHash('sha256')
    .update(bytes)
    .update(responses ? JSON.stringify(responses.headers) : '')
    .digest()
  const before = await findImportOf(ctx.db, fileHash)
  if (before) return { ...before, isNew: false }

  const brought = readSurveyFile(bytes, { responses })
  const survey = { ...brought, title: title || brought.title }
  const surveyId = await draftOf(ctx, survey)
  await bringInLanguages(ctx, surveyId, survey)
  const made = { id: newId(), surveyId, layout: survey.layout, report: reportOf(survey) }
  await insertImport(ctx.db, ctx.commissioner.id, { ...made, fileHash, by: staffId(ctx.actor), at: ctx.now })
  const detail = { layout: survey.layout, questions: survey.questions.length, left: survey.left.length }
  await record(ctx, 'survey.brought-in', surveyId, detail, { publicPagesStay: true })
  return { ...made, isNew: true }
}

// A draft's dates are there to be changed.
const weekAhead = 7
const sixWeeks = 42

async function draftOf(ctx: Context, { title, promise, questions }: BroughtSurvey): Promise<string> {
  const opensOn = addDays(ctx.today, weekAhead)
  const id = await draftConsultation(ctx, {
    kind: 'survey',
    title,
    // Other surveys may go by the same title.
    slug: `${slugOf(title).slice(0, 60) || 'survey'}-${newId().slice(-6)}`,
    summary: '',
    canChange: '',
    cannotChange: '',
    promise,
    questions,
    opensOn,
    closesOn: addDays(opensOn, sixWeeks),
  })
  return (await findConsultation(ctx.db, id)).surveyId
}

async function bringInLanguages(ctx: Context, surveyId: string, { languages }: BroughtSurvey) {
  for (const { code, name, texts } of languages) {
    const variant = code.toLowerCase()
    if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(variant) || Object.keys(texts).length === 0) continue
    await addVariant(ctx, surveyId, { code: variant, kind: 'language', language: variant, name })
    await writeTexts(ctx, surveyId, variant, texts)
  }
}
