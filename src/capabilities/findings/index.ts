import type { Capability } from '#platform/slots.ts'
import { paths } from './paths.ts'
import { neighbours } from './queries/neighbours.ts'
import { findingRows } from './queries/spine.ts'
import { findingNodes, isEvidenceFor, isQuotedIn } from './queries/thread.ts'
import { routes } from './routes.tsx'

export { makeFinding } from './actions/make-finding.ts'
export { publishFinding } from './actions/publish-finding.ts'
export { reviewFinding } from './actions/review-finding.ts'
export { withdrawFinding } from './actions/withdraw-finding.ts'
export type { Finding } from './finding.ts'
export { FindingWords } from './pages/finding-words.tsx'
export type { PublicFinding } from './public-finding.ts'
export { listFindingsById as findingsById, listStandingFindings } from './queries/findings.ts'
export { listPublicFindings } from './queries/public-findings.ts'
export { listPublicQuotes as publicQuotesOf } from './queries/quotes.ts'

/** Where staff read a finding. */
export const findingPath = paths.finding
/** Where everyone does, once it is public. */
export const publicFindingPath = paths.public

export const findings: Capability = {
  name: 'findings',
  routes,
  desk: [{ door: 'Make sense', text: 'Findings', href: (commissioner) => paths.findings({ commissioner }) }],
  neighbours,
  threadKinds: [findingNodes],
  threadJoins: [isEvidenceFor, isQuotedIn],
  spine: [findingRows],
  sentences: {
    'finding.made': () => 'Made this finding',
    'finding.reviewed': ({ outcome }) =>
      outcome === 'agreed' ? 'Reviewed this finding and agreed' : 'Reviewed this finding and asked for changes',
    'finding.published': () => 'Published this finding',
    'finding.withdrawn': () => 'Withdrew this finding',
  },
}
