import type { Capability } from '#platform/slots.ts'
import { paths } from './paths.ts'
import { listRounds } from './queries/rounds.ts'
import { comparisonRoutes } from './routes/comparisons.tsx'
import { differenceRoutes } from './routes/differences.tsx'
import { roundRoutes } from './routes/rounds.tsx'

const comments = (count: unknown) => (Number(count) === 1 ? '1 comment' : `${Number(count).toLocaleString('en-GB')} comments`)

export const agreements: Capability = {
  name: 'agreements',
  routes(web) {
    roundRoutes(web)
    differenceRoutes(web)
    comparisonRoutes(web)
  },
  desk: [{ door: 'Make sense', text: 'Agreement', href: (commissioner) => paths.list({ commissioner }) }],
  neighbours: [
    {
      on: 'frame',
      shell: 'desk',
      async links({ db, commissioner: { slug: commissioner } }, id) {
        const rounds = await listRounds(db, { frameId: id, limit: 5 })
        return [
          ...rounds.map((round) => ({
            text: `${round.closed ? 'Agreement' : 'A round under way'} on ${comments(round.size)} of ${round.batchTitle}`,
            href: paths.round({ commissioner, round: round.id }),
          })),
          {
            text: 'Compare two coders',
            href: `${paths.comparison({ commissioner })}?with=${id}`,
            hint: 'How far they agree with this frame',
          },
        ]
      },
    },
    {
      on: 'batch',
      shell: 'desk',
      async links({ commissioner: { slug: commissioner } }, id) {
        const [batch = '', frame = ''] = id.split(' ')
        return [
          {
            text: 'Begin a round of blind double coding',
            href: `${paths.newRound({ commissioner })}?${new URLSearchParams({ batch, frame })}`,
          },
        ]
      },
    },
  ],
  sentences: {
    'round.begun': ({ size, eligible }) => `Drew ${comments(size)} of ${Number(eligible).toLocaleString('en-GB')}`,
    'round.closed': ({ comments: measured, same }) =>
      `Closed it: the coders agree about ${Number(same).toLocaleString('en-GB')} of ${comments(measured)}`,
    'round.comment-settled': () => 'Settled a comment that the coders differ about',
  },
}
