import { Empty, Pager, Table } from '#design'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  wholes: readonly { id: string; title: string; flagged: number; waiting: number; setAside: number }[]
  next: string | null
}

const numeric = (count: number) => ({ text: count.toLocaleString('en-GB'), format: 'numeric' })

/** Where answers are worth a second look: survey by survey, source by source. */
export const ListPage = ({ commissioner, wholes, next }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">Flags</h1>
    <p>
      A flag is a reason to look twice: answers that may come from a robot, may be sent twice, or say the same as many others. It changes
      nothing by itself. Flagged answers count until a person sets them aside, and can be put back.
    </p>
    {wholes.length === 0 ? (
      <Empty>Nothing is flagged. Answers are compared with each other every hour while they come in.</Empty>
    ) : (
      <Table
        responsive
        firstCellIsHeader
        caption={{ text: 'Flagged answers', size: 'm' }}
        head={[
          { text: 'Survey or source' },
          { text: 'To look at', format: 'numeric' },
          { text: 'Flagged', format: 'numeric' },
          { text: 'Set aside', format: 'numeric' },
        ]}
        rows={wholes.map(({ id, title, flagged, waiting, setAside }) => [
          { html: <a href={paths.whole({ commissioner, of: id })}>{title}</a> },
          numeric(waiting),
          numeric(flagged),
          numeric(setAside),
        ])}
      />
    )}
    <Pager next={next} label="Flags, more pages" />
  </>
)
