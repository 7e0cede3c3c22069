import type { ComponentChildren } from 'preact'
import { SafeWords } from '#design'

interface Props {
  claim: string
  /** What people said against it, or otherwise. */
  contrary: string
  /** The quotes as they may be shown now. */
  quotes: readonly { id: string; words: string }[]
  children?: ComponentChildren
}

/** A finding in public: what we found, in whose words, and who saw it otherwise. */
export const FindingWords = ({ claim, contrary, quotes, children }: Props) => (
  <>
    <div class="nhsuk-u-margin-bottom-4">
      <SafeWords words={claim} />
    </div>
    {contrary && (
      <p>
        <strong>Others saw it differently.</strong> <SafeWords words={contrary} inline />
      </p>
    )}
    {quotes.length > 0 && <p>In people’s own words:</p>}
    {quotes.map(({ words }) => (
      <blockquote class="gt-quote">
        <SafeWords words={words} />
      </blockquote>
    ))}
    {children}
  </>
)
