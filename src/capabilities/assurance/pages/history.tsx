import { Button, DateInLondon, Empty, Facts, type Html, InsetText, Pager, SearchInput, Table } from '#design'
import type { Problem } from '../problem.ts'

export interface EventLine {
  at: Date
  who: string
  what: string
  subject: { kind: string; href: string }
  seal: number | null
}

interface LastCheck {
  at: Date
  who: string
  ok: boolean
  events: number
  problems: number
  listed: Pick<Problem, 'kind' | 'id' | 'fault'>[]
}

interface Props {
  events: readonly EventLine[]
  head: { number: number; hash: string; sealedAt: Date } | null
  lastCheck: LastCheck | null
  checks: string
  here: string
  seals: string
  subject: string
  next: string | null
}

export const HistoryPage = ({ events, head, lastCheck, checks, here, seals, subject, next }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">History</h1>
    <p>
      Everything anyone did here, in order. Every few seconds what is new is sealed: bound to all that went before, so that nothing can be
      changed, removed or slipped in without a trace. The <a href={seals}>seals are public</a>.
    </p>
    <Facts
      facts={[
        {
          name: 'Last seal',
          value: head ? (
            <>
              Seal {head.number}, <DateInLondon at={head.sealedAt} />
            </>
          ) : (
            'Nothing is sealed yet'
          ),
        },
        head && { name: 'Its hash', value: <span class="gt-reference">{head.hash}</span> },
        {
          name: 'Last checked',
          value: lastCheck ? (
            <>
              {lastCheck.who}, <DateInLondon at={lastCheck.at} />
            </>
          ) : (
            'Nobody has checked it here yet'
          ),
        },
      ]}
    />
    {lastCheck && <Outcome {...lastCheck} />}
    <form method="post" action={checks}>
      <Button text="Check the history" preventDoubleClick />
    </form>
    <form method="get" action={here}>
      <SearchInput
        id="subject"
        name="subject"
        label={{ text: 'Show what happened to one thing' }}
        hint={{ text: 'Its id, as in the address of its page' }}
        value={subject}
        button={{ text: 'Show', ariaLabel: 'Show' }}
      />
    </form>
    {events.length === 0 ? (
      <Empty>
        {subject
          ? 'Nothing has happened to a thing with this id.'
          : 'Nothing has happened yet. The first thing anyone does here will show.'}
      </Empty>
    ) : (
      <Events events={events} />
    )}
    <Pager next={next} label="History, more pages" />
  </>
)

function Outcome({ ok, events, problems, listed }: LastCheck): Html {
  if (ok) return <InsetText>{`The history verifies. All ${events} events and the rows behind them are as they were.`}</InsetText>
  return (
    <InsetText>
      <p>
        <strong>The history does not verify.</strong> {problems === 1 ? 'One thing is' : `${problems} things are`} not as it was sealed.
        Tell whoever is responsible for your records, and keep a copy of the database as it is.
      </p>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {listed.map(({ kind, id, fault }) => (
          <li>
            {kind} <span class="gt-reference">{id}</span>: {fault}
          </li>
        ))}
      </ul>
    </InsetText>
  )
}

const Events = ({ events }: { events: readonly EventLine[] }) => (
  <Table
    responsive
    caption={{ text: 'What happened, latest first', size: 'm' }}
    head={[{ text: 'When' }, { text: 'Who' }, { text: 'What' }, { text: 'About' }, { text: 'Seal' }]}
    rows={events.map(({ at, who, what, subject, seal }) => [
      { html: <DateInLondon at={at} /> },
      { text: who },
      { text: what },
      { html: <a href={subject.href}>{subject.kind}</a> },
      { text: seal === null ? 'Not yet' : String(seal) },
    ])}
  />
)
