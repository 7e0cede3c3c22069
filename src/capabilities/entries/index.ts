import { findConsultation } from '#capabilities/consultations'
import type { Capability } from '#platform/slots.ts'
import { whenIsIt } from './entry.ts'
import { jobs } from './jobs.ts'
import { paths } from './paths.ts'
import { entryRoutes } from './routes/entries.tsx'
import { textRoutes } from './routes/texts.tsx'
import { wayNames, ways } from './way.ts'

export { channelTotals } from './queries/entries.ts'

export const entries: Capability = {
  name: 'entries',
  routes(web) {
    entryRoutes(web)
    textRoutes(web)
  },
  jobs,
  desk: [{ door: 'Hear', text: 'Enter answers', href: (commissioner) => paths.home({ commissioner }) }],
  neighbours: [
    {
      on: 'consultation',
      shell: 'desk',
      async links(ctx, id) {
        if (whenIsIt(await findConsultation(ctx.db, id), ctx.today) === 'too early') return []
        const href = paths.list({ commissioner: ctx.commissioner.slug, id })
        return [{ text: 'Enter answers', href, hint: `What came otherwise: ${ways.map((way) => wayNames[way].toLowerCase()).join('; ')}` }]
      },
    },
  ],
  sentences: {
    'entry.made': ({ way }) => `Entered what came: ${String(wayNames[way as keyof typeof wayNames] ?? way).toLowerCase()}`,
    'entry.taken-out': () => 'Took the entry out',
    'text-secret.made': () => 'Made a new secret for text messages',
    'text-line.opened': () => 'Let text messages answer a question',
    'text-line.ended': () => 'Ended it',
    'text.refused': ({ reason }) => `A text message came that we could not take: ${reason}`,
  },
}
