import type { Context } from '#platform/context.ts'
import type { Days } from '../period.ts'
import type { Planned } from '../planned.ts'
import { listElsewhere, listOwnEntries } from './entries.ts'
import { listFeedEvents } from './feeds.ts'

/** Everything known to run between two dates inclusive: ours, other commissioners', and from feeds. By first day. */
export async function listPlanned(ctx: Context, days: Days): Promise<Planned[]> {
  const ours = await ctx.slots.calendarEntries(ctx, days)
  const unshared = await listOwnEntries(ctx.db, days, { shared: false })
  const elsewhere = await listElsewhere(ctx.db, days)
  const fed = await listFeedEvents(ctx.db, days)
  return [
    ...ours.map((entry): Planned => ({ ...entry, from: 'us' })),
    ...unshared.map(({ shared: _, ...entry }): Planned => ({ ...entry, organiser: ctx.commissioner.name, href: null, from: 'us' })),
    ...elsewhere.map(
      ({ starts_on, ends_on, organiser_slug, consultation_slug, ...rest }): Planned => ({
        ...rest,
        startsOn: starts_on,
        endsOn: ends_on,
        // What is public has one address in every commissioner's house.
        href: consultation_slug && `/${organiser_slug}/consultations/${consultation_slug}`,
        from: 'another commissioner',
      }),
    ),
    ...fed.map(({ feed, ...event }): Planned => ({ ...event, organiser: feed, from: 'a feed' })),
  ].sort((one, other) => (one.startsOn < other.startsOn ? -1 : 1))
}
