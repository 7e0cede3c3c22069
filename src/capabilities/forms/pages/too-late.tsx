import type { Consultation } from '#capabilities/consultations'
import { DateInLondon } from '#design'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  consultation: Consultation
  code: string
}

/** Answers stay as they are once nobody can answer any more. */
export const TooLatePage = ({ commissioner, consultation, code }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">You can no longer change your answers</h1>
    <p>
      {consultation.closure ? (
        <>
          “{consultation.title}” closed early on <DateInLondon at={consultation.closure.at} />. Why it closed: {consultation.closure.reason}
        </>
      ) : (
        <>
          “{consultation.title}” closed at midnight at the end of <DateInLondon on={consultation.closesOn} />.
        </>
      )}
    </p>
    <p>
      We have begun to count and to read what people told us, so answers can no longer be changed or taken back. Yours stay as you sent
      them.
    </p>
    <p>
      <a class="nhsuk-link" href={paths.receipt({ commissioner, slug: consultation.slug, code })}>
        Go back to your receipt
      </a>
    </p>
  </>
)
