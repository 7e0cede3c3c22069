import { Button, DateInLondon, Empty, Facts, type Happening, History, type Html, Pager, Table, Tag } from '#design'
import { type FateWords, inWords } from '../fate.ts'

interface Line {
  href: string
  kind: string
  subject: string
  to: string
  queuedAt: Date
  fate: FateWords
}

interface Props {
  messages: readonly Line[]
  filters: readonly { text: string; href: string; current: boolean }[]
  next: string | null
}

export const OutboxPage = ({ messages, filters, next }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">Outbox</h1>
    <p>
      Every message we mean to send, and what became of it. Messages wait here until a mail server is set. Links are made when a message is
      sent, so none is shown.
    </p>
    <nav aria-label="Show messages that are">
      <ul class="nhsuk-list">
        {filters.map(({ text, href, current }) => (
          <li>{current ? <strong>{text}</strong> : <a href={href}>{text}</a>}</li>
        ))}
      </ul>
    </nav>
    {messages.length === 0 ? (
      <Empty>There are no such messages. The first will come when a decision is published, or when someone asks for a link.</Empty>
    ) : (
      <Messages messages={messages} />
    )}
    <Pager next={next} label="Outbox, more pages" />
  </>
)

const Messages = ({ messages }: { messages: readonly Line[] }) => (
  <Table
    responsive
    caption={{ text: 'Messages, latest first', size: 'm' }}
    head={[{ text: 'Subject' }, { text: 'Kind' }, { text: 'To' }, { text: 'Written' }, { text: 'What became of it' }]}
    rows={messages.map(({ href, subject, kind, to, queuedAt, fate }) => [
      { html: <a href={href}>{subject}</a> },
      { text: kind },
      { text: to },
      { html: <DateInLondon at={queuedAt} /> },
      { html: <FateTag fate={fate} /> },
    ])}
  />
)

const FateTag = ({ fate }: { fate: FateWords }): Html => (
  <Tag
    text={fate}
    colour={({ 'In doubt': 'orange', Refused: 'red', Sent: 'green', Arrived: 'green' } as const)[fate as 'Sent'] ?? 'grey'}
  />
)

interface MessageProps {
  kind: string
  subject: string
  body: string
  to: string
  /** Null where this reader may not see it, or there is none any more. */
  address: string | null
  queuedAt: Date
  attemptedAt: Date | null
  fate: FateWords
  code: string
  /** Where to say what became of it; null where there is nothing to say or not by this reader. */
  settlement: string | null
  happenings: readonly Happening[]
}

export const MessagePage = ({
  kind,
  subject,
  body,
  to,
  address,
  queuedAt,
  attemptedAt,
  fate,
  code,
  settlement,
  happenings,
}: MessageProps) => (
  <>
    <h1 class="nhsuk-heading-l">{subject}</h1>
    <Facts
      facts={[
        { name: 'Kind', value: kind },
        { name: 'To', value: address ? `${to}: ${address}` : to },
        { name: 'Written', value: <DateInLondon at={queuedAt} /> },
        { name: 'What became of it', value: inWords(fate, code) },
        attemptedAt && { name: 'Last tried', value: <DateInLondon at={attemptedAt} /> },
      ]}
    />
    {address && <p>You have been shown an address, so this was written down.</p>}
    {fate === 'In doubt' && <InDoubt settlement={settlement} />}
    <h2 class="nhsuk-heading-m">What it says</h2>
    <div class="nhsuk-inset-text gt-words">
      {body
        .replaceAll('[link]', '(a link made when it is sent)')
        .split('\n\n')
        .map((paragraph) => (
          <p>{paragraph.split('\n').map((line, at) => [at > 0 && <br />, line])}</p>
        ))}
    </div>
    <History happenings={happenings} />
  </>
)

const InDoubt = ({ settlement }: { settlement: string | null }) => (
  <>
    <p>
      Something broke while this message was handed over, so nobody knows whether it arrived. We do not send it again by ourselves: they
      might get it twice. Ask them, or look at the mail server.
    </p>
    {settlement ? (
      <form method="post" action={settlement}>
        <div class="nhsuk-button-group">
          <Button text="It arrived" name="decision" value="arrived" preventDoubleClick />
          <Button text="Send again" name="decision" value="send again" variant="secondary" preventDoubleClick />
        </div>
      </form>
    ) : (
      <p>An engagement lead or administrator can say what became of it.</p>
    )}
  </>
)
