import type { Capability } from '#platform/slots.ts'
import { neighbours } from './queries/neighbours.ts'
import { routes } from './routes.tsx'

export { publishResults } from './actions/publish-results.ts'

export const publications: Capability = {
  name: 'publications',
  routes,
  neighbours,
  sentences: {
    'result.published': () => 'Published the results',
    'result.corrected': () => 'Added a correction to the published results',
  },
}
