import { HelpNow } from '#capabilities/concerns'
import { type Consultation, isClosed, isOpen, nounOf } from '#capabilities/consultations'
import type { ContactPromise } from '#capabilities/surveys'
import { Button, DateInLondon, Facts, Panel, SafeWords } from '#design'
import { paths, showPath } from '../paths.ts'
import type { Told } from '../told.ts'

interface Props {
  commissioner: string
  consultation: Consultation
  code: string
  saidOn: string
  promise: ContactPromise
  /** What was answered, in words. */
  told: readonly Told[]
  today: string
}

/** That we have it, the number it goes by, what was said, and what happens next. */
export function ReceiptPage({ commissioner, consultation, code, saidOn, promise, told, today }: Props) {
  const address = { commissioner, slug: consultation.slug, code }
  return (
    <>
      <Panel heading={{ text: 'Thank you. We have your answers', level: 1 }}>
        Your receipt number
        <br />
        <strong>{code}</strong>
      </Panel>
      <p>
        You answered “{consultation.title}” on <DateInLondon on={saidOn} />.
      </p>
      <p>
        Keep your receipt number, or print this page. We cannot send it to you again. Anyone who has it can read your answers here. If other
        people use this device, close this page when you have finished.
      </p>
      <p>
        <a class="nhsuk-link" href={paths.copy(address)} download>
          Download your receipt and your answers (PDF)
        </a>
      </p>
      <h2 class="nhsuk-heading-m">What happens next</h2>
      <ol class="nhsuk-list nhsuk-list--number">
        <li>
          {isClosed(consultation, today) ? (
            `This ${nounOf(consultation.kind)} is closed.`
          ) : (
            <>
              People can answer until the end of <DateInLondon on={consultation.closesOn} />.
            </>
          )}
        </li>
        <li>We read everything that people tell us.</li>
        <li>
          We publish what we heard, what is decided, and why, on{' '}
          <a class="nhsuk-link" href={showPath(address)}>
            the page about “{consultation.title}”
          </a>
          .
        </li>
      </ol>
      {promise === 'anonymous' ? (
        <>
          <h2 class="nhsuk-heading-m">If you want to hear from us</h2>
          <p>
            We do not know who you are, so we cannot write to you about this. You can{' '}
            <a class="nhsuk-link" href={`/${commissioner}/news`}>
              join our news list
            </a>
            . It is separate: nothing connects it to your answers.
          </p>
        </>
      ) : (
        <p>If you asked us to tell you what happens, we will email you.</p>
      )}
      <h2 class="nhsuk-heading-m">What you told us</h2>
      <Facts facts={told.map(({ asked, said }) => ({ name: asked, value: <SafeWords words={said} /> }))} />
      <HelpNow />
      <h2 class="nhsuk-heading-m">If you change your mind</h2>
      {isOpen(consultation, today) ? (
        <>
          <p>
            Until midnight at the end of <DateInLondon on={consultation.closesOn} /> you can change your answers, or take them back. After
            that you cannot, because we have begun to count.
          </p>
          <div class="nhsuk-button-group">
            <Button variant="secondary" text="Change your answers" href={paths.change(address)} />
            <a class="nhsuk-link" href={paths.withdrawal(address)}>
              Take your answers back
            </a>
          </div>
        </>
      ) : (
        <p>This {nounOf(consultation.kind)} is not open any more, so you can no longer change your answers or take them back.</p>
      )}
    </>
  )
}
