import { blank, filled, read } from '#platform/forms.ts'
import { mayLook } from '#platform/roles.ts'
import { invalid, page, seeOther, type Web } from '#platform/web.tsx'
import { addPeriod, changePeriod, findPeriod, takeOutPeriod } from '../actions/write-period.ts'
import { readPeriod, removalForm, valuesOf } from '../forms.ts'
import { PeriodPage, PeriodsPage } from '../pages/periods.tsx'
import { paths } from '../paths.ts'
import { overlap } from '../period.ts'
import { maySetPeriods } from '../policy.ts'
import { listPeriods } from '../queries/periods.ts'
import { knownTo } from '../reference-period.ts'

export function periodRoutes(web: Web) {
  web.desk.get(paths.periods, mayLook, async ({ db, params, query, today, actor }) => {
    const all = await listPeriods(db)
    const year = /^\d{4}$/.test(query.year ?? '') ? (query.year ?? '') : today.slice(0, 4)
    const years = [...new Set([today.slice(0, 4), ...all.map(({ from }) => from.slice(0, 4))])].sort()
    const periods = all.filter((period) => overlap(period, { from: `${year}-01-01`, to: `${year}-12-31` }))
    const shown = { commissioner: params.commissioner, periods, knownTo, maySet: maySetPeriods(actor), year, years }
    return page('Holidays and pre-election periods', <PeriodsPage {...shown} />, back(params, 'Calendar'))
  })

  const back = (params: { commissioner: string }, text: 'Calendar' | 'Holidays and pre-election periods') => ({
    back: { href: text === 'Calendar' ? paths.calendar(params) : paths.periods(params), text },
  })
  const toList = (params: { commissioner: string }) => ({ ...back(params, 'Holidays and pre-election periods'), width: 'reading' as const })

  web.desk.get(paths.newPeriod, maySetPeriods, async ({ params }) =>
    page(
      'Add a period',
      <PeriodPage commissioner={params.commissioner} period={null} form={blank} typed={{}} removal={blank} />,
      toList(params),
    ),
  )

  web.desk.post(paths.periods, maySetPeriods, async (ctx) => {
    const { params, body } = ctx
    const form = readPeriod(body)
    if (!form.ok) {
      const shown = { commissioner: params.commissioner, period: null, form, typed: body, removal: blank }
      return invalid('Add a period', <PeriodPage {...shown} />, toList(params))
    }
    await addPeriod(ctx, form.value)
    return seeOther(`${paths.periods(params)}?year=${form.value.from.slice(0, 4)}`)
  })

  web.desk.get(paths.period, maySetPeriods, async (ctx) => {
    const period = await findPeriod(ctx, ctx.params.key)
    const values = valuesOf(period)
    const shown = { commissioner: ctx.params.commissioner, period, form: filled(values), typed: values, removal: blank }
    return page('Change a period', <PeriodPage {...shown} />, toList(ctx.params))
  })

  web.desk.post(paths.period, maySetPeriods, async (ctx) => {
    const { params, body } = ctx
    const period = await findPeriod(ctx, params.key)
    const form = readPeriod(body)
    if (!form.ok) {
      const shown = { commissioner: params.commissioner, period, form, typed: body, removal: blank }
      return invalid('Change a period', <PeriodPage {...shown} />, toList(params))
    }
    await changePeriod(ctx, period.key, form.value)
    return seeOther(`${paths.periods(params)}?year=${form.value.from.slice(0, 4)}`)
  })

  web.desk.post(paths.periodRemoval, maySetPeriods, async (ctx) => {
    const { params } = ctx
    const period = await findPeriod(ctx, params.key)
    const removal = read(removalForm, ctx.body)
    if (!removal.ok) {
      const values = valuesOf(period)
      const shown = { commissioner: params.commissioner, period, form: filled(values), typed: values, removal }
      return invalid('Change a period', <PeriodPage {...shown} />, toList(params))
    }
    await takeOutPeriod(ctx, period.key, removal.value)
    return seeOther(`${paths.periods(params)}?year=${period.from.slice(0, 4)}`)
  })
}
