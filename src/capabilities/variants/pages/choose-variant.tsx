import type { Variant } from '../variant.ts'

interface Props {
  /** Those offered, but the one that is shown. */
  variants: readonly Pick<Variant, 'code' | 'name' | 'language'>[]
  hrefOf: (code: string) => string
  /** Back to the questions as they were written; none where these are shown. */
  english?: string | undefined
}

/** The other languages and formats, each in its own words. */
export const ChooseVariant = ({ variants, hrefOf, english }: Props) =>
  variants.length === 0 && !english ? null : (
    <nav class="gt-variants" aria-label="Languages and formats">
      <ul class="nhsuk-list">
        {english && (
          <li>
            <a class="nhsuk-link" href={english} lang="en" hreflang="en">
              English
            </a>
          </li>
        )}
        {variants.map(({ code, name, language }) => (
          <li>
            <a class="nhsuk-link" href={hrefOf(code)} lang={language} hreflang={language}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
