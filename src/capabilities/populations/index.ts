import type { Capability } from '#platform/slots.ts'
import { commands } from './commands.ts'
import { paths } from './paths.ts'
import { findPlace } from './queries/places.ts'
import { heardRoutes } from './routes/heard.tsx'
import { outreachRoutes } from './routes/outreach.tsx'
import { populationRoutes } from './routes/populations.tsx'

export type { Baseline } from './baseline.ts'
export { type Bin, keptBins } from './bin.ts'
export { PublishedRepresentation } from './pages/published.tsx'
export type { PublishedComparison } from './published-comparison.ts'
export { findBaseline } from './queries/baselines.ts'
export { listComparable } from './queries/represented.ts'
export { representationToPublish } from './queries/to-publish.ts'

const linkTo = (commissioner: string, kind: 'surveys' | 'sources', id: string) => ({
  text: 'Who we heard from',
  href: paths.heard({ commissioner, kind, id }),
  hint: 'Beside the people who live here, and who is missing',
})

/** Where staff see who answered a survey. */
export const heardSurveyPath = (commissioner: string, id: string) => paths.heard({ commissioner, kind: 'surveys', id })

export const populations: Capability = {
  name: 'populations',
  routes(web) {
    populationRoutes(web)
    heardRoutes(web)
    outreachRoutes(web)
  },
  commands,
  desk: [
    { door: 'Plan', text: 'Who we still need to hear', href: (commissioner) => paths.outreach({ commissioner }) },
    { door: 'Make sense', text: 'Who we heard from', href: (commissioner) => paths.list({ commissioner }) },
  ],
  neighbours: [
    { on: 'survey results', shell: 'desk', links: async ({ commissioner }, id) => [linkTo(commissioner.slug, 'surveys', id)] },
    { on: 'source results', shell: 'desk', links: async ({ commissioner }, id) => [linkTo(commissioner.slug, 'sources', id)] },
  ],
  placeOf: (ctx, postcode) => findPlace(ctx.db, postcode),
  sentences: {
    'baseline.added': ({ groups }) => `Added a population of ${groups} groups`,
    'baseline.removed': () => 'Took this population out',
    'population-match.made': ({ baseline, groups }) =>
      baseline === null
        ? 'Said that a question is held against no population'
        : `Said what a question is held against, in ${groups} groups`,
    'headcount.taken': ({ people }) => `Entered a count of ${people} people`,
    'outreach.planned': () => 'Planned to reach them',
    'outreach.closed': ({ done, reached }) => (done ? `Reached ${reached} people` : 'Gave it up'),
    'commissioner.places-imported': ({ kind, imported }) =>
      kind === 'postcodes'
        ? `Brought in a directory of postcodes: ${imported} new or changed`
        : `Brought in deprivation: ${imported} areas new or changed`,
  },
}
