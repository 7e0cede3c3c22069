import type { Body } from './forms.ts'
import { failurePage } from './shell.tsx'
import type { PageReply } from './web.tsx'

/** A post that came after the session ended: refused, with everything typed shown back. */
export const signedOut = (home: string, typed: Body | undefined): PageReply =>
  failurePage(
    403,
    'You have been signed out',
    <p>
      Nothing was saved. Copy what you typed below, then{' '}
      <a class="nhsuk-link" href={home}>
        sign in again
      </a>
      .
    </p>,
    { typed },
  )
