import { blank, read } from '#platform/forms.ts'
import { mayLook } from '#platform/roles.ts'
import { addDays } from '#platform/time.ts'
import { document, invalid, page, seeOther, type Web } from '#platform/web.tsx'
import { addEntry, removeEntry, setAtOnce } from '../actions/plan.ts'
import { badTimes, overloads, sameDays } from '../clash.ts'
import { feedOf } from '../feed-out.ts'
import { limitForm, readEntry, removalForm } from '../forms.ts'
import { CalendarPage } from '../pages/calendar.tsx'
import { EntryRemovalPage, NewEntryPage } from '../pages/entry.tsx'
import { LimitPage } from '../pages/limit.tsx'
import { paths } from '../paths.ts'
import { overlap } from '../period.ts'
import { quarterOf } from '../planned.ts'
import { mayPlan, maySetPeriods } from '../policy.ts'
import { findAtOnce, findOwnEntry } from '../queries/entries.ts'
import { listPeriods } from '../queries/periods.ts'
import { listPlanned } from '../queries/planned.ts'

export function calendarRoutes(web: Web) {
  // From three months ago, so that what has just closed does not vanish from calendars, to two years ahead.
  web.public.get(paths.feed, async (ctx) => {
    const entries = await ctx.slots.calendarEntries(ctx, { from: addDays(ctx.today, -92), to: addDays(ctx.today, 731) })
    const whole = entries.map(({ href, ...entry }) => ({ ...entry, href: href?.startsWith('/') ? ctx.publicUrl + href : href }))
    return document('text/calendar; charset=utf-8', feedOf(whole, { name: ctx.commissioner.name, now: ctx.now }))
  })

  web.desk.get(paths.calendar, mayLook, async (ctx) => {
    const { commissioner } = ctx.params
    const asked = /^\d{4}-\d{2}-\d{2}$/.test(ctx.query.from ?? '') && !Number.isNaN(Date.parse(ctx.query.from ?? ''))
    const quarter = quarterOf(asked ? (ctx.query.from ?? '') : ctx.today)
    const planned = await listPlanned(ctx, quarter)
    const periods = await listPeriods(ctx.db)
    const atOnce = await findAtOnce(ctx.db)
    const clashes = { overloads: overloads(planned, atOnce), sameDays: sameDays(planned), badTimes: badTimes(planned, periods) }
    const [before, after] = [quarterOf(addDays(quarter.from, -1)).from, addDays(quarter.to, 1)]
    const shown = { commissioner, quarter, before, after, planned, clashes, atOnce }
    const known = periods.filter((period) => overlap(period, quarter))
    return page(
      'Calendar',
      <CalendarPage {...shown} periods={known} mayPlan={mayPlan(ctx.actor)} maySetPeriods={maySetPeriods(ctx.actor)} />,
    )
  })

  const back = (params: { commissioner: string }) => ({
    back: { href: paths.calendar(params), text: 'Calendar' },
    width: 'reading' as const,
  })

  web.desk.get(paths.newEntry, mayPlan, async ({ params }) =>
    page('Add to the calendar', <NewEntryPage commissioner={params.commissioner} form={blank} typed={{}} />, back(params)),
  )

  web.desk.post(paths.entries, mayPlan, async (ctx) => {
    const { params, body } = ctx
    const form = readEntry(body)
    if (!form.ok)
      return invalid('Add to the calendar', <NewEntryPage commissioner={params.commissioner} form={form} typed={body} />, back(params))
    await addEntry(ctx, form.value)
    return seeOther(`${paths.calendar(params)}?from=${form.value.startsOn}`)
  })

  web.desk.get(paths.entryRemoval, mayPlan, async ({ db, params }) => {
    const entry = await findOwnEntry(db, params.id)
    return page(
      'Take it out of the calendar',
      <EntryRemovalPage commissioner={params.commissioner} entry={entry} form={blank} />,
      back(params),
    )
  })

  web.desk.post(paths.entryRemoval, mayPlan, async (ctx) => {
    const { params } = ctx
    const entry = await findOwnEntry(ctx.db, params.id)
    const form = read(removalForm, ctx.body)
    if (!form.ok)
      return invalid(
        'Take it out of the calendar',
        <EntryRemovalPage commissioner={params.commissioner} entry={entry} form={form} />,
        back(params),
      )
    await removeEntry(ctx, entry.id, form.value)
    return seeOther(`${paths.calendar(params)}?from=${entry.startsOn}`)
  })

  web.desk.get(paths.limit, maySetPeriods, async ({ db, params }) =>
    page('Too many at once', <LimitPage commissioner={params.commissioner} atOnce={await findAtOnce(db)} form={blank} />, back(params)),
  )

  web.desk.post(paths.limit, maySetPeriods, async (ctx) => {
    const form = read(limitForm, ctx.body)
    if (!form.ok) {
      const shown = { commissioner: ctx.params.commissioner, atOnce: await findAtOnce(ctx.db), form }
      return invalid('Too many at once', <LimitPage {...shown} />, back(ctx.params))
    }
    await setAtOnce(ctx, form.value)
    return seeOther(paths.calendar(ctx.params))
  })
}
