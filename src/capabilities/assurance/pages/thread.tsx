import {
  formatDate,
  type Happening,
  History,
  type Html,
  ThreadDrawing,
  type ThreadKind,
  ThreadList,
  type ThreadStep,
  threadKinds,
} from '#design'
import type { ThreadNode } from '#platform/slots.ts'
import { londonDate } from '#platform/time.ts'
import { paths } from '../paths.ts'
import type { Branch } from '../thread.ts'

type Side = Pick<Branch, 'branches' | 'more'>

interface Props {
  commissioner: string
  subject: ThreadNode
  backward: Side
  forward: Side
  nodes: ReadonlyMap<string, ThreadNode>
  happenings: readonly Happening[]
}

/** The whole thread of one thing: what it rests on, and what came of it. */
export function ThreadPage({ commissioner, subject, backward, forward, nodes, happenings }: Props): Html {
  const asSteps = ({ branches, more }: Side): ThreadStep[] => {
    const told = branches.filter(({ step }) => step.kind === 'notice').length + (more.find(({ kind }) => kind === 'notice')?.count ?? 0)
    // Those who were told are many and alike: beyond a few, their number says more than a row of them.
    const isCounted = (kind: string) => kind === 'notice' && told > few
    return [
      ...more.filter(({ kind }) => !isCounted(kind)).map((rest) => asRest(rest)),
      ...branches.flatMap((branch) => {
        const node = nodes.get(branch.step.id)
        return node && !isCounted(branch.step.kind) ? [{ ...asStep(commissioner, node, branch.relation), next: asSteps(branch) }] : []
      }),
      ...(told > few
        ? [{ id: `told ${told}`, kind: 'notice' as const, text: `${told.toLocaleString('en-GB')} replies to people who spoke` }]
        : []),
    ]
  }
  const before = asSteps(backward)
  const after = asSteps(forward)
  const start = { ...asStep(commissioner, subject), href: undefined, current: true }
  return (
    <>
      <h1 class="nhsuk-heading-l">The thread</h1>
      <p class="nhsuk-lede-text">
        {threadKinds[start.kind]}: {subject.href ? <a href={subject.href}>{subject.label}</a> : subject.label}
      </p>
      <ThreadDrawing steps={[{ ...start, next: [...before, ...after].filter(({ id }) => !id.startsWith('more ')) }]} />
      <Half heading="What it rests on" none="Nothing before it: the thread begins here." start={start} steps={before} />
      <Half heading="What came of it" none="Nothing has come of it yet." start={start} steps={after} />
      <History happenings={happenings} />
    </>
  )
}

const Half = ({ heading, none, start, steps }: { heading: string; none: string; start: ThreadStep; steps: ThreadStep[] }) => (
  <>
    <h2 class="nhsuk-heading-m">{heading}</h2>
    {steps.length === 0 ? <p>{none}</p> : <ThreadList steps={[{ ...start, next: steps }]} label={heading} />}
  </>
)

const few = 3

const asRest = ({ kind, count }: Side['more'][number]): ThreadStep => ({
  id: `more ${kind} ${count}`,
  kind: kindOf(kind),
  text: `${count.toLocaleString('en-GB')} more than are shown here`,
})

const kindOf = (kind: string): ThreadKind => (kind in threadKinds ? (kind as ThreadKind) : 'contribution')

const asStep = (commissioner: string, { kind, id, label, at }: ThreadNode, relation = ''): ThreadStep => ({
  id,
  kind: kindOf(kind),
  text: label,
  href: paths.thread({ commissioner, kind, id }),
  note: [relation, at && formatDate(londonDate(at))].filter(Boolean).join(', '),
})
