import { findConsultation } from '#capabilities/consultations'
import type { Capability } from '#platform/slots.ts'
import { paths } from './paths.ts'
import { countForms } from './queries/forms.ts'
import { keyingRoutes } from './routes/keying.tsx'
import { paperRoutes } from './routes/papers.tsx'

export const papers: Capability = {
  name: 'papers',
  routes(web) {
    paperRoutes(web)
    keyingRoutes(web)
  },
  neighbours: [
    {
      on: 'consultation',
      shell: 'desk',
      async links(ctx, id) {
        const { publication } = await findConsultation(ctx.db, id)
        if (!publication) return []
        const { 'keyed once': once, 'to settle': differing } = await countForms(ctx.db, id)
        const waiting = once + differing
        const hint = waiting === 0 ? 'Print forms, and type those that come back' : `${waiting} to type again or to settle`
        return [{ text: 'Paper forms', href: paths.list({ commissioner: ctx.commissioner.slug, id }), hint }]
      },
    },
  ],
  sentences: {
    'paper.printed': ({ forms }) => `Made ${forms} paper forms`,
    'paper.numbered': () => 'Gave this form a number',
    'paper.keyed': ({ turn }) => (turn === 1 ? 'Typed it for the first time' : 'Typed it again'),
    'paper.settled': ({ differed, single }) =>
      single
        ? 'Took it as one person typed it'
        : differed
          ? `Settled where the two differed: ${differed} answers`
          : 'Both typings agree: the answers are received',
    'paper.scanned': () => 'Added a scan',
  },
}
