import type { ContactPromise } from '#capabilities/surveys'
import { DateInLondon, Panel } from '#design'
import { type Consultation, isClosed } from '../consultation.ts'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  consultation: Consultation
  code: string
  saidOn: string
  promise: ContactPromise
  today: string
}

/** That we have it, the number it goes by, and what happens next. */
export const ReceiptPage = ({ commissioner, consultation, code, saidOn, promise, today }: Props) => (
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
      Keep your receipt number, or print this page. We cannot send it to you again. If you want to ask us about your answers later, we need
      it to find them.
    </p>
    <h2 class="nhsuk-heading-m">What happens next</h2>
    <ol class="nhsuk-list nhsuk-list--number">
      <li>
        {isClosed(consultation, today) ? (
          'The consultation is closed.'
        ) : (
          <>
            People can answer until the end of <DateInLondon on={consultation.closesOn} />.
          </>
        )}
      </li>
      <li>We read everything that people tell us.</li>
      <li>
        We publish what we heard, what is decided, and why, on{' '}
        <a class="nhsuk-link" href={paths.show({ commissioner, slug: consultation.slug })}>
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
          <a class="nhsuk-link" href={paths.news({ commissioner })}>
            join our news list
          </a>
          . It is separate: nothing connects it to your answers.
        </p>
      </>
    ) : (
      <p>If you asked us to tell you what happens, we will email you.</p>
    )}
  </>
)
