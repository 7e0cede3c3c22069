import { NotFound } from '#platform/errors.ts'
import { londonDate } from '#platform/time.ts'
import { page, type Reply, type Web } from '#platform/web.tsx'
import { findDraft } from './actions/open-draft.ts'
import { pathWith } from './draft.ts'
import { SavedPage } from './pages/saved.tsx'
import { title as overTitle, SavedOverPage } from './pages/saved-over.tsx'
import { SentPage } from './pages/sent.tsx'
import { paths } from './paths.ts'

/** What is answered where a link's saved answers have gone. */
export const savedOver: Reply = { kind: 'page', status: 404, title: overTitle, html: <SavedOverPage /> }

export function routes(web: Web) {
  web.public.get(paths.sent, async () => page('Check your email', <SentPage />))

  web.open.get(paths.saved, async (ctx) => {
    const { token } = ctx.params
    const draft = await findDraft(ctx, token).catch(gone)
    if (!draft) return savedOver
    const { returnPath, savedAt, expiresOn } = draft
    return page(
      'Continue your answers',
      <SavedPage action={pathWith(returnPath, token)} savedOn={londonDate(savedAt)} expiresOn={expiresOn} />,
    )
  })
}

function gone(fault: unknown) {
  if (fault instanceof NotFound) return null
  throw fault
}
