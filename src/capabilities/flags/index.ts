import type { Capability } from '#platform/slots.ts'
import { jobs } from './jobs.ts'
import { paths } from './paths.ts'
import { maySeeFlags } from './policy.ts'
import { findSurveyOf } from './queries/wholes.ts'
import { groupRoutes } from './routes/groups.tsx'
import { responseRoutes } from './routes/responses.tsx'
import { wholeRoutes } from './routes/wholes.tsx'

export { flagResponse } from './actions/flag-response.ts'
export { lookAtPost, stampOf } from './actions/look-at-post.ts'
export { arrivalFields, isArrivalField } from './arrival-field.ts'
export type { Integrity, PublishedIntegrity } from './integrity.ts'
export { ArrivalFields } from './pages/arrival-fields.tsx'
export { ChallengePage } from './pages/challenge.tsx'
export { IntegrityLine } from './pages/integrity-line.tsx'
export { integrityLine } from './queries/integrity.ts'

const many = (count: unknown) => (Number(count) === 1 ? '1 response' : `${Number(count).toLocaleString('en-GB')} responses`)

const linkTo = (commissioner: string, of: string) => ({
  text: 'Flags',
  href: paths.whole({ commissioner, of }),
  hint: 'Answers worth a second look',
})

export const flags: Capability = {
  name: 'flags',
  routes(web) {
    wholeRoutes(web)
    groupRoutes(web)
    responseRoutes(web)
  },
  jobs,
  desk: [{ door: 'Hear', text: 'Flags', href: (commissioner) => paths.list({ commissioner }), may: maySeeFlags }],
  neighbours: [
    {
      on: 'consultation',
      shell: 'desk',
      async links(ctx, id) {
        const surveyId = await findSurveyOf(ctx.db, id)
        return surveyId ? [linkTo(ctx.commissioner.slug, surveyId)] : []
      },
    },
    { on: 'source', shell: 'desk', links: async (ctx, id) => [linkTo(ctx.commissioner.slug, id)] },
  ],
  sentences: {
    'response.flagged': () => 'Something was odd about how it came: flagged for a second look',
    'flag.left': () => 'Looked at it, and left it as it is',
    'flag.read': () => 'Read it',
    'flag.response-set-aside': () => 'Set it aside',
    'flag.response-taken-back-in': () => 'Counted it again',
    'flag-group.found': ({ responses }) => `Found ${many(responses)} that are alike`,
    'flag-group.grown': ({ responses }) => `Found ${many(responses)} more`,
    'flag-group.read': ({ count }) => `Read ${many(count)}`,
    'flag-group.left': ({ responses }) => `Looked at them, and left ${many(responses)} as they are`,
    'flag-group.set-aside': ({ responses }) => `Set aside ${many(responses)}: all but the first`,
    'flag-group.taken-back-in': ({ responses }) => `Counted ${many(responses)} again`,
  },
}
