import type { ComponentChildren } from 'preact'
import { SafeWords } from '#design'
import type { Side, Strength } from '../finding.ts'

interface Words {
  id: string
  words: string
  side?: Side
}

interface Props {
  claim: string
  /** What people said against it, or otherwise. */
  contrary: string
  /** The quotes as they may be shown now. */
  quotes: readonly Words[]
  strength?: Strength | null
  children?: ComponentChildren
}

/** A finding in public: what we found, in whose words, how strongly, and who saw it otherwise. */
export const FindingWords = ({ claim, contrary, quotes, strength = null, children }: Props) => {
  const against = quotes.filter(({ side }) => side === 'against')
  return (
    <>
      <div class="nhsuk-u-margin-bottom-4">
        <SafeWords words={claim} />
      </div>
      {strength && (
        <p>
          <strong>{strengthInWords(strength)}</strong> <SafeWords words={strength.reason} inline />
        </p>
      )}
      <Quotes before="In people’s own words:" quotes={quotes.filter((quote) => !against.includes(quote))} />
      {contrary && (
        <p>
          <strong>Others saw it differently.</strong> <SafeWords words={contrary} inline />
        </p>
      )}
      <Quotes before={contrary ? 'In their words:' : 'Others saw it differently. In their words:'} quotes={against} />
      {children}
    </>
  )
}

export const strengthInWords = ({ word }: Strength) => `${word.charAt(0).toUpperCase()}${word.slice(1)} of those who spoke of it said so.`

const Quotes = ({ before, quotes }: { before: string; quotes: readonly Words[] }) => (
  <>
    {quotes.length > 0 && <p>{before}</p>}
    {quotes.map(({ words }) => (
      <blockquote class="gt-quote">
        <SafeWords words={words} />
      </blockquote>
    ))}
  </>
)
