import type { Capability, Neighbour } from '#platform/slots.ts'
import { commands } from './commands.ts'
import { jobs } from './jobs.ts'
import { paths } from './paths.ts'
import { routes } from './routes.tsx'

export { sealEvents } from './actions/seal-events.ts'
export { verifyHistory as verify } from './actions/verify-history.ts'

/** On each step's own page at the desk: its thread. */
const onTheDesk = ['contribution', 'theme', 'finding', 'decision', 'change'].map(
  (on): Neighbour => ({
    on,
    shell: 'desk',
    links: async (ctx, id) => [
      {
        text: 'Thread',
        href: paths.thread({ commissioner: ctx.commissioner.slug, kind: on, id }),
        hint: 'What it rests on, and what came of it',
      },
    ],
  }),
)

const inPublic = ['finding', 'decision'].map(
  (on): Neighbour => ({
    on,
    shell: 'public',
    links: async (ctx, id) => [
      {
        text: 'Follow the thread',
        href: paths.publicThread({ commissioner: ctx.commissioner.slug, id }),
        hint: 'From what people said to what changed',
      },
    ],
  }),
)

export const assurance: Capability = {
  name: 'assurance',
  routes,
  commands,
  jobs,
  desk: [{ door: 'Prove', text: 'History', href: (commissioner) => paths.history({ commissioner }) }],
  footerLinks: [{ text: 'Proof of our history', href: (commissioner) => paths.seals({ commissioner }) }],
  neighbours: [...onTheDesk, ...inPublic],
  sentences: {
    'history.checked': ({ ok, problems }) =>
      ok ? 'Checked the history: it verifies' : `Checked the history: ${problems === 1 ? 'one problem' : `${problems} problems`} found`,
    'history.exported': ({ events }) => `Exported the history: ${events} events`,
  },
}
