import type { Consultation } from '#capabilities/consultations'
import { type Contact, keepAnswers } from '#capabilities/forms'
import type { GivenAnswer, SurveyVersion } from '#capabilities/surveys'
import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import { graceDays, whenIsIt } from '../entry.ts'
import type { EntryInput } from '../forms.ts'
import { mayEnter } from '../policy.ts'
import { insertEntry } from '../queries/entries.ts'
import { channelOf, type Way } from '../way.ts'

interface Entering {
  consultation: Consultation
  version: SurveyVersion
  way: Way
  answers: readonly GivenAnswer[]
  input: EntryInput
  organisationId: string | null
  /** What the person agreed to, and how to reach them for it. */
  contact: Contact
}

/** Type in what someone said by another way than the website. It becomes a response like any other, and we keep who entered it. */
export async function enterResponse(ctx: Context, { consultation, version, way, answers, input, organisationId, contact }: Entering) {
  allowOnly(mayEnter(ctx.actor))
  const when = whenIsIt(consultation, ctx.today)
  refuseIf(when === 'too early', 'This consultation is not open yet')
  refuseIf(when === 'too late', `Nothing more can be entered: it is more than ${graceDays} days since the last day to answer`)
  const { responseId, receipt } = await keepAnswers(ctx, {
    version,
    answers,
    channel: channelOf[way],
    saidOn: input['typed-said'],
    organisationId,
    contact,
  })

  const id = newId()
  const title = input['typed-event']
  await insertEntry(ctx.db, ctx.commissioner.id, {
    id,
    surveyId: version.surveyId,
    responseId,
    way,
    organisationId,
    authorisedBy: organisationId ? input['typed-authorised'] : null,
    assistedBy: input['typed-helper'],
    receivedOn: input['typed-received'],
    lateReason: when === 'late' ? input['typed-late'] : null,
    event: way === 'event' && title ? { title, peoplePresent: input['typed-present'] ?? 0 } : null,
    enteredBy: staffId(ctx.actor),
    enteredAt: ctx.now,
  })
  const facts = { survey: version.surveyId, response: responseId, way, late: when === 'late', forOrganisation: organisationId !== null }
  await record(ctx, 'entry.made', id, facts, { publicPagesStay: true })
  return { id, receipt }
}
