import { type GivenAnswer, type Question, Questions, type SurveyVersion } from '#capabilities/surveys'
import { RecordingPlayer, recordingAddress, type Variant } from '#capabilities/variants'
import type { Sheet } from '../sheet.ts'

interface Props {
  commissioner: string
  version: SurveyVersion
  variant: Variant | null
  form: { values: Sheet['body']; errors: Sheet['errors'] }
  answers: readonly GivenAnswer[]
  questions: readonly Question[]
  isFirst: boolean
}

/** The questions of one page; where they are read out or signed, each with its recording before it. */
export const AskedQuestions = ({ commissioner, version, variant, form, answers, questions, isFirst }: Props) => (
  <>
    {isFirst && <Recording commissioner={commissioner} variant={variant} of={version.title} at="" />}
    {questions.map((question) => (
      <>
        <Recording commissioner={commissioner} variant={variant} of={question.text} at={question.key} />
        <Questions version={version} form={form} questions={[question]} answers={answers} commissioner={commissioner} />
      </>
    ))}
  </>
)

function Recording({ commissioner, variant, of, at }: { commissioner: string; variant: Variant | null; of: string; at: string }) {
  const file = variant?.recordings[at]
  if (!variant || !file || (variant.kind !== 'audio' && variant.kind !== 'bsl')) return null
  return <RecordingPlayer kind={variant.kind} of={of} src={recordingAddress({ commissioner, file })} />
}
