import type { Capability } from '#platform/slots.ts'
import { paths } from './paths.ts'
import { neighbours } from './queries/neighbours.ts'
import { answerRows, changeRows } from './queries/spine.ts'
import { changeNodes, decisionNodes, ledTo, wasAnsweredBy } from './queries/thread.ts'
import { answerRoutes } from './routes/answers.tsx'
import { changeRoutes } from './routes/changes.tsx'
import { draftRoutes } from './routes/drafts.tsx'
import { publicRoutes } from './routes/public.tsx'

export { answerFinding } from './actions/answer-finding.ts'
export { draftDecision } from './actions/draft-decision.ts'
export { completeChange, dropChange, promiseChange } from './actions/follow-change.ts'
export { publishDecision } from './actions/publish-decision.ts'
export { putFinding } from './actions/put-finding.ts'

export const decisions: Capability = {
  name: 'decisions',
  routes: (web) => {
    publicRoutes(web)
    draftRoutes(web)
    answerRoutes(web)
    changeRoutes(web)
  },
  desk: [
    { door: 'Decide', text: 'Decisions', href: (commissioner) => paths.list({ commissioner }) },
    { door: 'Decide', text: 'Changes', href: (commissioner) => paths.changes({ commissioner }) },
  ],
  neighbours,
  threadKinds: [decisionNodes, changeNodes],
  threadJoins: [wasAnsweredBy, ledTo],
  spine: [answerRows, changeRows],
  sentences: {
    'decision.drafted': () => 'Drafted it',
    'decision.reworded': () => 'Changed its words',
    'decision.widened': () => 'Put a finding to it',
    'decision.narrowed': () => 'Took a finding off it',
    'decision.answered': ({ outcome }) => `Answered a finding: ${String(outcome)}`,
    'decision.published': () => 'Published it',
    'change.promised': () => 'Promised it',
    'change.completed': () => 'Recorded that it is done',
    'change.dropped': () => 'Dropped it',
  },
}
