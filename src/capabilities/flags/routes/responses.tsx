import { contributionsOf, findStanding } from '#capabilities/contributions'
import type { Staff } from '#platform/context.ts'
import { NotFound } from '#platform/errors.ts'
import { historyOf, record } from '#platform/events.ts'
import { blank, type Form, read } from '#platform/forms.ts'
import { type As, invalid, page, seeOther, type Visit, type Web } from '#platform/web.tsx'
import { leaveResponse, setOneAside, takeResponseBackIn } from '../actions/settle.ts'
import { type SettingAside, settingAsideForm, type TakingBack, takingBackForm } from '../forms.ts'
import { ResponsePage } from '../pages/response.tsx'
import { paths } from '../paths.ts'
import { maySeeFlags, maySettleFlags } from '../policy.ts'
import { findSetAside, listFlagsOf } from '../queries/flags.ts'
import { findWhole, isWithin } from '../queries/wholes.ts'

type Visiting = As<Staff> & Visit<typeof paths.response.pattern>

export function responseRoutes(web: Web) {
  web.desk.get(paths.response, maySeeFlags, async (ctx) => {
    const { title, html } = await drawResponse(ctx)
    return page(title, html, { back: { href: paths.whole(ctx.params), text: 'All flags of this survey' }, width: 'reading' })
  })

  web.desk.post(paths.responseLeaving, maySettleFlags, async (ctx) => {
    await findFlagged(ctx)
    await leaveResponse(ctx, ctx.params.response)
    return seeOther(paths.response(ctx.params))
  })

  web.desk.post(paths.responseExclusion, maySettleFlags, async (ctx) => {
    await findFlagged(ctx)
    const form = read(settingAsideForm, ctx.body)
    if (!form.ok) return again(ctx, { settingAside: form })
    await setOneAside(ctx, ctx.params.response, form.value.why)
    return seeOther(paths.response(ctx.params))
  })

  web.desk.post(paths.responseReturn, maySettleFlags, async (ctx) => {
    await findFlagged(ctx)
    const form = read(takingBackForm, ctx.body)
    if (!form.ok) return again(ctx, { takingBack: form })
    await takeResponseBackIn(ctx, ctx.params.response, form.value.reason)
    return seeOther(paths.response(ctx.params))
  })
}

/** A response is found here through what is flagged of it, and within its own survey or source. */
async function findFlagged({ db, params }: Visiting) {
  const { whole, title } = await findWhole(db, params.of)
  const response = await findStanding(db, params.response)
  const flags = await listFlagsOf(db, params.response)
  if (flags.length === 0 || !isWithin(response, whole)) throw new NotFound('flagged response')
  return { title, response, flags }
}

async function again(ctx: Visiting, forms: Parameters<typeof drawResponse>[1]) {
  const { title, html } = await drawResponse(ctx, forms)
  return invalid(title, html, { width: 'reading' })
}

async function drawResponse(
  ctx: Visiting,
  { settingAside = blank, takingBack = blank }: { settingAside?: Form<SettingAside>; takingBack?: Form<TakingBack> } = {},
) {
  const { title, response, flags } = await findFlagged(ctx)
  const said = (await contributionsOf(ctx.db, [response.id])).filter(({ words }) => words !== null)
  const shown = {
    here: ctx.params,
    title,
    saidOn: response.said_on,
    said,
    flags,
    setAside: await findSetAside(ctx.db, response.id),
    maySettle: maySettleFlags(ctx.actor),
    happenings: await historyOf(
      ctx,
      flags.map(({ id }) => id),
    ),
  }
  if (said.length > 0) await record(ctx, 'flag.read', flags[0]!.id, { count: said.length }, { publicPagesStay: true })
  return { title, html: <ResponsePage {...shown} settingAside={settingAside} takingBack={takingBack} /> }
}
