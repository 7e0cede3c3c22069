import { contributionPath, findReadable } from '#capabilities/contributions'
import { peopleToTell } from '#capabilities/people'
import type { Context, Staff } from '#platform/context.ts'
import { NotFound } from '#platform/errors.ts'
import { historyOf, record } from '#platform/events.ts'
import { blank, type Form, read } from '#platform/forms.ts'
import { isId } from '#platform/ids.ts'
import { type As, invalid, page, seeOther, type Visit, type Web } from '#platform/web.tsx'
import { allowOnDutyOnly, passOn, seeConcern, withholdForGood } from '../actions/act.ts'
import { raiseConcern } from '../actions/raise.ts'
import { type PassingOn, raisingForm, readPassingOn, type Withholding, withholdingForm } from '../forms.ts'
import { ContactPage } from '../pages/contact.tsx'
import { InboxPage } from '../pages/inbox.tsx'
import { RaisePage } from '../pages/raise.tsx'
import { ShowPage, type ShowProps } from '../pages/show.tsx'
import { paths } from '../paths.ts'
import { mayBeOnDuty, mayRaiseConcerns, mayWithholdForGood } from '../policy.ts'
import { countWaiting, findConcern, isAnonymous, listActs, listSeen, listWaiting, type Opened } from '../queries/concerns.ts'

const most = 50

type Visiting = As<Staff> & Visit<typeof paths.show.pattern>

export function concernRoutes(web: Web) {
  web.desk.get(paths.inbox, mayBeOnDuty, async (ctx) => {
    await allowOnDutyOnly(ctx)
    const { db, params, query, today } = ctx
    const isSeen = query.show === 'seen'
    const asked = { after: isId(query.after ?? '') ? query.after! : null, limit: most + 1 }
    const found = isSeen ? await listSeen(db, asked) : await listWaiting(db, asked)
    const next = found[most] ? `${paths.inbox(params)}?${isSeen ? 'show=seen&' : ''}after=${found[most - 1]!.id}` : null
    const shown = { concerns: found.slice(0, most), counts: await countWaiting(db, today), isSeen, today, next }
    return page('Duty inbox', <InboxPage commissioner={params.commissioner} {...shown} />)
  })

  web.desk.get(paths.show, mayBeOnDuty, async (ctx) => {
    await allowOnDutyOnly(ctx)
    return page('Duty inbox', await drawConcern(ctx), { back: { href: paths.inbox(ctx.params), text: 'Duty inbox' }, width: 'reading' })
  })

  web.desk.post(paths.acts, mayBeOnDuty, async (ctx) => {
    await allowOnDutyOnly(ctx)
    const { params, body } = ctx
    await findConcern(ctx.db, params.id)
    if (body.act === 'passed on') {
      const form = readPassingOn(body, ctx.today)
      if (!form.ok) return invalid('Duty inbox', await drawConcern(ctx, { passingOn: form }), { width: 'reading' })
      await passOn(ctx, params.id, form.value)
    } else if (body.act === 'withheld') {
      const form = read(withholdingForm, body)
      if (!form.ok) return invalid('Duty inbox', await drawConcern(ctx, { withholding: form }), { width: 'reading' })
      await withholdForGood(ctx, params.id, form.value.reason)
    } else if (body.act === 'nothing to do') await seeConcern(ctx, params.id)
    else throw new NotFound('act')
    return seeOther(paths.inbox(params))
  })

  web.desk.get(paths.contact, mayBeOnDuty, async (ctx) => {
    await allowOnDutyOnly(ctx)
    const concern = await findConcern(ctx.db, ctx.params.id)
    const address = concern.isHeld ? await addressOf(ctx, concern) : null
    if (address === null) throw new NotFound('contact')
    await record(ctx, 'concern.contact-seen', concern.id, {}, { publicPagesStay: true })
    return page('How to reach them', <ContactPage address={address} back={paths.show(ctx.params)} />, { width: 'reading' })
  })

  web.desk.get(paths.raise, mayRaiseConcerns, async (ctx) => {
    const { words } = await findReadable(ctx.db, ctx.params.contribution)
    return page('Raise a concern', <RaisePage action={paths.raise(ctx.params)} words={words ?? ''} form={blank} />, { width: 'reading' })
  })

  web.desk.post(paths.raise, mayRaiseConcerns, async (ctx) => {
    const { words } = await findReadable(ctx.db, ctx.params.contribution)
    const form = read(raisingForm, ctx.body)
    if (!form.ok)
      return invalid('Raise a concern', <RaisePage action={paths.raise(ctx.params)} words={words ?? ''} form={form} />, {
        width: 'reading',
      })
    await raiseConcern(ctx, ctx.params.contribution, form.value.note)
    return seeOther(contributionPath({ commissioner: ctx.params.commissioner, id: ctx.params.contribution }))
  })
}

async function drawConcern(
  ctx: Visiting,
  { passingOn = blank, withholding = blank }: { passingOn?: Form<PassingOn>; withholding?: Form<Withholding> } = {},
) {
  const concern = await findConcern(ctx.db, ctx.params.id)
  const shown = {
    here: ctx.params,
    concern,
    acts: await listActs(ctx.db, concern.id),
    reach: await reachOf(ctx, concern),
    contributionHref: contributionPath({ commissioner: ctx.params.commissioner, id: concern.id }),
    today: ctx.today,
    mayWithhold: mayWithholdForGood(ctx.actor),
    happenings: await historyOf(ctx, [concern.id]),
  }
  if (concern.isHeld) await record(ctx, 'concern.read', concern.id, {}, { publicPagesStay: true })
  return <ShowPage {...shown} passingOn={passingOn} withholding={withholding} />
}

async function reachOf(ctx: Context, concern: Opened): Promise<ShowProps['reach']> {
  if ((await addressOf(ctx, concern)) !== null) return 'address'
  return (await isAnonymous(ctx.db, concern.surveyId)) ? 'anonymous' : 'no address'
}

/** The address that whoever said it left with their answers; null where there is none. */
async function addressOf(ctx: Context, { responseId }: Opened): Promise<string | null> {
  const [contact] = isId(responseId) ? await peopleToTell(ctx.db, [responseId]) : []
  if (!contact) return null
  return (await ctx.slots.recipients.find(({ kind }) => kind === 'contact point')?.emailOf(ctx, contact.contactPointId)) ?? null
}
