import { type CountedRow, publishableCounts } from '#capabilities/statistics'
import { formatDate, type Happening, History, type Html, SafeWords, ThreadDrawing, ThreadList, type ThreadStep } from '#design'
import { paths } from '../paths.ts'
import type { PublishedChange, PublishedDecision, PublishedFinding, PublishedThread } from '../published-thread.ts'

/** One thread as anyone may see it. */
export function PublishedThreadPage({
  commissioner,
  thread,
  happenings,
}: {
  commissioner: string
  thread: PublishedThread
  happenings: readonly Happening[]
}): Html {
  const findings = thread.findings.filter(({ id }) => id === thread.subject)
  const steps = findings.length > 0 ? fromFinding(commissioner, thread) : fromDecision(commissioner, thread)
  return (
    <>
      <h1 class="nhsuk-heading-l">{findings[0]?.title ?? thread.decisions[0]?.title}</h1>
      <p>
        This page follows one thread: what people said, what we made of it, what was decided, and what changed. It is drawn from the records
        themselves. We show only words that people said we may show.
      </p>
      <ThreadDrawing steps={steps} />
      <ThreadList steps={steps} />
      <History happenings={happenings} />
    </>
  )
}

const step = (commissioner: string, kind: 'finding' | 'decision', { id, title }: { id: string; title: string }, subject: string) => ({
  id,
  kind,
  text: title,
  ...(id === subject ? { current: true } : { href: paths.publicThread({ commissioner, id }) }),
})

function fromFinding(commissioner: string, thread: PublishedThread): ThreadStep[] {
  const answered = thread.findings.filter(({ id }) => id === thread.subject)
  const [finding] = answered
  if (!finding) return []
  const decisions = answered.flatMap((answer) =>
    thread.decisions
      .filter(({ id }) => id === answer.decisionId)
      .map((decision) => ({
        ...step(commissioner, 'decision', decision, thread.subject),
        note: `${outcomeOf(answer)}: ${answer.reason}`,
        next: followed(thread, decision, finding),
      })),
  )
  return [{ ...step(commissioner, 'finding', finding, thread.subject), next: [...said(finding), ...decisions] }]
}

function fromDecision(commissioner: string, thread: PublishedThread): ThreadStep[] {
  return thread.decisions
    .filter(({ id }) => id === thread.subject)
    .map((decision) => ({
      ...step(commissioner, 'decision', decision, thread.subject),
      note: `Decided on ${formatDate(decision.decidedOn)}`,
      next: [
        ...thread.findings.map((finding) => ({
          ...step(commissioner, 'finding', finding, thread.subject),
          note: `${outcomeOf(finding)}: ${finding.reason}`,
          next: said(finding),
        })),
        ...followed(thread, decision, null),
      ],
    }))
}

const outcomeOf = ({ outcome }: PublishedFinding) => ({ accepted: 'Accepted', 'in part': 'Accepted in part' })[outcome] ?? 'Not accepted'

function said({ themes, quotes }: PublishedFinding): ThreadStep[] {
  const counted = publishableCounts(
    themes.map(({ id, name, comments }): CountedRow & { id: string } => ({ id, label: name, count: comments })),
    { totalShown: false },
  )
  return [
    ...counted.map(
      ({ id, label, count }): ThreadStep => ({
        id,
        kind: 'theme',
        text: label,
        note: count === '*' ? 'A small number of comments' : `${count} ${count === 1 ? 'comment' : 'comments'}`,
      }),
    ),
    ...quotes.map(({ id, words }): ThreadStep => ({ id, kind: 'contribution', text: <SafeWords words={words} inline /> })),
  ]
}

function followed(thread: PublishedThread, { id }: PublishedDecision, finding: PublishedFinding | null): ThreadStep[] {
  const { told = 0, waiting = 0 } = thread.told.get(id) ?? {}
  return [
    ...thread.changes
      .filter((change) => change.decisionId === id && (finding === null || change.findingId === null || change.findingId === finding.id))
      .map((change): ThreadStep => ({ id: change.id, kind: 'change', text: change.title, note: stateOf(change) })),
    ...people(`told ${id}`, told, 'told'),
    ...people(`waiting ${id}`, waiting, 'written to; the messages are waiting to be sent'),
  ]
}

/** How many people, as it may be published. */
function people(id: string, count: number, become: string): ThreadStep[] {
  const [published] = publishableCounts<CountedRow>([{ label: become, count }], { totalShown: false })
  if (!published || published.count === 0) return []
  const text = published.count === '*' ? `A small number of people were ${become}` : `${published.count} people were ${become}`
  return [{ id, kind: 'notice', text }]
}

function stateOf({ doneOn, droppedBecause, dueOn }: PublishedChange): string {
  if (doneOn) return `Done on ${formatDate(doneOn)}`
  if (droppedBecause) return `Dropped: ${droppedBecause}`
  return `Due by ${formatDate(dueOn)}`
}
