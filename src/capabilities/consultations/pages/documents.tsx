import { Button, Empty, FileUpload, Input, Mistakes, Select, Table } from '#design'
import type { Form } from '#platform/forms.ts'
import type { Consultation } from '../consultation.ts'
import type { DocumentInput } from '../forms.ts'
import { paths } from '../paths.ts'
import { type ConsultationDocument, documentKindNames } from '../proposal.ts'
import { fileInShort } from './file-in-short.tsx'

interface Props {
  commissioner: string
  consultation: Consultation
  documents: readonly ConsultationDocument[]
  form: Form<DocumentInput>
}

/** What people can read before they answer, and room to add to it. */
export const DocumentsPage = ({ commissioner, consultation, documents, form }: Props) => {
  const here = { commissioner, id: consultation.id }
  return (
    <>
      <Mistakes errors={form.errors} />
      <span class="nhsuk-caption-l">{consultation.title}</span>
      <h1 class="nhsuk-heading-l">Documents</h1>
      {documents.length === 0 ? (
        <Empty>There are no documents yet. Add what people need to read before they answer, and what shows how you came to this.</Empty>
      ) : (
        <Table
          caption={{ text: 'In the order they were added', size: 's' }}
          responsive
          head={[{ text: 'Document' }, { text: 'What it is' }, { text: 'Take it out' }]}
          rows={documents.map((document) => [
            {
              html: (
                <a class="nhsuk-link" href={paths.deskDocument({ ...here, document: document.id })}>
                  {document.title} ({fileInShort(document.file)})
                </a>
              ),
            },
            { text: documentKindNames[document.kind] },
            document.withdrawal
              ? { text: `Withdrawn: ${document.withdrawal.reason}` }
              : {
                  html: (
                    <a class="nhsuk-link" href={paths.withdrawal({ ...here, document: document.id })}>
                      {consultation.publication ? 'Withdraw' : 'Remove'}
                      <span class="nhsuk-u-visually-hidden"> {document.title}</span>
                    </a>
                  ),
                },
          ])}
        />
      )}
      <form method="post" action={paths.documents(here)} enctype="multipart/form-data" novalidate>
        <h2 class="nhsuk-heading-m">Add a document</h2>
        <Input id="title" name="title" label={{ text: 'Title', size: 's' }} value={form.values.title} errorMessage={form.errors.title} />
        <Select
          id="kind"
          name="kind"
          label={{ text: 'What it is', size: 's' }}
          items={Object.entries(documentKindNames).map(([value, text]) => ({ value, text }))}
          value={form.values.kind ?? 'proposal'}
          errorMessage={form.errors.kind}
        />
        <FileUpload
          id="file"
          name="file"
          label={{ text: 'File', size: 's' }}
          hint="PDF, Word, Excel, OpenDocument, text or a picture, 20 MB at most. Make sure a screen reader can read it."
          errorMessage={form.errors.file}
        />
        <Button text="Add document" preventDoubleClick />
      </form>
      <p>
        <a class="nhsuk-link" href={paths.record(here)}>
          Back to the consultation
        </a>
      </p>
    </>
  )
}
