import { readKey } from '#capabilities/codings'
import type { Capability, Neighbour } from '#platform/slots.ts'
import { commands } from './commands.ts'
import { jobs } from './jobs.ts'
import { paths } from './paths.ts'
import { routes } from './routes.tsx'

const linkTo = (commissioner: string, frame: string) => ({
  text: 'Suggestions',
  href: paths.frame({ commissioner, frame }),
  hint: 'What a machine has learned from the coding, and how good it is',
})

const neighbours: Neighbour[] = [
  { on: 'frame', shell: 'desk', links: async (ctx, id) => [linkTo(ctx.commissioner.slug, id)] },
  {
    on: 'batch',
    shell: 'desk',
    async links(ctx, id) {
      const [key = '', frame] = id.split(' ')
      return frame && readKey(key) ? [linkTo(ctx.commissioner.slug, frame)] : []
    },
  },
]

const comments = (count: unknown) => (Number(count) === 1 ? '1 comment' : `${Number(count).toLocaleString('en-GB')} comments`)

export const suggestions: Capability = {
  name: 'suggestions',
  routes,
  commands,
  jobs,
  neighbours,
  sentences: {
    'frame.learned': ({ comments: count }) =>
      count === 0
        ? 'Learned its themes from what they mean, to suggest them'
        : `Learned from ${comments(count)} that were coded, to suggest themes`,
    'frame.suggested': ({ comments: count }) => `Suggested themes for ${comments(count)}`,
    'frame.learning-asked': () => 'Asked for suggestions to be learned anew',
    'frame.suggestions-asked': () => 'Asked for suggestions for more comments',
    'frame.proposal-dismissed': () => 'Decided that comments which were put together are no theme',
  },
}
