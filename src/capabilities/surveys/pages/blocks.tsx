import { Button, Input, Mistakes, Select } from '#design'
import type { Form } from '#platform/forms.ts'
import type { Block } from '../block.ts'
import type { SavedBlockInput } from '../forms.ts'
import { paths } from '../paths.ts'
import type { Question } from '../question.ts'

interface Props {
  here: { commissioner: string; id: string }
  questions: readonly Question[]
  blocks: readonly Block[]
  form: Form<SavedBlockInput>
}

/** Questions that were put together once, to be asked here too; and a way to put some of these together. */
export const BlocksPage = ({ here, questions, blocks, form: { values, errors } }: Props) => (
  <>
    <Mistakes errors={errors} />
    <h1 class="nhsuk-heading-l">Questions that belong together</h1>
    <p>They are added after the other questions, all at once. You can move them, and take them out again all at once.</p>
    <ul class="gt-questions">
      {blocks.map((block) => (
        <li class="gt-questions__question">
          <h2 class="nhsuk-heading-s">{block.title}</h2>
          <ul class="nhsuk-list nhsuk-list--bullet">
            {block.questions.map(({ text }) => (
              <li>{text}</li>
            ))}
          </ul>
          <div class="gt-questions__acts">
            {questions.some((question) => question.block === block.id) ? (
              <p>They are among your questions.</p>
            ) : (
              <form method="post" action={paths.blocks(here)}>
                <input type="hidden" name="block" value={block.id} />
                <Button variant="secondary" small>
                  Add these questions<span class="nhsuk-u-visually-hidden">: {block.title}</span>
                </Button>
              </form>
            )}
            {block.isSaved && (
              <a class="nhsuk-link" href={paths.blockRetirement({ ...here, block: block.id })}>
                Stop offering them<span class="nhsuk-u-visually-hidden">: {block.title}</span>
              </a>
            )}
          </div>
        </li>
      ))}
    </ul>
    {questions.length > 0 && (
      <form method="post" action={paths.savedBlocks(here)} novalidate>
        <h2 class="nhsuk-heading-m">Save some of your questions for other surveys</h2>
        <Chosen id="from" label="From this question" questions={questions} value={values.from} error={errors.from} />
        <Chosen id="to" label="To this question" questions={questions} value={values.to} error={errors.to} />
        <Input
          id="name"
          name="name"
          label={{ text: 'What they are about', size: 's' }}
          hint="Your colleagues find them by this, as in “Getting to the clinic”."
          value={values.name}
          errorMessage={errors.name}
        />
        <Button text="Save these questions" preventDoubleClick />
      </form>
    )}
  </>
)

interface ChosenProps {
  id: string
  label: string
  questions: readonly Question[]
  value: string | undefined
  error: string | undefined
}

const Chosen = ({ id, label, questions, value, error }: ChosenProps) => (
  <Select
    id={id}
    name={id}
    label={{ text: label, size: 's' }}
    value={value}
    errorMessage={error}
    items={questions.map(({ key, text }, at) => ({ value: key, text: `${at + 1}. ${text}` }))}
  />
)
