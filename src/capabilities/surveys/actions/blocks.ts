import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, NotFound, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import { blockFor, runOf, sharedBlocks } from '../block.ts'
import { without } from '../order.ts'
import { mayBuildSurveys } from '../policy.ts'
import { findSavedBlock, insertBlock, insertRetirement } from '../queries/blocks.ts'
import { findSurvey, listKeys } from '../queries/versions.ts'
import { findSurveyToBuild, keep } from './keep.ts'
import { refuseAnswered } from './questions.ts'

/** Ask all the questions of a block, after the others. */
export async function addBlock(ctx: Context, surveyId: string, id: string) {
  const survey = await findSurveyToBuild(ctx, surveyId)
  const block = sharedBlocks.find((shared) => shared.id === id) ?? (await findSavedBlock(ctx.db, id))
  refuseIf(
    survey.questions.some((question) => question.block === block.id),
    `“${block.title}” is already among these questions`,
  )
  const keys = { now: survey.questions.map(({ key }) => key), ever: await listKeys(ctx.db, surveyId) }
  const added = blockFor(block, keys)
  await keep(ctx, survey, { questions: [...survey.questions, ...added] })
  await record(ctx, 'survey.block-added', surveyId, { block: id, questions: added.length }, { publicPagesStay: true })
}

/** Ask none of them any longer. */
export async function removeBlock(ctx: Context, surveyId: string, id: string) {
  const survey = await findSurveyToBuild(ctx, surveyId)
  const removed = survey.questions.filter(({ block }) => block === id)
  if (removed.length === 0) throw new NotFound(`block ${id}`)
  await refuseAnswered(ctx, surveyId, removed)
  await keep(ctx, survey, { questions: without(survey.questions, ({ block }) => block === id) })
  await record(ctx, 'survey.block-removed', surveyId, { block: id, questions: removed.length }, { publicPagesStay: true })
}

/** Offer the questions from one to another, both with, to every author of this commissioner. */
export async function saveBlock(ctx: Context, surveyId: string, { name, from, to }: { name: string; from: string; to: string }) {
  allowOnly(mayBuildSurveys(ctx.actor))
  const survey = await findSurvey(ctx.db, surveyId)
  const questions = runOf(survey.questions, from, to)
  const id = newId()
  await insertBlock(ctx.db, { commissioner_id: ctx.commissioner.id, id, name, questions, made_by: staffId(ctx.actor), made_at: ctx.now })
  await record(ctx, 'question-block.saved', id, { survey: surveyId, questions: questions.length }, { publicPagesStay: true })
  return id
}

/** Offer a block no longer; where it is asked, it stays. */
export async function retireBlock(ctx: Context, id: string) {
  allowOnly(mayBuildSurveys(ctx.actor))
  const block = await findSavedBlock(ctx.db, id)
  const retired = { commissioner_id: ctx.commissioner.id, block_id: block.id, retired_by: staffId(ctx.actor), retired_at: ctx.now }
  await insertRetirement(ctx.db, retired)
  await record(ctx, 'question-block.retired', id, {}, { publicPagesStay: true })
}
