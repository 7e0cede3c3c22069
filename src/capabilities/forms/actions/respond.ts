import { type Consultation, isOpen } from '#capabilities/consultations'
import { withdrawResponse } from '#capabilities/contributions'
import type { GivenAnswer, SurveyVersion } from '#capabilities/surveys'
import type { Context } from '#platform/context.ts'
import { refuseIf } from '#platform/errors.ts'
import type { Contact } from '../contact.ts'
import { keepAnswers } from './keep-answers.ts'
import { asAnyone, withdrawConsentsTo } from './take-back.ts'

interface Said {
  consultation: Consultation
  version: SurveyVersion
  answers: readonly GivenAnswer[]
  contact: Contact
  /** The response that this one is to stand in place of. */
  replaces: string | null
  /** The language or format it was answered in. */
  variant: string | null
}

/** Take what someone sent on the web, while it is open; in place of what they sent before, where they change it. */
export async function respond(visit: Context, { consultation, replaces, ...said }: Said) {
  const ctx = asAnyone(visit)
  refuseIf(!isOpen(consultation, ctx.today), 'You can no longer answer')
  const kept = await keepAnswers(ctx, { ...said, channel: 'web' })
  if (replaces) {
    await withdrawResponse(ctx, replaces, { replacedBy: kept.responseId })
    await withdrawConsentsTo(ctx, replaces)
  }
  return kept
}
