import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, NotFound } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId, newSalt } from '#platform/ids.ts'
import { answerContent, type Outcome } from '../decision.ts'
import { mayAnswer } from '../policy.ts'
import { insertAnswer, isPut } from '../queries/answers.ts'
import { findDecisionToChange } from '../queries/decisions.ts'
import { refuseOncePublished } from './draft-decision.ts'

interface NewAnswer {
  decisionId: string
  findingId: string
  outcome: Outcome
  reason: string
}

/** Say what becomes of a finding, and why. A later answer takes the place of an earlier one. Answers the answer's id. */
export async function answerFinding(ctx: Context, { decisionId, findingId, outcome, reason }: NewAnswer): Promise<string> {
  allowOnly(mayAnswer(ctx.actor))
  refuseOncePublished(await findDecisionToChange(ctx.db, decisionId))
  if (!(await isPut(ctx.db, decisionId, findingId))) throw new NotFound('finding of this decision')

  const answer = {
    id: newId(),
    decisionId,
    findingId,
    outcome,
    reason,
    answeredBy: staffId(ctx.actor),
    answeredAt: ctx.now,
    salt: newSalt(),
  }
  await insertAnswer(ctx.db, ctx.commissioner.id, answer)
  const row = { kind: 'answer', id: answer.id, salt: answer.salt, content: answerContent(answer) }
  await record(
    ctx,
    'decision.answered',
    decisionId,
    { finding: findingId, answer: answer.id, outcome },
    { rows: [row], publicPagesStay: true },
  )
  return answer.id
}
