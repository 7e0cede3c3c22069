import { DateInLondon, Empty, Pager, Table } from '#design'
import type { PublishedSeal } from '../seal.ts'

export const SealsPage = ({
  organisation,
  seals,
  next,
}: {
  organisation: string
  seals: readonly PublishedSeal[]
  next: string | null
}) => (
  <>
    <h1 class="nhsuk-heading-l">Proof that our history has not been changed</h1>
    <p>
      {organisation} keeps a list of everything that is done here: each response that comes in, each finding, each decision, each message.
    </p>
    <p>
      Every few seconds, what is new in that list is sealed. A seal is a long number worked out from the list and from the seal before it.
      If anyone changed the list later, even by one letter, the numbers would no longer match.
    </p>
    <p>
      You can copy the latest seal and keep it. Anyone who has a copy can show later whether the history is still the same. The seals give
      away nothing about what anyone said.
    </p>
    {seals.length === 0 ? (
      <Empty>Nothing is sealed yet. The first seal comes a few seconds after the first thing happens.</Empty>
    ) : (
      <Seals seals={seals} />
    )}
    <Pager next={next} label="Seals, more pages" />
  </>
)

const Seals = ({ seals }: { seals: readonly PublishedSeal[] }) => (
  <Table
    responsive
    caption={{ text: 'Seals, latest first', size: 'm' }}
    head={[{ text: 'Seal' }, { text: 'Made' }, { text: 'Events' }, { text: 'Hash (SHA-256)' }]}
    rows={seals.map(({ number, sealedAt, events, hash }) => [
      { text: String(number) },
      { html: <DateInLondon at={sealedAt} /> },
      { text: String(events) },
      { html: <span class="gt-reference">{hash}</span> },
    ])}
  />
)
