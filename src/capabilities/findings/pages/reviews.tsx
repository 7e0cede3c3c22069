import { DateInLondon, SafeWords } from '#design'
import type { Review } from '../finding.ts'

/** What others said of a finding, the earliest first. */
export const Reviews = ({ reviews, nameOf }: { reviews: readonly Review[]; nameOf: (id: string | null) => string }) => (
  <>
    <h2 class="nhsuk-heading-m">Reviews</h2>
    {reviews.length === 0 && <p>Nobody has reviewed this finding yet. Somebody who did not make it must, before it can be published.</p>}
    {reviews.map(({ outcome, note, reviewedBy, reviewedAt }) => (
      <div class="nhsuk-u-margin-bottom-4">
        <p class="nhsuk-u-margin-bottom-1">
          <strong>
            {nameOf(reviewedBy)} {outcome === 'agreed' ? 'agreed' : 'asked for changes'}
          </strong>
          , <DateInLondon at={reviewedAt} />
        </p>
        {note && <SafeWords words={note} />}
      </div>
    ))}
  </>
)
