import type { Frame } from '#capabilities/themes'
import { Empty, Table } from '#design'
import { paths } from '../paths.ts'
import type { Proposal } from '../proposal.ts'

interface Props {
  commissioner: string
  frame: Frame
  proposals: readonly Proposal[]
  mayAsk: boolean
}

/** Themes that a frame may lack. */
export const ProposalsPage = ({ commissioner, frame, proposals, mayAsk }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">{frame.title}</span> New themes
    </h1>
    <p>
      These comments fit no theme of this frame, and use the same words as each other. They may speak of a theme that is missing. A machine
      found them and named them by the words they use most. Read them before you decide.
    </p>
    {proposals.length === 0 ? (
      <Empty>Nothing here now. Comments are compared again each time suggestions are made.</Empty>
    ) : (
      <Table
        responsive
        firstCellIsHeader
        caption={{ text: 'Themes that may be missing', classes: 'nhsuk-u-visually-hidden' }}
        head={[{ text: 'Name for now' }, { text: 'The words they use' }, { text: 'Comments', format: 'numeric' }]}
        rows={proposals.map(({ id, name, terms, comments }) => [
          mayAsk ? { html: <a href={paths.proposal({ commissioner, frame: frame.id, proposal: id })}>{name}</a> } : { text: name },
          { text: terms.join(', ') },
          { text: comments.toLocaleString('en-GB'), format: 'numeric' },
        ])}
      />
    )}
  </>
)
