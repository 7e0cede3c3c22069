import { findSurvey, releaseSurvey } from '#capabilities/surveys'
import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { type Consultation, isFormal } from '../consultation.ts'
import { mayRunConsultations } from '../policy.ts'
import { findConsultation } from '../queries/find.ts'
import { listMissing } from '../queries/missing.ts'
import { insertPublication } from '../queries/write.ts'

/** Show it to everyone. From then on the calendar opens and closes it. A formal one is refused while it lacks anything. */
export async function publishConsultation(ctx: Context, id: string): Promise<Consultation> {
  allowOnly(mayRunConsultations(ctx.actor))
  const consultation = await findConsultation(ctx.db, id)
  refuseIf(consultation.publication !== null, 'This consultation is published already')
  // An operator brings in what has already happened.
  refuseIf(consultation.closesOn < ctx.today && ctx.actor.kind !== 'operator', 'The last day to answer has passed. Change the dates first.')
  const survey = await findSurvey(ctx.db, consultation.surveyId)
  refuseIf(survey.questions.length === 0, 'Add a question first: there is nothing to answer yet')
  const missing = isFormal(consultation) ? await listMissing(ctx, consultation, survey.questions) : []
  refuseIf(missing.length > 0, `A formal consultation cannot be published without these: ${missing.map(({ what }) => what).join('; ')}`)
  if (!survey.released) await releaseSurvey(ctx, consultation.surveyId)
  await insertPublication(ctx.db, ctx.commissioner.id, consultation.id, { at: ctx.now, by: staffId(ctx.actor) })
  const { kind, opensOn, closesOn } = consultation
  await record(ctx, 'consultation.published', consultation.id, { kind, opensOn, closesOn })
  return findConsultation(ctx.db, id)
}
