import type { Staff } from '#platform/context.ts'
import { historyOf, record } from '#platform/events.ts'
import { blank, type Form, read } from '#platform/forms.ts'
import { isId } from '#platform/ids.ts'
import { type As, invalid, page, seeOther, type Visit, type Web } from '#platform/web.tsx'
import { leaveGroup, setAsideAllButFirst, takeGroupBackIn } from '../actions/settle.ts'
import { type SettingAside, settingAsideForm, type TakingBack, takingBackForm } from '../forms.ts'
import { GroupPage } from '../pages/group.tsx'
import { paths } from '../paths.ts'
import { maySeeFlags, maySettleFlags } from '../policy.ts'
import { findGroup, listDays, listMembers, listSample } from '../queries/groups.ts'
import { findWhole } from '../queries/wholes.ts'
import { mostUsed, sharedRuns } from '../shared-wording.ts'

const most = 50
const sample = 500

type Visiting = As<Staff> & Visit<typeof paths.group.pattern>

export function groupRoutes(web: Web) {
  web.desk.get(paths.group, maySeeFlags, async (ctx) => {
    const { title, html } = await drawGroup(ctx)
    return page(title, html, { back: { href: paths.whole(ctx.params), text: 'All flags of this survey' }, width: 'reading' })
  })

  web.desk.post(paths.groupLeaving, maySettleFlags, async (ctx) => {
    await findGroupOf(ctx)
    await leaveGroup(ctx, ctx.params.group)
    return seeOther(paths.group(ctx.params))
  })

  web.desk.post(paths.groupExclusion, maySettleFlags, async (ctx) => {
    await findGroupOf(ctx)
    const form = read(settingAsideForm, ctx.body)
    if (!form.ok) return again(ctx, { settingAside: form })
    await setAsideAllButFirst(ctx, ctx.params.group, form.value.why)
    return seeOther(paths.group(ctx.params))
  })

  web.desk.post(paths.groupReturn, maySettleFlags, async (ctx) => {
    await findGroupOf(ctx)
    const form = read(takingBackForm, ctx.body)
    if (!form.ok) return again(ctx, { takingBack: form })
    await takeGroupBackIn(ctx, ctx.params.group, form.value.reason)
    return seeOther(paths.group(ctx.params))
  })
}

async function findGroupOf({ db, params }: Visiting) {
  const { whole, title } = await findWhole(db, params.of)
  return { title, group: await findGroup(db, whole, params.group) }
}

async function again(ctx: Visiting, forms: Parameters<typeof drawGroup>[1]) {
  const { title, html } = await drawGroup(ctx, forms)
  return invalid(title, html, { width: 'reading' })
}

async function drawGroup(
  ctx: Visiting,
  { settingAside = blank, takingBack = blank }: { settingAside?: Form<SettingAside>; takingBack?: Form<TakingBack> } = {},
) {
  const { title, group } = await findGroupOf(ctx)
  const after = isId(ctx.query.after ?? '') ? ctx.query.after! : null
  const members = await listMembers(ctx.db, group.id, { after, limit: most + 1 })
  const texts = group.kind === 'same words' ? await listSample(ctx.db, group.id, sample) : []
  const shown = {
    here: ctx.params,
    title,
    group,
    members: members.slice(0, most),
    next: members[most] ? `${paths.group(ctx.params)}?after=${members[most - 1]!.responseId}` : null,
    text: mostUsed(texts),
    shared: sharedRuns(texts),
    days: await listDays(ctx.db, group.id),
    maySettle: maySettleFlags(ctx.actor),
    happenings: await historyOf(ctx, [group.id]),
  }
  // Words are read here, so it is written down as any reading of them is.
  if (texts.length > 0) await record(ctx, 'flag-group.read', group.id, { count: shown.members.length }, { publicPagesStay: true })
  return { title, html: <GroupPage {...shown} settingAside={settingAside} takingBack={takingBack} /> }
}
