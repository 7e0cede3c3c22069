import { peoplePaths, personSignIn } from '#capabilities/people'
import type { Context } from '#platform/context.ts'
import { allowOnly, NotFound, Refused } from '#platform/errors.ts'
import { historyOf, record } from '#platform/events.ts'
import { read } from '#platform/forms.ts'
import { isId } from '#platform/ids.ts'
import { fates, findMessage, listOutbox, type OutboxMessage, settleMessage } from '#platform/outbox.ts'
import { page, seeOther, type Web } from '#platform/web.tsx'
import { countTold } from './actions/count-told.ts'
import { readOwnRecord } from './actions/read-own-record.ts'
import { capital } from './fate.ts'
import { settlementForm } from './forms.ts'
import { MessagePage, OutboxPage } from './pages/outbox.tsx'
import { OwnRecordPage } from './pages/own-record.tsx'
import { RepliesPage, ToldPage } from './pages/told.tsx'
import { YouSaidWeDidPage } from './pages/you-said-we-did.tsx'
import { paths } from './paths.ts'
import { maySeeAddress, maySeeOutbox, maySettle } from './policy.ts'
import { findDecision, listTold } from './queries/notices.ts'
import { listReplies } from './queries/replies.ts'

const aPage = 50
const decisionsOnAPage = 10

export function routes(web: Web) {
  web.public.get(paths.youSaid, async (ctx) => {
    const decisions = await listReplies(ctx.db, { before: idIn(ctx.query.before), limit: decisionsOnAPage })
    const links = new Map<string, { text: string; href: string }[]>()
    for (const { id, replies } of decisions) {
      links.set(id, await ctx.slots.neighboursOf(ctx, 'decision', 'public', id))
      for (const { findingId } of replies) links.set(findingId, await ctx.slots.neighboursOf(ctx, 'finding', 'public', findingId))
    }
    return page(
      'You said, we did',
      <YouSaidWeDidPage decisions={decisions} links={links} next={nextPage(paths.youSaid(own(ctx)), decisions, decisionsOnAPage)} />,
    )
  })

  web.me.get(paths.me, personSignIn, async (ctx) => {
    const { slug: commissioner, name } = ctx.commissioner
    const withdrawal = (id: string) => peoplePaths.myConsentWithdrawal({ commissioner, id })
    return page(
      'What you told us',
      <OwnRecordPage
        organisation={name}
        record={await readOwnRecord(ctx, ctx.actor.id)}
        withdrawal={withdrawal}
        signOut={peoplePaths.meSignOut({ commissioner })}
      />,
    )
  })

  web.desk.get(paths.list, maySeeOutbox, async (ctx) => {
    const decisions = await listTold(ctx.db, { before: idIn(ctx.query.before), limit: aPage })
    const lines = decisions.map((decision) => ({
      ...decision,
      told: decision.told ?? 0,
      href: paths.told({ ...own(ctx), decision: decision.id }),
    }))
    return page(
      'Replies',
      <RepliesPage decisions={lines} outbox={paths.outbox(own(ctx))} next={nextPage(paths.list(own(ctx)), decisions, aPage)} />,
    )
  })

  web.desk.get(paths.told, maySeeOutbox, async (ctx) => {
    if (!isId(ctx.params.decision)) throw new NotFound()
    const decision = await findDecision(ctx.db, ctx.params.decision)
    const href = (await describeDecision(ctx, decision.id))?.href ?? null
    const props = {
      decision: { ...decision, href },
      telling: await countTold(ctx, decision.id),
      outbox: paths.outbox(own(ctx)),
      happenings: await historyOf(ctx, [decision.id]),
    }
    return page(`Who was told: ${decision.title}`, <ToldPage {...props} />)
  })

  web.desk.get(paths.outbox, maySeeOutbox, async (ctx) => {
    const fate = fates.find((known) => known === ctx.query.fate)
    const messages = await listOutbox(ctx.db, { before: idIn(ctx.query.before), fate, limit: aPage })
    const here = paths.outbox(own(ctx))
    const filters = [
      { text: 'All', href: here, current: fate === undefined },
      ...fates.map((known) => ({ text: capital(known), href: `${here}?${new URLSearchParams({ fate: known })}`, current: known === fate })),
    ]
    const lines = messages.map((message) => ({
      ...message,
      href: paths.message({ ...own(ctx), message: message.id }),
      to: nameOf(message),
      fate: capital(message.fate),
    }))
    return page('Outbox', <OutboxPage messages={lines} filters={filters} next={nextPage(here, messages, aPage, fate && { fate })} />)
  })

  web.desk.get(paths.message, maySeeOutbox, async (ctx) => {
    if (!isId(ctx.params.message)) throw new NotFound()
    const message = await findMessage(ctx.db, ctx.params.message)
    const address = maySeeAddress(ctx.actor) && message.recipient.kind === 'contact point' ? await addressOf(ctx, message) : null
    const settlement = message.fate === 'in doubt' && maySettle(ctx.actor) ? paths.settlement({ ...own(ctx), message: message.id }) : null
    const happenings = await historyOf(ctx, [message.id])
    return page(
      message.subject,
      <MessagePage
        {...message}
        to={nameOf(message)}
        address={address}
        fate={capital(message.fate)}
        settlement={settlement}
        happenings={happenings}
      />,
    )
  })

  web.desk.post(paths.settlement, maySettle, async (ctx) => {
    if (!isId(ctx.params.message)) throw new NotFound()
    allowOnly(maySettle(ctx.actor))
    const form = read(settlementForm, ctx.body)
    if (!form.ok) throw new Refused(form.errors.decision ?? 'Say whether it arrived, or is to be sent again')
    await settleMessage(ctx, ctx.params.message, form.value.decision)
    return seeOther(paths.message({ ...own(ctx), message: ctx.params.message }))
  })
}

const own = ({ commissioner }: Pick<Context, 'commissioner'>) => ({ commissioner: commissioner.slug })

const idIn = (text: string | undefined) => (text !== undefined && isId(text) ? text : undefined)

function nextPage(here: string, rows: readonly { id: string }[], full: number, kept: Record<string, string> = {}): string | null {
  const last = rows.length === full ? rows.at(-1) : undefined
  return last ? `${here}?${new URLSearchParams({ ...kept, before: last.id })}` : null
}

const nameOf = ({ recipient }: OutboxMessage) =>
  ({ 'contact point': 'A person who spoke', account: 'A member of staff' })[recipient.kind] ?? recipient.kind

/** Where the message goes now; that someone was shown it is written down first. */
async function addressOf(ctx: Context, { id, recipient }: OutboxMessage): Promise<string | null> {
  const address = await ctx.slots.recipients.find((known) => known.kind === recipient.kind)?.emailOf(ctx, recipient.id)
  if (!address) return null
  await record(ctx, 'message.read', id, { recipient: recipient.id }, { publicPagesStay: true })
  return address
}

async function describeDecision(ctx: Context, id: string) {
  const [node] = (await ctx.slots.threadKinds.find(({ kind }) => kind === 'decision')?.describe(ctx, [id])) ?? []
  return node
}
