import { ConfirmForm } from '#design'
import type { Consent } from '../consent.ts'
import { paths } from '../paths.ts'

export const ConsentWithdrawalPage = ({
  commissioner,
  personId,
  consent,
}: {
  commissioner: string
  personId: string
  consent: Consent
}) => (
  <ConfirmForm
    question="Withdraw what they agreed to?"
    action={paths.consentWithdrawal({ commissioner, id: personId, consent: consent.id })}
    confirm="Withdraw"
    cancel={{ href: paths.person({ commissioner, id: personId }) }}
  >
    <p>They agreed: “{consent.wording}”</p>
    <p>Do this when they ask for it. It counts from the next page anyone opens. To agree again, they must be asked again.</p>
  </ConfirmForm>
)
