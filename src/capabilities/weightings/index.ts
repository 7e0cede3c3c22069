import type { Capability } from '#platform/slots.ts'
import { paths } from './paths.ts'
import { routes } from './routes.tsx'

export { findWeighting, weigh } from './actions/weigh.ts'

const counted = (questions: number) => (questions === 1 ? '1 question' : `${questions} questions`)

export const weightings: Capability = {
  name: 'weightings',
  routes,
  neighbours: [
    {
      on: 'survey results',
      shell: 'desk',
      links: async ({ commissioner }, survey) => [
        {
          text: 'Weighting',
          href: paths.show({ commissioner: commissioner.slug, survey }),
          hint: 'What the answers would be if those who answered were as those who live here',
        },
      ],
    },
    {
      on: 'heard survey',
      shell: 'desk',
      links: async ({ commissioner }, survey) => [{ text: 'Weighting', href: paths.show({ commissioner: commissioner.slug, survey }) }],
    },
  ],
  sentences: {
    'weighting.made': ({ characteristics }) => `Began to weight the results, by ${counted([characteristics].flat().length)}`,
    'weighting.removed': () => 'Took this weighting away',
  },
}
