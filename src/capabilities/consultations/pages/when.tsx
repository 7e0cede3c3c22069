import { DateInLondon, InsetText } from '#design'
import { type Consultation, daysLeft, isClosed, isClosingSoon, isOpen } from '../consultation.ts'
import { nounOf } from '../proposal.ts'

/** When people can answer, could, or will be able to. */
export function When({ consultation, today }: { consultation: Consultation; today: string }) {
  const { opensOn, closesOn, closure, kind } = consultation
  if (closure)
    return (
      <InsetText>
        <p>
          This {nounOf(kind)} closed early on <DateInLondon at={closure.at} />. You can no longer answer.
        </p>
        <p>Why it closed: {closure.reason}</p>
      </InsetText>
    )
  if (isClosed(consultation, today))
    return (
      <InsetText>
        <p>
          This {nounOf(kind)} closed at the end of <DateInLondon on={closesOn} />. You can no longer answer.
        </p>
      </InsetText>
    )
  if (!isOpen(consultation, today))
    return (
      <InsetText>
        <p>
          Coming soon. You can answer from <DateInLondon on={opensOn} /> to the end of <DateInLondon on={closesOn} />.
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

export const Until = ({ consultation }: { consultation: Consultation }) => (
  <p>
    The last day to answer is <DateInLondon on={consultation.closesOn} />, whichever way you choose.
  </p>
)
