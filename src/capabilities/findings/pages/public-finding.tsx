import { DateInLondon, type HintedLink, InsetText, Links } from '#design'
import type { PublicFinding } from '../public-finding.ts'
import { FindingWords } from './finding-words.tsx'

interface Props {
  finding: PublicFinding
  withdrawnAt: Date | null
  publishedAt: Date | null
  links: readonly HintedLink[]
}

/** One finding, for everyone. A withdrawn one keeps its address, and says so. */
export const PublicFindingPage = ({ finding, withdrawnAt, publishedAt, links }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">What we found</span> {finding.title}
    </h1>
    {withdrawnAt ? (
      <InsetText>
        <p>
          We withdrew this finding, <DateInLondon at={withdrawnAt} />. It no longer stands.
        </p>
      </InsetText>
    ) : (
      <FindingWords {...finding}>
        {finding.themes.length > 0 && <p>This comes from what people said about: {finding.themes.join('; ')}.</p>}
        <p>This says what people told us, and why. It is not a vote: people chose whether to answer.</p>
        {publishedAt && (
          <p>
            Published <DateInLondon at={publishedAt} />. Somebody who did not write it checked it first.
          </p>
        )}
      </FindingWords>
    )}
    <Links links={links} heading="See also" />
  </>
)
