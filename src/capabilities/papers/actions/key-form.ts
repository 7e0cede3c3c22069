import { type Consultation, isOpen, lastDayOf } from '#capabilities/consultations'
import { contactFields, keepAnswers, readContact } from '#capabilities/forms'
import type { SurveyVersion } from '#capabilities/surveys'
import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, Refused, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import type { Body } from '#platform/forms.ts'
import { addDays } from '#platform/time.ts'
import { comparedIn, daysInThePost, daysToKey, differencesBetween, type PaperForm, readKeying, typedOf } from '../paper-form.ts'
import { mayKey, maySettle } from '../policy.ts'
import { insertKeying, insertSettlement } from '../queries/keyings.ts'

interface About {
  consultation: Consultation
  version: SurveyVersion
  form: PaperForm
}

export type KeyingOutcome = 'keyed once' | 'agreed' | 'to settle'

/**
 * Keep what one person typed of a form. The second time, by another person, the two are compared: where they agree the answers are received,
 * where they differ the form waits to be settled.
 */
export async function keyForm(
  ctx: Context,
  { consultation, version, form }: About,
  typed: Body,
  receivedOn: string,
): Promise<KeyingOutcome> {
  allowOnly(mayKey(ctx.actor))
  const keyedBy = whoTypes(ctx)
  refuseUntimely(ctx, consultation, receivedOn)
  refuseIf(form.settlement !== null, 'This form is done: two people typed it, or it was taken with one typing')
  refuseIf(form.keyings.length === 2, 'Two people typed this form already, and they differ. Look at the paper and settle it.')
  const [first] = form.keyings
  refuseIf(
    first?.keyedBy === keyedBy,
    'You typed this form the first time. Somebody else types it the second time, so that mistakes are found.',
  )

  const kept = typedOf(version, typed, contactFields)
  const turn = first ? 2 : 1
  await insertKeying(ctx.db, ctx.commissioner.id, form.id, { turn, receivedOn, typed: kept, keyedBy, keyedAt: ctx.now })
  await record(ctx, 'paper.keyed', form.id, { turn }, { publicPagesStay: true })
  if (!first) return 'keyed once'
  if (differ(version, first.typed, kept)) return 'to settle'
  await settle(ctx, { consultation, version, form }, first.typed, {
    receivedOn: first.receivedOn,
    differing: [],
    compared: comparedIn(version),
  })
  return 'agreed'
}

/** Settle a form on which two people differ: what is typed now, with the paper in hand, is what was said. */
export async function settleForm(ctx: Context, about: About, typed: Body) {
  allowOnly(maySettle(ctx.actor))
  const [first, second] = about.form.keyings
  refuseIf(about.form.settlement !== null, 'This form is settled already')
  if (!first || !second) throw new Refused('Two people have to type this form before it can be settled')
  const differing = differencesBetween(about.version, first.typed, second.typed).map(({ question }) => question.key)
  const settled = typedOf(about.version, typed, contactFields)
  await settle(ctx, about, settled, { receivedOn: first.receivedOn, differing, compared: comparedIn(about.version) })
}

/** Take a form as one person typed it, for a reason: there is nobody to type it again. */
export async function takeSingleKeying(ctx: Context, about: About, reason: string) {
  allowOnly(maySettle(ctx.actor))
  const [only, other] = about.form.keyings
  refuseIf(about.form.settlement !== null, 'This form is settled already')
  if (!only || other) throw new Refused('Only a form that one person typed can be taken with one typing')
  await settle(ctx, about, only.typed, { receivedOn: only.receivedOn, differing: [], compared: 0, reason })
}

interface Settling {
  receivedOn: string
  differing: readonly string[]
  compared: number
  reason?: string
}

async function settle(
  ctx: Context,
  { consultation, version, form }: About,
  typed: Body,
  { receivedOn, differing, compared, reason }: Settling,
) {
  const { answers } = readKeying(version, typed)
  const { contact } = readContact(version.promise, consultation.places, typed)
  const lastDay = lastDayOf(consultation)
  const saidOn = receivedOn < lastDay ? receivedOn : lastDay
  const { responseId } = await keepAnswers(ctx, { version, answers, contact, channel: 'paper', saidOn })
  const differed = differing.length
  await insertSettlement(ctx.db, ctx.commissioner.id, form.id, {
    responseId,
    compared,
    differed,
    differingKeys: differing,
    reason: reason ?? null,
    settledBy: whoTypes(ctx),
    settledAt: ctx.now,
  })
  await record(ctx, 'paper.settled', form.id, { compared, differed, single: reason !== undefined }, { publicPagesStay: true })
}

const differ = (version: SurveyVersion, first: Body, second: Body) =>
  differencesBetween(version, first, second).length > 0 || contactFields.some((name) => plain(first, name) !== plain(second, name))

const plain = (body: Body, name: string) => [body[name] ?? ''].flat().at(-1)?.replaceAll(/\s+/g, ' ').trim().toLowerCase() ?? ''

/** A form counts that came in time; the typing itself may take longer. */
function refuseUntimely(ctx: Context, consultation: Consultation, receivedOn: string) {
  refuseIf(receivedOn > ctx.today, 'The day the form came is still ahead: check the date')
  refuseIf(receivedOn < consultation.opensOn, 'The form came before the consultation opened: check the date')
  const lastDay = lastDayOf(consultation)
  refuseIf(
    receivedOn > addDays(lastDay, daysInThePost),
    `The form came too late: forms count that came within ${daysInThePost} days after closing, as the post may take`,
  )
  refuseIf(
    !isOpen(consultation, ctx.today) && ctx.today > addDays(lastDay, daysToKey),
    `Forms can be typed until ${daysToKey} days after closing, and that has passed`,
  )
}

function whoTypes(ctx: Context): string {
  const id = staffId(ctx.actor)
  if (id === null) throw new Refused('Only members of staff type forms: two people have to be told apart')
  return id
}
