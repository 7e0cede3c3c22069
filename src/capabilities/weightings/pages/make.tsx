import { Button, Checkboxes, Empty, Input, Mistakes, Radios } from '#design'
import type { Form } from '#platform/forms.ts'
import { limits, type WeightingInput } from '../forms.ts'
import { paths } from '../paths.ts'
import type { Margin } from '../weighting.ts'

interface Props {
  commissioner: string
  survey: { id: string; title: string }
  margins: readonly (Margin & { baselineTitle: string })[]
  /** Where it is seen who answered, and what each question is held against. */
  heard: string
  chosen: readonly string[]
  form: Form<WeightingInput>
}

/** Asks how a survey is to be weighted. */
export const MakePage = ({ commissioner, survey, margins, heard, chosen, form: { values, errors } }: Props) => (
  <>
    <Mistakes errors={errors} />
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">{survey.title}</span> Weight this survey
    </h1>
    {margins.length === 0 ? (
      <Empty begin={{ text: 'See who we heard from', href: heard }}>
        No question of this survey is held against a population yet, so there is nothing to weight it by.
      </Empty>
    ) : (
      <form method="post" action={paths.show({ commissioner, survey: survey.id })} novalidate>
        <Input
          id="title"
          name="title"
          label={{ text: 'What to call it', size: 's' }}
          hint="For example: by age and sex, to the Census 2021."
          value={values.title}
          errorMessage={errors.title}
        />
        <Checkboxes
          idPrefix="characteristics"
          name="characteristics"
          fieldset={{ legend: { text: 'What to weight by', size: 's' } }}
          hint="Each group of each needs somebody in it. Two or three that matter most are better than many."
          values={[...chosen]}
          errorMessage={errors.characteristics}
          items={margins.map(({ key, text, baselineTitle, bins }) => ({
            value: key,
            text,
            hint: { text: `In ${bins.length} groups, to ${baselineTitle}` },
          }))}
        />
        <p>
          <a class="nhsuk-link" href={heard}>
            See who is in each group, and join groups
          </a>
        </p>
        <Radios
          idPrefix="trim"
          name="trim"
          fieldset={{ legend: { text: 'The largest weight that one person may have', size: 's' } }}
          hint="A few people with large weights make a result unsure. With a limit, the groups may miss the population by a little."
          value={values.trim ?? '5'}
          errorMessage={errors.trim}
          items={Object.entries(limits).map(([value, text]) => ({ value, text }))}
        />
        <Radios
          idPrefix="unsaid"
          name="unsaid"
          fieldset={{ legend: { text: 'People who did not say which group they are in', size: 's' } }}
          value={values.unsaid ?? 'weight one'}
          errorMessage={errors.unsaid}
          items={[
            { value: 'weight one', text: 'Count as one each' },
            { value: 'left out', text: 'Leave them out of weighted figures' },
          ]}
        />
        <Button text="Weight this survey" preventDoubleClick />
      </form>
    )}
  </>
)
