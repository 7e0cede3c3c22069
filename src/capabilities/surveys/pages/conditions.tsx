import { Button, Checkboxes, Empty, Mistakes, Radios, Select } from '#design'
import type { Form } from '#platform/forms.ts'
import { conditionWords } from '../condition.ts'
import { conditionKinds } from '../forms.ts'
import { paths } from '../paths.ts'
import type { Question } from '../question.ts'
import { typeOf } from '../questions/registry.ts'
import type { SurveyVersion } from '../survey.ts'

interface Props {
  here: { commissioner: string; id: string; key: string }
  survey: SurveyVersion
  question: Question
  /** The questions on earlier pages, whose answers are known by then. */
  earlier: readonly Question[]
  /** The one whose answer is being chosen. */
  chosen?: Question | undefined
  form: Form<{ is: string; values: string }>
  ticked: readonly string[]
}

/** Who is asked a question: everyone, or those whose earlier answers are so. */
export const ConditionsPage = ({ here, survey, question, earlier, chosen, form, ticked }: Props) => {
  const conditions = question.asked?.of ?? []
  return (
    <>
      <Mistakes errors={form.errors} />
      <h1 class="nhsuk-heading-l">Who is asked “{question.text}”</h1>
      {conditions.length === 0 ? <p>Everyone is asked.</p> : <Conditions here={here} survey={survey} question={question} />}
      {chosen ? (
        <NewCondition here={here} chosen={chosen} form={form} ticked={ticked} />
      ) : earlier.length > 0 ? (
        <form method="get" action={paths.conditions(here)}>
          <Select
            id="question"
            name="question"
            label={{
              text: conditions.length > 0 ? 'Add another condition on the answer to' : 'Ask it only because of the answer to',
              size: 's',
            }}
            items={earlier.map(({ key, text }) => ({ value: key, text }))}
          />
          <Button text="Choose the answers" variant="secondary" />
        </form>
      ) : (
        <Empty>
          Nothing is asked on an earlier page, so there is no answer to go by yet. <a href={paths.pageStart(here)}>Start a new page here</a>{' '}
          first.
        </Empty>
      )}
    </>
  )
}

const Conditions = ({ here, survey, question }: Pick<Props, 'here' | 'survey' | 'question'>) => {
  const { when, of } = question.asked ?? { when: 'all' as const, of: [] }
  return (
    <>
      <p>
        {of.length === 1
          ? 'It is asked only if:'
          : when === 'all'
            ? 'It is asked only if all of these are so:'
            : 'It is asked if any of these is so:'}
      </p>
      <ul class="gt-questions">
        {of.map((condition, at) => (
          <li class="gt-questions__question">
            <p>{conditionWords(condition, survey)}</p>
            <form method="post" action={paths.conditionRemoval(here)}>
              <input type="hidden" name="at" value={at} />
              <Button variant="secondary" small>
                Remove<span class="nhsuk-u-visually-hidden"> this condition: {conditionWords(condition, survey)}</span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
      {of.length > 1 && (
        <form method="post" action={paths.joining(here)}>
          <Radios
            name="when"
            idPrefix="when"
            fieldset={{ legend: { text: 'How many must be so?', size: 's' } }}
            value={when}
            items={[
              { value: 'all', text: 'All of them' },
              { value: 'any', text: 'Any one of them' },
            ]}
          />
          <Button text="Save" variant="secondary" />
        </form>
      )}
    </>
  )
}

const NewCondition = ({ here, chosen, form, ticked }: { here: Props['here']; chosen: Question } & Pick<Props, 'form' | 'ticked'>) => {
  const choices = typeOf(chosen).choices(chosen)
  const kinds = Object.entries(conditionKinds).filter(([kind]) => choices.length > 0 || kind.endsWith('answered'))
  return (
    <form method="post" action={paths.conditions(here)} novalidate>
      <input type="hidden" name="question" value={chosen.key} />
      <Radios
        name="is"
        idPrefix="is"
        fieldset={{ legend: { text: `Ask it if the answer to “${chosen.text}”…`, size: 'm' } }}
        errorMessage={form.errors.is}
        value={form.values.is ?? kinds[0]?.[0]}
        items={kinds.map(([value, text]) => ({ value, text: `…${text}` }))}
      />
      {choices.length > 0 && (
        <Checkboxes
          name="values"
          idPrefix="values"
          fieldset={{ legend: { text: 'Answers', size: 's' } }}
          hint="Leave these empty if any answer, or none, will do."
          errorMessage={form.errors.values}
          values={[...ticked]}
          items={choices.map(({ value, label }) => ({ value, text: label }))}
        />
      )}
      <Button text="Add this condition" preventDoubleClick />
    </form>
  )
}
