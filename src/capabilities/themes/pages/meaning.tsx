import { SafeWords } from '#design'
import type { Meaning } from '../frame.ts'

const parts = [
  ['includes', 'Includes'],
  ['excludes', 'Does not include'],
  ['examples', 'Examples'],
] as const

/** What a theme means, one part under another; parts that nobody wrote are left out. */
export const MeaningWords = ({ meaning }: { meaning: Meaning }) => (
  <div class="nhsuk-u-margin-bottom-5">
    {meaning.definition && <SafeWords words={meaning.definition} />}
    {parts.map(
      ([part, heading]) =>
        meaning[part] && (
          <>
            <p class="nhsuk-u-font-weight-bold nhsuk-u-margin-top-3 nhsuk-u-margin-bottom-1">{heading}</p>
            <SafeWords words={meaning[part]} />
          </>
        ),
    )}
  </div>
)
