import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { isClosed } from '../consultation.ts'
import { isFeedbackGiven, type StatementSubject } from '../course.ts'
import { mayRunConsultations } from '../policy.ts'
import { findCourse, insertStatement } from '../queries/course.ts'
import { findConsultation } from '../queries/find.ts'

const events: Readonly<Record<StatementSubject, string>> = {
  election: 'consultation.election-explained',
  'late-feedback': 'consultation.feedback-explained',
  'feedback-given': 'consultation.feedback-given',
}

/** Say something on the public page that the law or good practice wants said. Another day for feedback takes the place of the last. */
export async function statePublicly(
  ctx: Context,
  id: string,
  { about, words, dueOn = null }: { about: StatementSubject; words: string; dueOn?: string | null },
) {
  allowOnly(mayRunConsultations(ctx.actor))
  const consultation = await findConsultation(ctx.db, id)
  refuseIf(consultation.publication === null, 'This is a draft: nobody would read it')
  if (about === 'election') refuseIf(isClosed(consultation, ctx.today), 'It is closed, so there is nothing to promote')
  else {
    refuseIf(!isClosed(consultation, ctx.today), 'People can still answer: what came of it is said after it closes')
    refuseIf(isFeedbackGiven(await findCourse(ctx.db, id)), 'It says already where people can read what came of it')
  }
  refuseIf(
    about === 'late-feedback' && (dueOn === null || dueOn <= (consultation.feedbackDueOn ?? '')),
    'The new day must be later than the one people know',
  )
  const mark = { commissionerId: ctx.commissioner.id, consultationId: id, by: staffId(ctx.actor) }
  await insertStatement(ctx.db, mark, { about, words, dueOn: about === 'late-feedback' ? dueOn : null, at: ctx.now })
  await record(ctx, events[about], id, about === 'late-feedback' ? { dueOn } : {})
}
