import type { Capability } from '#platform/slots.ts'
import { forgetReturnLink, makeReturnLink } from './actions/save-draft.ts'
import { jobs } from './jobs.ts'
import { findEmail } from './queries/addresses.ts'
import { routes } from './routes.tsx'

export { findDraft, finishDraft } from './actions/open-draft.ts'
export { saveDraft } from './actions/save-draft.ts'
export { forgetAddresses, moveClosing, tellWaiting } from './actions/tell-waiting.ts'
export { lastDay } from './draft.ts'
export { readAddress } from './forms.ts'
export { SaveForm } from './pages/save-form.tsx'
export { paths as draftPaths } from './paths.ts'
export { countWaiting } from './queries/addresses.ts'
export type { Draft } from './queries/drafts.ts'
export { savedOver } from './routes.tsx'

export const drafts: Capability = {
  name: 'drafts',
  routes,
  jobs,
  mailLinks: [{ kind: 'saved answers', make: makeReturnLink, sent: forgetReturnLink }],
  recipients: [{ kind: 'return address', emailOf: (ctx, id) => findEmail(ctx.db, id) }],
  sentences: {
    'draft.saved': () => 'Saved answers to finish them later',
  },
}
