import { type Batch, keyOf } from '#capabilities/codings'
import { commentsInWords, type Frame } from '#capabilities/themes'
import { Select } from '#design'
import type { Form } from '#platform/forms.ts'

interface Props {
  batches: readonly Batch[]
  frames: readonly Frame[]
  form: Form<{ batch: unknown; frame: unknown }>
  /** What the batch is chosen for: 'What do you want to draw from?' */
  question: string
}

/** What was coded, and with which themes. */
export const BatchAndFrame = ({ batches, frames, form: { values, errors }, question }: Props) => (
  <>
    <Select
      id="batch"
      name="batch"
      label={{ text: question, size: 's' }}
      errorMessage={errors.batch}
      value={values.batch}
      items={[
        { value: '', text: 'Choose comments' },
        ...batches.map((batch) => ({ value: keyOf(batch), text: `${batch.title} (${commentsInWords(batch.comments)})` })),
      ]}
    />
    <Select
      id="frame"
      name="frame"
      label={{ text: 'Which frame?', size: 's' }}
      errorMessage={errors.frame}
      value={values.frame}
      items={[{ value: '', text: 'Choose a frame' }, ...frames.map(({ id, title }) => ({ value: id, text: title }))]}
    />
  </>
)
