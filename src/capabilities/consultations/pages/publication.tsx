import { ConfirmForm, DateInLondon } from '#design'
import type { Consultation } from '../consultation.ts'
import { paths } from '../paths.ts'

interface Props {
  consultation: Consultation
  today: string
  params: { commissioner: string; id: string }
}

export const PublicationPage = ({ consultation, today, params }: Props) => (
  <ConfirmForm
    question={`Publish “${consultation.title}”?`}
    action={paths.publication(params)}
    confirm="Publish consultation"
    cancel={{ href: paths.record(params) }}
  >
    <p>
      Everyone can read it at once.{' '}
      {consultation.opensOn <= today ? (
        'People can answer from now'
      ) : (
        <>
          People can answer from <DateInLondon on={consultation.opensOn} />
        </>
      )}{' '}
      to midnight at the end of <DateInLondon on={consultation.closesOn} />. After this, its words change only by a correction that everyone
      can see.
    </p>
  </ConfirmForm>
)
