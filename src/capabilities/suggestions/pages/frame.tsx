import { type Batch, keyOf } from '#capabilities/codings'
import { commentsInWords, type Frame, type Theme } from '#capabilities/themes'
import { Button, Checkboxes, DateInLondon, Facts, type Happening, History, InsetText, Mistakes } from '#design'
import type { Form } from '#platform/forms.ts'
import { enough } from '../due.ts'
import type { BatchesInput } from '../forms.ts'
import type { SuggestedCounts } from '../kept-suggestion.ts'
import type { LearningProgress } from '../learning-progress.ts'
import type { Model } from '../model.ts'
import { paths } from '../paths.ts'
import { ProgressLine } from './progress-line.tsx'
import { TestedSection } from './tested-section.tsx'

interface Props {
  commissioner: string
  frame: Frame
  form: Form<BatchesInput>
  now: Date
  themes: readonly (Theme & { fullName: string })[]
  model: Model | null
  progress: LearningProgress | null
  /** Comments that people decided about, and that may be learned from; counted where nothing was learned yet. */
  decided: number
  suggested: SuggestedCounts
  /** How many themes may be missing. */
  proposals: number
  /** Everything with words, and the keys of where this frame is in use. */
  batches: readonly Batch[]
  used: ReadonlySet<string>
  mayAsk: boolean
  happenings: readonly Happening[]
}

/** What a machine learned from the coding with a frame, how good it is, and where it suggests. */
export function FramePage({
  commissioner,
  frame,
  form,
  now,
  themes,
  model,
  progress,
  decided,
  suggested,
  proposals,
  batches,
  used,
  mayAsk,
  happenings,
}: Props) {
  const here = { commissioner, frame: frame.id }
  return (
    <>
      <Mistakes errors={form.errors} />
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{frame.title}</span> Suggestions
      </h1>
      <p>
        While people code, a machine learns from what they decide, and suggests themes for the comments that are left. It never decides. A
        suggestion is not a coding: it is not counted in any result, and the public never sees it.
      </p>
      <p>All of this happens on this computer. Nobody’s words are sent anywhere.</p>
      {progress && <ProgressLine progress={progress} now={now} />}
      <Facts facts={factsOf({ model, decided, suggested })} />
      {mayAsk && (
        <form method="post" action={paths.learnings(here)}>
          <Button variant="secondary" text={model ? 'Learn again now' : 'Learn now'} preventDoubleClick />
        </form>
      )}
      <p>
        <a class="nhsuk-link" href={paths.proposals(here)}>
          {proposals === 0 ? 'Themes that may be missing: none found' : `Themes that may be missing: ${proposals}`}
        </a>
      </p>
      <TestedSection model={model} themes={themes} />
      <Where {...here} batches={batches} used={used} form={form} mayAsk={mayAsk} />
      <History happenings={happenings} />
    </>
  )
}

function factsOf({ model, decided, suggested }: Pick<Props, 'model' | 'decided' | 'suggested'>) {
  if (!model)
    return [
      { name: 'Learned', value: 'Not yet. It learns by itself when somebody codes with this frame, or asks for suggestions below.' },
      { name: 'Decided by people', value: commentsInWords(decided) },
    ]
  return [
    {
      name: 'Learned',
      value: (
        <>
          <DateInLondon at={model.learnedAt} />, from version {model.frameVersion} of the frame
        </>
      ),
    },
    {
      name: 'Learned from',
      value:
        model.comments < enough
          ? `What the themes are called and mean, and ${commentsInWords(model.comments)} that people coded`
          : `${commentsInWords(model.comments)} that people coded`,
    },
    {
      name: 'Suggestions made',
      value: `For ${commentsInWords(suggested.comments)} that nobody has decided about; a theme is offered for ${suggested.offered.toLocaleString('en-GB')} of them`,
    },
    suggested.sets > 0 && {
      name: 'Nearly the same words',
      value: `${commentsInWords(suggested.alike)} in ${suggested.sets.toLocaleString('en-GB')} sets, each of which can be coded once`,
    },
  ]
}

const Where = ({
  commissioner,
  frame,
  batches,
  used,
  form,
  mayAsk,
}: { commissioner: string; frame: string } & Pick<Props, 'batches' | 'used' | 'form' | 'mayAsk'>) => {
  const [there, elsewhere] = [batches.filter((batch) => used.has(keyOf(batch))), batches.filter((batch) => !used.has(keyOf(batch)))]
  return (
    <>
      <h2 class="nhsuk-heading-m" id="where">
        Where it suggests
      </h2>
      {there.length === 0 ? (
        <InsetText text="Nowhere yet. Suggestions begin where somebody codes with this frame." />
      ) : (
        <ul class="nhsuk-list nhsuk-list--bullet">
          {there.map(({ title }) => (
            <li>{title}</li>
          ))}
        </ul>
      )}
      {mayAsk && elsewhere.length > 0 && (
        <form method="post" action={paths.batches({ commissioner, frame })} novalidate>
          <Checkboxes
            idPrefix="batch"
            name="batch"
            small
            fieldset={{ legend: { text: 'Suggest for more comments', size: 's' } }}
            errorMessage={form.errors.batch}
            values={form.values.batch ? [form.values.batch] : []}
            items={elsewhere.map((batch) => ({ value: keyOf(batch), text: batch.title, hint: commentsInWords(batch.comments) }))}
          />
          <Button variant="secondary" text="Suggest themes for these" preventDoubleClick />
        </form>
      )}
    </>
  )
}
