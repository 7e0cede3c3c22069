import type { Workplace } from '#platform/commands.ts'
import type { Actor, Context, Role, Staff } from '#platform/context.ts'
import { addDays, londonDate } from '#platform/time.ts'
import type { Northmoor } from '../northmoor.ts'

export const slug = 'northmoor'

/** The files, and the way to do things on a day of the story as the one who would have done them. */
export interface Story {
  files: Northmoor
  /** A day of the story as a date: -70 is seventy days before today. */
  date(day: number): string
  as<T>(who: Role | 'the public', day: number, work: (ctx: Context) => Promise<T>): Promise<T>
}

export function tell(place: Workplace, files: Northmoor, staff: ReadonlyMap<Role, Staff>): Story {
  const today = londonDate(new Date())
  const date = (day: number) => addDays(today, day)
  return {
    files,
    date,
    as: (who, day, work) =>
      place.within(slug, (ctx) => {
        const actor: Actor = who === 'the public' ? { kind: 'public' } : (staff.get(who) ?? { kind: 'operator' })
        // Noon is within opening hours everywhere in Britain, winter and summer.
        const now = day === 0 ? ctx.now : new Date(`${date(day)}T12:00:00Z`)
        return work({ ...ctx, actor, now, today: londonDate(now) })
      }),
  }
}
