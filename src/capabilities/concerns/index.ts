import type { Capability } from '#platform/slots.ts'
import { noticeHeld } from './actions/raise.ts'
import { look } from './disclosure.ts'
import { isOnDuty } from './duty.ts'
import { jobs } from './jobs.ts'
import { paths } from './paths.ts'
import { mayBeOnDuty, maySetDuty } from './policy.ts'
import { canRaise, countWaiting } from './queries/concerns.ts'
import { listTurns } from './queries/duty.ts'
import { concernRoutes } from './routes/concerns.tsx'
import { dutyRoutes } from './routes/duty.tsx'

export { seeConcern } from './actions/act.ts'
export { HelpNow } from './pages/help-now.tsx'

export const concerns: Capability = {
  name: 'concerns',
  routes(web) {
    concernRoutes(web)
    dutyRoutes(web)
  },
  jobs,
  screen: { look, noticed: noticeHeld },
  desk: [
    { door: 'Hear', text: 'Duty inbox', href: (commissioner) => paths.inbox({ commissioner }), may: mayBeOnDuty },
    { door: 'Hear', text: 'Who is on duty', href: (commissioner) => paths.duty({ commissioner }), may: maySetDuty },
  ],
  neighbours: [
    {
      on: 'commissioner',
      shell: 'desk',
      async links(ctx) {
        if (!isOnDuty(ctx.actor, await listTurns(ctx.db, ctx.today), ctx.today)) return []
        const { waiting, late } = await countWaiting(ctx.db, ctx.today)
        if (waiting === 0) return []
        const hint = `${waiting === 1 ? 'One comment waits' : `${waiting} comments wait`} for someone on duty${late > 0 ? `; ${late} late` : ''}`
        return [{ text: 'Look at what may tell of harm or danger', href: paths.inbox({ commissioner: ctx.commissioner.slug }), hint }]
      },
    },
    {
      on: 'contribution',
      shell: 'desk',
      links: async (ctx, id) =>
        (await canRaise(ctx.db, id))
          ? [
              {
                text: 'Raise a concern',
                href: paths.raise({ commissioner: ctx.commissioner.slug, contribution: id }),
                hint: 'Harm, abuse or a crime: for someone on duty to see',
              },
            ]
          : [],
    },
  ],
  mailLinks: [{ kind: 'duty inbox', make: async (ctx) => paths.inbox({ commissioner: ctx.commissioner.slug }) }],
  sentences: {
    'concerns.noticed': ({ count }) =>
      count === 1 ? 'Held a comment for someone on duty to see' : `Held ${count} comments for someone on duty to see`,
    'concern.raised': () => 'Raised a concern: held for someone on duty to see',
    'concern.read': () => 'Someone on duty read it',
    'concern.contact-seen': () => 'Someone on duty saw how to reach them',
    'concern.seen': () => 'Someone on duty saw it: nothing to do',
    'concern.passed-on': ({ released }) => (released ? 'Passed it on, and let staff read it' : 'Passed it on, and kept it out of sight'),
    'concern.withheld': () => 'Withheld it for good',
    'duty-turn.added': () => 'Put on duty',
    'duty-turn.ended': () => 'Taken off duty',
    'duty-limit.set': ({ workingDays }) => `Set that someone looks within ${workingDays} working days`,
  },
}
