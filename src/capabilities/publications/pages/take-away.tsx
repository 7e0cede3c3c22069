import type { PublishedAbout } from '../published-document.ts'
import { publishedFiles } from '../published-file.ts'

interface Props {
  about: PublishedAbout
  citation: string
  fingerprint: string
  licence: string | undefined
  hrefOf: (file: string) => string
}

/** How to take the published figures along, and how to name them. */
export const TakeAway = ({ about, citation, fingerprint, licence, hrefOf }: Props) => (
  <>
    <h2 class="nhsuk-heading-m" id="downloads">
      Download these figures
    </h2>
    <p>Each file holds exactly what is on this page, and says what its columns mean.</p>
    <ul class="nhsuk-list gt-list">
      {Object.entries(publishedFiles).map(([file, { label, about: what }]) => (
        <li>
          <a class="nhsuk-link" href={hrefOf(file)}>
            {label}
            <span class="nhsuk-u-visually-hidden">: the figures of {about.title}</span>
          </a>
          <br />
          {what}
        </li>
      ))}
    </ul>
    <p>{licence ? `Licence: ${licence}.` : 'No licence is named. Ask us before you use the figures for more than to quote them.'}</p>
    <h2 class="nhsuk-heading-m">How to cite</h2>
    <div class="gt-words">
      <p>{citation}</p>
      <p>
        Fingerprint of the figures (SHA-256): <span class="gt-reference">{fingerprint}</span>. While it is the same, so are the figures.
      </p>
    </div>
  </>
)
