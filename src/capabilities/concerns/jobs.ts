import type { Job } from '#platform/jobs.ts'
import { queueMessages } from '#platform/mail.ts'
import { tellingDuty } from './actions/raise.ts'
import { onDuty } from './duty.ts'
import { takeUntold } from './queries/concerns.ts'
import { listColleagues, listTurns } from './queries/duty.ts'

/** Write to whoever is on duty that something waits: not what, and not what it is about. Done again, it writes only of what is new. */
const tell: Job = {
  name: tellingDuty,
  run: (within) =>
    within(async (ctx) => {
      if ((await takeUntold(ctx.db, ctx.now)) === 0) return
      const named = onDuty(await listTurns(ctx.db, ctx.today), ctx.today).map(({ memberId }) => memberId)
      const usual = (await listColleagues(ctx.db)).filter(
        ({ roles }) => roles.includes('engagement lead') || roles.includes('administrator'),
      )
      const members = new Set(named.length > 0 ? named : usual.map(({ id }) => id))
      await queueMessages(
        ctx,
        [...members].map((id) => ({
          kind: 'duty inbox',
          recipient: { kind: 'member of staff', id },
          subject: 'Something waits in the duty inbox',
          body: [
            `Something that somebody told ${ctx.commissioner.name} waits in the duty inbox. Please look at it today:`,
            '[link]',
            'You are on duty, so you can open it. Nobody else reads it until someone on duty has.',
          ].join('\n\n'),
          link: { kind: 'duty inbox', subjectId: id },
        })),
      )
    }),
}

export const jobs: readonly Job[] = [tell]
