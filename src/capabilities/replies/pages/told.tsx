import { DateInLondon, Empty, Facts, type Happening, History, Pager, Table } from '#design'
import type { Telling } from '../telling.ts'

interface Props {
  decision: { title: string; publishedAt: Date; href: string | null }
  telling: Telling
  outbox: string
  happenings: readonly Happening[]
}

/** Who was told of a decision, and who was not and why, in numbers. */
export const ToldPage = ({ decision, telling, outbox, happenings }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">Who was told: {decision.title}</h1>
    <p>
      Published <DateInLondon at={decision.publishedAt} />. Everyone behind its findings who asked to be told, and can be reached, gets one
      message. {decision.href && <a href={decision.href}>See the decision</a>}
    </p>
    <Facts
      facts={[
        { name: 'Responses behind it', value: telling.responses },
        { name: 'Told', value: telling.told },
        { name: 'Waiting to be sent', value: telling.waiting },
        { name: 'In doubt', value: telling.inDoubt },
        { name: 'Refused by their mail server', value: telling.refused },
        { name: 'Asked, but cannot be reached', value: telling.unreachable },
        { name: 'Did not ask to be told', value: telling.didNotAsk },
        telling.imported > 0 && { name: 'Came in by import, with nobody to tell', value: telling.imported },
      ]}
    />
    <p>
      <a href={outbox}>See the messages in the outbox</a>
    </p>
    <History happenings={happenings} />
  </>
)

interface ListProps {
  decisions: readonly { id: string; title: string; publishedAt: Date; told: number; href: string }[]
  outbox: string
  next: string | null
}

export const RepliesPage = ({ decisions, outbox, next }: ListProps) => (
  <>
    <h1 class="nhsuk-heading-l">Replies</h1>
    <p>
      When a decision is published, everyone who spoke, asked to be told and can be reached is told. <a href={outbox}>The outbox</a> shows
      each message and what became of it.
    </p>
    {decisions.length === 0 ? (
      <Empty>No decision is published yet. Publish one, and those who asked will be told.</Empty>
    ) : (
      <Table
        responsive
        caption={{ text: 'Published decisions, latest first', size: 'm' }}
        head={[{ text: 'Decision' }, { text: 'Published' }, { text: 'Replies made' }]}
        rows={decisions.map(({ title, href, publishedAt, told }) => [
          { html: <a href={href}>{title}</a> },
          { html: <DateInLondon at={publishedAt} /> },
          { text: String(told) },
        ])}
      />
    )}
    <Pager next={next} label="Published decisions, more pages" />
  </>
)
