import { type Consultation, nounOf } from '#capabilities/consultations'
import { DateInLondon, TypedBack, type TypedEntry } from '#design'
import { showPath } from '../paths.ts'

interface Props {
  commissioner: string
  consultation: Consultation
  today: string
  typed: readonly TypedEntry[]
}

export const notOpenTitle = ({ kind }: Pick<Consultation, 'kind'>) => `This ${nounOf(kind)} is not open`

/** Answers that came after closing, or before opening: refused, and all shown back. */
export const NotOpenPage = ({ commissioner, consultation, today, typed }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">{notOpenTitle(consultation)}</h1>
    <p>
      {consultation.closure ? (
        <>
          It closed early on <DateInLondon at={consultation.closure.at} />, before your answers reached us. Why it closed:{' '}
          {consultation.closure.reason}
        </>
      ) : (
        <>
          {today < consultation.opensOn ? 'You can answer' : 'You could answer'} from <DateInLondon on={consultation.opensOn} /> to midnight
          at the end of <DateInLondon on={consultation.closesOn} />.
        </>
      )}
    </p>
    <p>We are sorry. We did not keep your answers. What you typed is below, so that you can copy it.</p>
    <p>
      <a class="nhsuk-link" href={showPath({ commissioner, slug: consultation.slug })}>
        Read about “{consultation.title}”
      </a>
    </p>
    <TypedBack entries={typed} />
  </>
)
