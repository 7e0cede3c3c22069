import { DateInLondon } from './dates.tsx'
import type { Html } from './nhsuk/index.ts'

/** Something that happened, when, and who did it. */
export interface Happening {
  at: Date
  who: string
  what: string | Html
}

/** What happened to a thing, in the order given. */
export const History = ({ happenings, heading = 'History' }: { happenings: readonly Happening[]; heading?: string }) => (
  <section class="gt-history" aria-labelledby="history">
    <h2 class="nhsuk-heading-m" id="history">
      {heading}
    </h2>
    {happenings.length === 0 && <p>Nothing has happened yet.</p>}
    <ol class="gt-history__list">
      {happenings.map(({ at, who, what }) => (
        <li class="gt-history__item">
          <span class="gt-history__what">{what}</span>{' '}
          <span class="gt-history__who">
            {who}, <DateInLondon at={at} />
          </span>
        </li>
      ))}
    </ol>
  </section>
)
