import { Empty, Pager, Table } from '#design'
import type { AnswerFile } from '../contribution.ts'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  survey: string
  title: string
  files: readonly AnswerFile[]
  questions: ReadonlyMap<string, string>
  next: string | null
}

/** The photographs and papers that people sent with their answers, to save one by one. */
export const FilesPage = ({ commissioner, survey, title, files, questions, next }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">{title}</span> Files people sent
    </h1>
    {files.length === 0 ? (
      <Empty>Nobody has sent a file. People can, where a question asks for one.</Empty>
    ) : (
      <>
        <p>They come from strangers. Open them only on a computer that checks files for viruses. Looking at this list is recorded.</p>
        <Table
          responsive
          caption={{ text: 'Files people sent', classes: 'nhsuk-u-visually-hidden' }}
          head={['File', 'Question', { text: 'Size', format: 'numeric' }]}
          rows={files.map(({ id, name, questionKey, size }) => [
            {
              html: (
                <a class="nhsuk-link" href={paths.file({ commissioner, survey, file: id })}>
                  {name}
                </a>
              ),
            },
            { text: questions.get(questionKey) ?? questionKey },
            { text: `${Math.max(1, Math.round(size / 1024)).toLocaleString('en-GB')} KB`, format: 'numeric' },
          ])}
        />
      </>
    )}
    <Pager next={next} label="Files, more pages" />
  </>
)
