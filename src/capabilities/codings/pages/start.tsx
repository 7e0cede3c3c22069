import { commentsInWords, type Frame, framesPath, newFramePath } from '#capabilities/themes'
import { Button, Empty, Mistakes, Radios, Select } from '#design'
import type { Form } from '#platform/forms.ts'
import { type Batch, keyOf } from '../batch.ts'
import type { StartInput } from '../forms.ts'
import { paths } from '../paths.ts'
import { QueueChoice } from './queue-choice.tsx'

interface Props {
  commissioner: string
  batches: readonly Batch[]
  frames: readonly Frame[]
  form: Form<StartInput>
  mayCode: boolean
}

/** Choose what to code, and with which themes. */
export const StartPage = ({ commissioner, batches, frames, form, mayCode }: Props) => (
  <>
    <Mistakes errors={form.errors} />
    <h1 class="nhsuk-heading-l">Code comments</h1>
    <p>
      Coding says which themes people’s words are about. You read one comment at a time, code all of it or a part of it, and say when you
      are done with it.
    </p>
    {batches.length === 0 && (
      <Empty>There is nothing to code yet. Comments appear here when people answer a consultation, or when you import a file.</Empty>
    )}
    {frames.length === 0 && (
      <Empty begin={mayCode ? { text: 'Make a frame', href: newFramePath({ commissioner }) } : undefined}>
        There are no frames yet. You need a frame with themes before you can code.
      </Empty>
    )}
    {batches.length > 0 && frames.length > 0 && (
      <form method="get" action={paths.coding({ commissioner })} novalidate>
        <Radios
          idPrefix="batch"
          name="batch"
          fieldset={{ legend: { text: 'What do you want to code?', size: 's' } }}
          errorMessage={form.errors.batch}
          value={form.values.batch}
          items={batches.map((batch) => ({
            value: keyOf(batch),
            text: batch.title,
            hint: `${commentsInWords(batch.comments)}${batch.kind === 'source' ? ', imported' : ''}`,
          }))}
        />
        <Select
          id="frame"
          name="frame"
          label={{ text: 'Which frame?', size: 's' }}
          errorMessage={form.errors.frame}
          value={form.values.frame}
          items={[{ value: '', text: 'Choose a frame' }, ...frames.map(({ id, title }) => ({ value: id, text: title }))]}
        />
        <QueueChoice value={form.values.queue} />
        <Button text={mayCode ? 'Start coding' : 'Look at the coding'} />
      </form>
    )}
    <p>
      <a class="nhsuk-link" href={framesPath({ commissioner })}>
        Frames and their themes
      </a>
    </p>
  </>
)
