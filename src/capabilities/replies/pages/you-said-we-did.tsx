import { FindingWords } from '#capabilities/findings'
import { Empty, formatDate, type Html, Pager } from '#design'
import { isRefusal, type RepliedDecision, type Reply, type ReplyChange } from '../reply.ts'

interface Link {
  text: string
  href: string
}

interface Props {
  decisions: readonly RepliedDecision[]
  /** Where to read more of a decision or a finding, by its id. */
  links: ReadonlyMap<string, readonly Link[]>
  next: string | null
}

export const YouSaidWeDidPage = ({ decisions, links, next }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">You said, we did</h1>
    <p>
      What people told us, and what we did about it. When we did not do what people asked, we say why. This page is drawn from our records,
      so it is always up to date.
    </p>
    {decisions.length === 0 && (
      <Empty>We have not published a decision yet. When we do, what people said and what we did will be here.</Empty>
    )}
    {decisions.map((decision) => (
      <Decision decision={decision} links={links} />
    ))}
    <Pager next={next} label="You said, we did, more pages" />
  </>
)

const Decision = ({ decision, links }: { decision: RepliedDecision; links: Props['links'] }) => (
  <section>
    <h2 class="nhsuk-heading-m" id={`decision-${decision.id}`}>
      {decision.title}
    </h2>
    <p>
      Decided by {decision.decidedBy} on {formatDate(decision.decidedOn)}.
    </p>
    {decision.replies.map((reply) => (
      <ReplyCard reply={reply} links={links.get(reply.findingId) ?? []} />
    ))}
    {decision.changes.length > 0 && (
      <>
        <h3 class="nhsuk-heading-s">What else is changing because of this</h3>
        <Changes changes={decision.changes} />
      </>
    )}
    <Links links={links.get(decision.id) ?? []} about={decision.title} />
  </section>
)

const ReplyCard = ({ reply, links }: { reply: Reply; links: readonly Link[] }) => (
  <div class="nhsuk-card">
    <div class="nhsuk-card__content">
      <h3 class="nhsuk-heading-s">You said: {reply.title}</h3>
      <FindingWords claim={reply.claim} contrary={reply.contrary} quotes={reply.quotes} />
      <h4 class="nhsuk-heading-xs">
        {isRefusal(reply) ? 'We did not do this, and why' : reply.outcome === 'in part' ? 'We did part of this' : 'We did'}
      </h4>
      <p>{reply.reason}</p>
      <Changes changes={reply.changes} />
      <Links links={links} about={reply.title} />
    </div>
  </div>
)

const Changes = ({ changes }: { changes: readonly ReplyChange[] }) =>
  changes.length > 0 ? (
    <ul class="nhsuk-list nhsuk-list--bullet">
      {changes.map((change) => (
        <li>
          {change.title}. <strong>{stateOf(change)}</strong>
        </li>
      ))}
    </ul>
  ) : (
    <></>
  )

export function stateOf({ doneOn, droppedBecause, dueOn, owner }: ReplyChange): Html {
  if (doneOn) return <>Done on {formatDate(doneOn)}.</>
  if (droppedBecause) return <>Not going ahead: {droppedBecause}</>
  return (
    <>
      To be done by {formatDate(dueOn)} by {owner}.
    </>
  )
}

const Links = ({ links, about }: { links: readonly Link[]; about: string }) => (
  <>
    {links.map(({ text, href }) => (
      <p>
        <a href={href}>
          {text}
          <span class="nhsuk-u-visually-hidden">: {about}</span>
        </a>
      </p>
    ))}
  </>
)
