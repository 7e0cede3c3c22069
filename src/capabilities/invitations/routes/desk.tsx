import { type Consultation, findConsultation, isClosed } from '#capabilities/consultations'
import type { Context } from '#platform/context.ts'
import { historyOf, record } from '#platform/events.ts'
import { isId } from '#platform/ids.ts'
import { type Fate, fatesOf } from '#platform/outbox.ts'
import { mayLook } from '#platform/roles.ts'
import { page, type Web } from '#platform/web.tsx'
import { emailOfInvited } from '../actions/send-letter.ts'
import { sendingOf } from '../batch.ts'
import { BatchPage } from '../pages/batch.tsx'
import { ListPage, OneEachPage } from '../pages/list.tsx'
import { paths } from '../paths.ts'
import { mayInvite } from '../policy.ts'
import { findBatch, listBatches } from '../queries/batches.ts'
import { countAsked } from '../queries/invitations.ts'
import { listMessages } from '../queries/letters.ts'
import { makingRoutes } from './making.tsx'

const most = 50

export function deskRoutes(web: Web) {
  web.desk.get(paths.list, mayLook, async (ctx) => {
    const { db, params, query } = ctx
    const consultation = await findConsultation(db, params.id)
    const { surveyId, title } = consultation
    const extras = { back: { href: `/${params.commissioner}/desk/consultations/${params.id}`, text: title } }
    if (consultation.answering === 'one each') {
      const href = paths.link({ commissioner: params.commissioner, slug: consultation.slug })
      return page('Invitations', <OneEachPage title={title} asked={await countAsked(db, surveyId)} href={href} />, extras)
    }
    const before = isId(query.before ?? '') ? query.before : undefined
    const found = await listBatches(db, surveyId, { before, limit: most + 1 })
    const batches = found.slice(0, most)
    const fates = await fatesIn(
      ctx,
      batches.map(({ id }) => id),
    )
    const shown = {
      title,
      batches: batches.map((batch) => ({ ...batch, sending: batch.way === 'messages' ? sendingOf(fates.get(batch.id) ?? []) : null })),
      next: found.length > most ? `${paths.list(params)}?before=${batches.at(-1)?.id}` : null,
      mayAdd: mayChange(ctx, consultation),
      isInvited: consultation.answering === 'invited',
    }
    return page('Invitations', <ListPage here={params} {...shown} />, extras)
  })

  web.desk.get(paths.batch, mayLook, async (ctx) => {
    const { db, params, query } = ctx
    const consultation = await findConsultation(db, params.id)
    const batch = await findBatch(db, consultation.surveyId, params.batch)
    const fates = await fatesIn(ctx, [batch.id])
    const shown = {
      title: consultation.title,
      batch,
      sending: batch.way === 'messages' ? sendingOf(fates.get(batch.id) ?? []) : null,
      unreached: mayInvite(ctx.actor) ? await listUnreached(ctx, batch.id) : null,
      mayChange: mayChange(ctx, consultation) && batch.withdrawal === null,
      happenings: await historyOf(ctx, [batch.id]),
    }
    const banner = mailedInWords(query)
    return page(batch.name, <BatchPage here={params} {...shown} />, {
      back: { href: paths.list(params), text: 'Invitations' },
      ...(banner && { banner }),
    })
  })

  makingRoutes(web)
}

const mayChange = ({ actor, today }: Context, consultation: Consultation) =>
  mayInvite(actor) && consultation.answering === 'invited' && !isClosed(consultation, today)

/** What became of the messages of each of these batches. */
async function fatesIn(ctx: Context, batchIds: readonly string[]): Promise<Map<string, Fate[]>> {
  const messages = await listMessages(ctx.db, batchIds)
  const fates = await fatesOf(
    ctx.db,
    messages.map(({ messageId }) => messageId),
  )
  const found = new Map<string, Fate[]>()
  for (const { batchId, messageId } of messages) found.set(batchId, [...(found.get(batchId) ?? []), fates.get(messageId) ?? 'waiting'])
  return found
}

/** The addresses that refused our message, fifty at most; that someone looked at them is recorded. */
async function listUnreached(ctx: Context, batchId: string): Promise<string[]> {
  const messages = await listMessages(ctx.db, [batchId])
  const fates = await fatesOf(
    ctx.db,
    messages.map(({ messageId }) => messageId),
  )
  const refused = messages.filter(({ messageId }) => fates.get(messageId) === 'refused').slice(0, most)
  const addresses: string[] = []
  for (const { letterId } of refused) {
    const address = await emailOfInvited(ctx, letterId)
    if (address) addresses.push(address)
  }
  if (addresses.length > 0)
    await record(ctx, 'invitation-batch.addresses-read', batchId, { count: addresses.length }, { publicPagesStay: true })
  return addresses
}

/** What was done, from the address that an act led to: "?invited=3&had=2&left=0". */
function mailedInWords({ invited = '', had = '', left = '' }: Readonly<Record<string, string>>) {
  if (![invited, had, left].every((count) => /^\d{1,6}$/.test(count))) return undefined
  return [
    `${invited === '1' ? '1 person is' : `${invited} people are`} emailed a link.`,
    had !== '0' && `${had} had one already.`,
    left !== '0' && `${left} are left: add them to send to them too.`,
  ]
    .filter(Boolean)
    .join(' ')
}
