import { NotFound } from '#platform/errors.ts'
import { historyOf } from '#platform/events.ts'
import { type Body, blank, filled, read } from '#platform/forms.ts'
import { isId } from '#platform/ids.ts'
import { mayLook } from '#platform/roles.ts'
import { invalid, page, seeOther, type Web } from '#platform/web.tsx'
import { closeOutreach, planOutreach, titleOf } from '../actions/outreach.ts'
import { closureForm, type PlanInput, readPlan } from '../forms.ts'
import { AddPlanPage } from '../pages/add-plan.tsx'
import { ClosurePage } from '../pages/closure.tsx'
import { OutreachPage } from '../pages/outreach.tsx'
import { PlanPage } from '../pages/plan.tsx'
import { paths } from '../paths.ts'
import { mayPlanOutreach } from '../policy.ts'
import { countPlans, findPlan, listPlans } from '../queries/outreach.ts'

const most = 50
const adding = 'Plan to reach people'
const asking = 'What became of it?'

/** Plans to reach people who were not heard. */
export function outreachRoutes(web: Web) {
  web.desk.get(paths.outreach, mayLook, async ({ db, params, query, today }) => {
    const show = query.show === 'closed' ? 'closed' : 'open'
    const offset = /^\d{1,6}$/.test(query.from ?? '') ? Number(query.from) : 0
    const found = await listPlans(db, { open: show === 'open', offset, limit: most + 1 })
    const next = found.length > most ? `${paths.outreach(params)}?show=${show}&from=${offset + most}` : null
    const shown = { today, show, counts: await countPlans(db, today), plans: found.slice(0, most), next } as const
    return page('Who we still need to hear', <OutreachPage commissioner={params.commissioner} {...shown} />)
  })

  web.desk.get(paths.addPlan, mayPlanOutreach, async (ctx) => {
    const about = await findAbout(ctx, ctx.query.about ?? '')
    const form = filled<PlanInput>({ who: (ctx.query.who ?? '').slice(0, 500) })
    return page(adding, <AddPlanPage commissioner={ctx.params.commissioner} about={about} form={form} typed={{}} />, { width: 'reading' })
  })

  web.desk.post(paths.outreach, mayPlanOutreach, async (ctx) => {
    const { params, body } = ctx
    const form = readPlan(body)
    if (!form.ok) {
      const about = await findAbout(ctx, String(body.about ?? ''))
      return invalid(adding, <AddPlanPage commissioner={params.commissioner} about={about} form={form} typed={body as Body} />, {
        width: 'reading',
      })
    }
    return seeOther(paths.plan({ ...params, plan: await planOutreach(ctx, form.value) }))
  })

  web.desk.get(paths.plan, mayLook, async (ctx) => {
    const plan = await findPlan(ctx.db, ctx.params.plan)
    const shown = { today: ctx.today, mayPlan: mayPlanOutreach(ctx.actor), happenings: await historyOf(ctx, [plan.id]) }
    return page(plan.who, <PlanPage commissioner={ctx.params.commissioner} plan={plan} {...shown} />, {
      back: { href: paths.outreach(ctx.params), text: 'Who we still need to hear' },
    })
  })

  web.desk.get(paths.closure, mayPlanOutreach, async ({ db, params }) => {
    const plan = await findPlan(db, params.plan)
    return plan.closure
      ? seeOther(paths.plan(params))
      : page(asking, <ClosurePage commissioner={params.commissioner} plan={plan} form={blank} />, { width: 'reading' })
  })

  web.desk.post(paths.closure, mayPlanOutreach, async (ctx) => {
    const plan = await findPlan(ctx.db, ctx.params.plan)
    const form = read(closureForm, ctx.body)
    if (!form.ok)
      return invalid(asking, <ClosurePage commissioner={ctx.params.commissioner} plan={plan} form={form} />, { width: 'reading' })
    await closeOutreach(ctx, plan.id, form.value)
    return seeOther(paths.plan(ctx.params))
  })
}

/** What a plan is about, as 'survey <id>': from an address or a form. */
async function findAbout(ctx: Parameters<typeof titleOf>[0], value: string) {
  const [kind, id] = value.split(' ')
  if ((kind !== 'survey' && kind !== 'source' && kind !== 'headcount') || !isId(id ?? '')) throw new NotFound('what a plan is about')
  return { value, title: await titleOf(ctx, { kind, id: id! }) }
}
