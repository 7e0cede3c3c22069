import { findConsultation, isClosed } from '#capabilities/consultations'
import { findReleasedSurvey } from '#capabilities/surveys'
import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, Refused, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import { mayKey } from '../policy.ts'
import { insertForms } from '../queries/forms.ts'
import { newSerial } from '../serial.ts'

/** Make so many forms, each with a serial number of its own. Returns the first one's id, by which they are printed. */
export async function printForms(ctx: Context, consultationId: string, copies: number): Promise<string> {
  allowOnly(mayKey(ctx.actor))
  const consultation = await findConsultation(ctx.db, consultationId)
  refuseIf(consultation.publication === null, 'Publish the consultation first: its questions can still change')
  refuseIf(isClosed(consultation, ctx.today), 'This consultation is closed: a form printed now would come too late')
  const version = await findReleasedSurvey(ctx.db, consultation.surveyId)
  if (!version) throw new Refused('There are no questions to print yet')
  const forms = Array.from({ length: copies }, () => ({ id: newId(), consultationId, versionId: version.id, serial: newSerial() }))
  await insertForms(ctx.db, ctx.commissioner.id, forms, { by: staffId(ctx.actor), at: ctx.now })
  await record(ctx, 'paper.printed', consultationId, { forms: copies, version: version.id }, { publicPagesStay: true })
  return forms[0]!.id
}

/** A number for a form that has none: a copy, or one that somebody wrote out. It is written on the paper by hand. */
export async function numberForm(ctx: Context, consultationId: string, versionId: string): Promise<string> {
  allowOnly(mayKey(ctx.actor))
  const form = { id: newId(), consultationId, versionId, serial: newSerial() }
  await insertForms(ctx.db, ctx.commissioner.id, [form], { by: staffId(ctx.actor), at: ctx.now })
  await record(ctx, 'paper.numbered', form.id, { consultation: consultationId }, { publicPagesStay: true })
  return form.serial
}
