import { Button, DateInLondon, Empty, formatDate, formatMoment, type Html, SafeWords, ThreadList, type ThreadStep } from '#design'
import type { Came, OwnConsent, OwnRecord, OwnResponse, OwnWords } from '../own-thread.ts'
import type { ReplyChange } from '../reply.ts'

interface Props {
  organisation: string
  record: OwnRecord
  withdrawal: (consentId: string) => string
  signOut: string
}

export const OwnRecordPage = ({ organisation, record, withdrawal, signOut }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">What you told us, and what came of it</h1>
    <p>Only you can see this page. It shows what {organisation} holds of what you said, what we did with it, and what you agreed to.</p>
    {record.responses.length === 0 && (
      <Empty>We hold nothing that you said under this address. What you sent without an address cannot be found from here.</Empty>
    )}
    {record.responses.map((response) => (
      <Response response={response} changes={record.changes} />
    ))}
    <Consents consents={record.consents} withdrawal={withdrawal} />
    <h2 class="nhsuk-heading-m">Who looked at your record</h2>
    {record.looks.length === 0 ? <p>None of our staff has opened your record.</p> : <Looks looks={record.looks} />}
    <form method="post" action={signOut}>
      <Button text="Sign out" variant="secondary" />
    </form>
  </>
)

const Response = ({ response, changes }: { response: OwnResponse; changes: readonly ReplyChange[] }) => (
  <section>
    <h2 class="nhsuk-heading-m">{response.consultation ?? 'Something you told us'}</h2>
    <p>You told us this on {formatDate(response.saidOn)}.</p>
    {response.contributions.length === 0 && (
      <p>There are no words or scores of yours to show here: you gave none, or we have put them aside.</p>
    )}
    {response.contributions.map((words) => (
      <Words own={words} response={response} changes={changes} />
    ))}
    {response.told.map(({ decision, madeAt, fate }) => (
      <p>
        {fate === 'sent' || fate === 'arrived' ? 'We emailed you about' : 'We have written an email to you about'} “{decision}” on{' '}
        <DateInLondon at={madeAt} />.
      </p>
    ))}
  </section>
)

const Words = ({ own, response, changes }: { own: OwnWords; response: OwnResponse; changes: readonly ReplyChange[] }) => (
  <>
    {own.question && <h3 class="nhsuk-heading-s">{own.question}</h3>}
    {own.words && (
      <blockquote class="gt-quote">
        <SafeWords words={own.words} />
      </blockquote>
    )}
    {own.words?.includes('█') && <p>We took some words out, such as a name. Where we did, it says “removed”.</p>}
    {own.score !== null && <p>Your score: {own.score}</p>}
    {own.came.length > 0 ? (
      <ThreadList steps={[stepsOf(own, response, changes)]} label="What came of your words" />
    ) : (
      <p>We have not said yet what came of this.</p>
    )}
  </>
)

function stepsOf(own: OwnWords, response: OwnResponse, changes: readonly ReplyChange[]): ThreadStep {
  const shown = new Set<string>()
  const findingsOf = (came: readonly Came[]): ThreadStep[] =>
    came.flatMap((one) => {
      const key = `${one.findingId} ${one.decisionId}`
      if (!one.findingId || !one.finding || shown.has(key)) return []
      shown.add(key)
      return [{ id: one.findingId, kind: 'finding', text: one.finding, next: [answerOf(one, response, changes)] }]
    })
  const themes = [...Map.groupBy(own.came, (one) => one.themeId)].map(
    ([id, came]): ThreadStep => ({ id, kind: 'theme', text: came[0]?.theme ?? '', next: findingsOf(came) }),
  )
  return { id: own.id, kind: 'contribution', text: 'Your words', current: true, next: themes }
}

const outcomes: Record<string, string> = { accepted: 'We accepted this', 'in part': 'We accepted part of this' }

function answerOf(
  { decisionId, decision, outcome, reason, findingId }: Came,
  { told }: OwnResponse,
  changes: readonly ReplyChange[],
): ThreadStep {
  const followed = changes.filter(
    (change) => change.decisionId === decisionId && (change.findingId === null || change.findingId === findingId),
  )
  return {
    id: decisionId ?? '',
    kind: 'decision',
    text: decision ?? '',
    note: `${outcomes[outcome ?? ''] ?? 'We did not accept this'}: ${reason}`,
    next: [
      ...followed.map((change): ThreadStep => ({ id: change.id, kind: 'change', text: change.title, note: stateOf(change) })),
      ...told
        .filter((notice) => notice.decisionId === decisionId)
        .map((notice): ThreadStep => ({ id: `told ${decisionId}`, kind: 'notice', text: 'You', note: formatMoment(notice.madeAt) })),
    ],
  }
}

function stateOf({ doneOn, droppedBecause, dueOn }: ReplyChange): string {
  if (doneOn) return `Done on ${formatDate(doneOn)}`
  return droppedBecause ? `Not going ahead: ${droppedBecause}` : `To be done by ${formatDate(dueOn)}`
}

const Consents = ({ consents, withdrawal }: { consents: readonly OwnConsent[]; withdrawal: Props['withdrawal'] }) => (
  <>
    <h2 class="nhsuk-heading-m">What you agreed to</h2>
    {consents.length === 0 && <p>You have not agreed to anything.</p>}
    {consents.map((consent) => (
      <Consent consent={consent} withdrawal={withdrawal} />
    ))}
  </>
)

const Consent = ({ consent, withdrawal }: { consent: OwnConsent; withdrawal: Props['withdrawal'] }): Html => (
  <>
    <p>
      “{consent.wording}” You agreed to this on <DateInLondon at={consent.agreedAt} />.
      {consent.withdrawnAt && (
        <>
          {' '}
          You changed your mind on <DateInLondon at={consent.withdrawnAt} />.
        </>
      )}
    </p>
    {!consent.withdrawnAt && (
      <form method="post" action={withdrawal(consent.id)}>
        <Button variant="secondary" preventDoubleClick>
          Change my mind
          <span class="nhsuk-u-visually-hidden">: {consent.wording}</span>
        </Button>
      </form>
    )}
  </>
)

const Looks = ({ looks }: { looks: OwnRecord['looks'] }) => (
  <ul class="nhsuk-list nhsuk-list--bullet">
    {looks.map(({ at, role }) => (
      <li>
        {role ? `A member of staff (${role})` : 'A member of staff'} opened it on <DateInLondon at={at} />
      </li>
    ))}
  </ul>
)
