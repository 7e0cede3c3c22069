import type { Batch } from '#capabilities/codings'
import type { Frame } from '#capabilities/themes'
import { Button, Checkboxes, Input, Mistakes, Radios } from '#design'
import type { Form } from '#platform/forms.ts'
import type { RoundInput } from '../forms.ts'
import { paths } from '../paths.ts'
import { drawnFromWords, fewestComments, mostComments } from '../round.ts'
import { BatchAndFrame } from './batch-and-frame.tsx'

interface Props {
  commissioner: string
  batches: readonly Batch[]
  frames: readonly Frame[]
  staff: readonly { id: string; name: string }[]
  form: Form<RoundInput>
  /** The people ticked. */
  coders: readonly string[]
}

export const NewRoundPage = ({ commissioner, batches, frames, staff, form, coders }: Props) => (
  <>
    <Mistakes errors={form.errors} />
    <h1 class="nhsuk-heading-l">Begin a round</h1>
    <p>
      Comments are drawn by chance, each text once. The people you choose code all of them. Until the round is closed, nobody sees what
      anybody else codes in these comments, and no suggestions are shown.
    </p>
    {staff.length < 2 && <p>A round needs two people who may code: analysts, engagement leads or administrators.</p>}
    <form method="post" action={paths.rounds({ commissioner })} novalidate>
      <BatchAndFrame batches={batches} frames={frames} form={form} question="What do you want to draw from?" />
      <Radios
        idPrefix="from"
        name="from"
        fieldset={{ legend: { text: 'Which comments?', size: 's' } }}
        errorMessage={form.errors.from}
        value={form.values.from}
        items={[
          { value: 'uncoded', text: drawnFromWords.uncoded, hint: 'Nobody has seen what others made of them.' },
          {
            value: 'any',
            text: drawnFromWords.any,
            hint: 'Stands for all comments. People may have seen before what somebody made of one, and the report says so.',
          },
        ]}
      />
      <Input
        id="size"
        name="size"
        label={{ text: 'How many comments?', size: 's' }}
        hint={`From ${fewestComments} to ${mostComments.toLocaleString('en-GB')}. With 200, a theme that is in one comment in ten can be measured.`}
        inputmode="numeric"
        classes="nhsuk-input--width-5"
        value={form.values.size}
        errorMessage={form.errors.size}
      />
      <Checkboxes
        idPrefix="coders"
        name="coders"
        fieldset={{ legend: { text: 'Who codes them?', size: 's' } }}
        hint="Choose two people or more. Leave out one who can settle what they differ about."
        errorMessage={form.errors.coders}
        values={[...coders]}
        items={staff.map(({ id, name }) => ({ value: id, text: name }))}
      />
      <Button text="Draw the comments" preventDoubleClick />
    </form>
  </>
)
