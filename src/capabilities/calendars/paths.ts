import { path } from '#platform/paths.ts'

export const paths = {
  feed: path('/:commissioner/calendar.ics'),
  calendar: path('/:commissioner/desk/calendar'),
  newEntry: path('/:commissioner/desk/calendar/entries/new'),
  entries: path('/:commissioner/desk/calendar/entries'),
  entryRemoval: path('/:commissioner/desk/calendar/entries/:id/removal'),
  feeds: path('/:commissioner/desk/calendar/feeds'),
  feedRemoval: path('/:commissioner/desk/calendar/feeds/:id/removal'),
  periods: path('/:commissioner/desk/calendar/periods'),
  newPeriod: path('/:commissioner/desk/calendar/periods/new'),
  period: path('/:commissioner/desk/calendar/periods/:key'),
  periodRemoval: path('/:commissioner/desk/calendar/periods/:key/removal'),
  limit: path('/:commissioner/desk/calendar/limit'),
}
