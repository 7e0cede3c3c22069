import { DateInLondon } from '#design'
import { paths } from '../paths.ts'
import type { ConsultationDocument } from '../proposal.ts'
import { fileInShort } from './file-in-short.tsx'
import { Paragraphs } from './words.tsx'

interface Props {
  address: { commissioner: string; slug: string }
  documents: readonly ConsultationDocument[]
  noDocument: string
}

/** What there is to read; of what was withdrawn, its title and why. */
export const Documents = ({ address, documents, noDocument }: Props) => (
  <>
    {noDocument && <Paragraphs text={noDocument} />}
    {documents.length > 0 && (
      <ul class="nhsuk-list gt-list">
        {documents.map(({ id, title, file, withdrawal }) => (
          <li>
            {withdrawal ? (
              <>
                {title}
                <br />
                We withdrew this document on <DateInLondon at={withdrawal.at} />: {withdrawal.reason}
              </>
            ) : (
              <a class="nhsuk-link" href={paths.document({ ...address, document: id })}>
                {title} ({fileInShort(file)})
              </a>
            )}
          </li>
        ))}
      </ul>
    )}
  </>
)
