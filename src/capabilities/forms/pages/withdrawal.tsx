import { type Consultation, nounOf } from '#capabilities/consultations'
import { ConfirmForm } from '#design'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  consultation: Consultation
  code: string
}

/** Asks once before answers are taken back. */
export const WithdrawalPage = ({ commissioner, consultation, code }: Props) => {
  const address = { commissioner, slug: consultation.slug, code }
  return (
    <ConfirmForm
      question="Take your answers back?"
      action={paths.withdrawal(address)}
      confirm="Take my answers back"
      cancel={{ href: paths.receipt(address), text: 'Keep my answers' }}
    >
      <p>
        We stop counting your answers to “{consultation.title}”. Nobody will read them, and we show none of your words. If you asked us to
        tell you what happens, we will not.
      </p>
      <p>
        You cannot undo this.{' '}
        {consultation.answering === 'anyone'
          ? `You can answer again until this ${nounOf(consultation.kind)} closes.`
          : 'Each person can answer once, so you cannot answer again. To say something else instead, change your answers.'}
      </p>
    </ConfirmForm>
  )
}
