import { type ContactPromise, promiseSentences } from '#capabilities/surveys'
import { Button, DateInLondon, type HintedLink, InsetText, Links } from '#design'
import { type Consultation, daysLeft, isClosed, isClosingSoon, isOpen, linesOf } from '../consultation.ts'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  consultation: Consultation
  promise: ContactPromise
  today: string
  /** What others have to show of it: what we heard, what was decided. */
  neighbours: readonly HintedLink[]
}

/** What we ask people about, and how they can answer. */
export function ConsultationPage({ commissioner, consultation, promise, today, neighbours }: Props) {
  const address = { commissioner, slug: consultation.slug }
  const open = isOpen(consultation, today)
  return (
    <>
      <h1 class="nhsuk-heading-l">{consultation.title}</h1>
      <When consultation={consultation} today={today} />
      {isClosed(consultation, today) && <WhatHappened neighbours={neighbours} />}
      <h2 class="nhsuk-heading-m">What it is about</h2>
      {consultation.summary.split(/\n\s*\n/).map((paragraph) => (
        <p>{paragraph}</p>
      ))}
      {open && <Button text="Have your say" href={paths.respond(address)} />}
      <h2 class="nhsuk-heading-m">What can change</h2>
      <Lines text={consultation.canChange} />
      <h2 class="nhsuk-heading-m">What cannot change</h2>
      <Lines text={consultation.cannotChange} />
      {consultation.decides && (
        <>
          <h2 class="nhsuk-heading-m">Who decides</h2>
          <p>{consultation.decides}</p>
        </>
      )}
      <h2 class="nhsuk-heading-m">Who can see what you say</h2>
      <p>{promiseSentences[promise]}</p>
      <p>We show your words to the public only if you tick a box to say that we may.</p>
      {open && (
        <>
          <h2 class="nhsuk-heading-m">How to take part</h2>
          <p>
            <a class="nhsuk-link" href={paths.respond(address)}>
              Answer the questions on this website
            </a>
            . You do not need an account. You can skip most questions.
          </p>
        </>
      )}
      {!isClosed(consultation, today) && neighbours.length > 0 && <WhatHappened neighbours={neighbours} />}
    </>
  )
}

function When({ consultation, today }: { consultation: Consultation; today: string }) {
  const { opensOn, closesOn, closure } = consultation
  if (closure)
    return (
      <InsetText>
        <p>
          This consultation closed early on <DateInLondon at={closure.at} />. You can no longer answer.
        </p>
        <p>Why it closed: {closure.reason}</p>
      </InsetText>
    )
  if (isClosed(consultation, today))
    return (
      <InsetText>
        <p>
          This consultation closed at the end of <DateInLondon on={closesOn} />. You can no longer answer.
        </p>
      </InsetText>
    )
  if (!isOpen(consultation, today))
    return (
      <InsetText>
        <p>
          You can answer from <DateInLondon on={opensOn} /> to the end of <DateInLondon on={closesOn} />.
        </p>
      </InsetText>
    )
  const left = daysLeft(consultation, today)
  return (
    <p class="nhsuk-lede-text">
      You can answer until midnight at the end of <DateInLondon on={closesOn} />.
      {isClosingSoon(consultation, today) && (
        <strong> {left === 0 ? 'That is today.' : left === 1 ? 'That is tomorrow.' : `That is in ${left} days.`}</strong>
      )}
    </p>
  )
}

const WhatHappened = ({ neighbours }: Pick<Props, 'neighbours'>) => (
  <>
    <h2 class="nhsuk-heading-m">What happened</h2>
    {neighbours.length === 0 ? (
      <p>We are reading what people told us. What we heard, and what is decided, will be on this page.</p>
    ) : (
      <Links links={neighbours} />
    )}
  </>
)

/** One line is a sentence; several are a list. */
function Lines({ text }: { text: string }) {
  const lines = linesOf(text)
  return lines.length === 1 ? (
    <p>{lines[0]}</p>
  ) : (
    <ul class="nhsuk-list nhsuk-list--bullet">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )
}
