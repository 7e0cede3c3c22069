import type { Capability } from '#platform/slots.ts'
import { commands } from './commands.ts'
import { paths } from './paths.ts'
import { listOwnEntries } from './queries/entries.ts'
import { calendarRoutes } from './routes/calendar.tsx'
import { feedRoutes } from './routes/feeds.tsx'
import { periodRoutes } from './routes/periods.tsx'

export { isPreElection, weighDates, workingDaysAfter } from './queries/periods.ts'
export type { Weighing } from './weighing.ts'

export const calendars: Capability = {
  name: 'calendars',
  routes(web) {
    calendarRoutes(web)
    periodRoutes(web)
    feedRoutes(web)
  },
  commands,
  desk: [{ door: 'Plan', text: 'Calendar', href: (commissioner) => paths.calendar({ commissioner }) }],
  async calendarEntries(ctx, between) {
    const entries = await listOwnEntries(ctx.db, between, { shared: true })
    return entries.map(({ shared: _, ...entry }) => ({ ...entry, organiser: ctx.commissioner.name, href: null }))
  },
  sentences: {
    'calendar-entry.added': ({ shared }) => (shared ? 'Put it into the calendar for everyone to see' : 'Put it into the calendar'),
    'calendar-entry.removed': () => 'Took it out of the calendar',
    'calendar-limit.set': ({ atOnce }) => `Set what is too much at once to more than ${atOnce}`,
    'calendar-feed.imported': ({ events }) => `Brought in a calendar of ${events} events`,
    'calendar-feed.removed': () => 'Took a calendar out',
    'period.added': () => 'Added a holiday or a pre-election period',
    'period.changed': () => 'Changed a holiday or a pre-election period',
    'period.taken-out': () => 'Took out a holiday or a pre-election period',
  },
}
