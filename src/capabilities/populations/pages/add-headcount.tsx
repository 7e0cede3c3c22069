import { Button, DateField, FileUpload, Input, Mistakes, Textarea } from '#design'
import type { Body, Form } from '#platform/forms.ts'
import type { Baseline } from '../baseline.ts'
import type { HeadcountInput } from '../forms.ts'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  baseline: Baseline
  form: Form<HeadcountInput>
  typed: Body
}

const fewEnough = 25

/** Takes how many of some people are in each group. */
export const AddHeadcountPage = ({ commissioner, baseline, form: { values, errors }, typed }: Props) => {
  const begun = baseline.groups.length <= fewEnough ? `${baseline.groups.map(({ label }) => `${label}: `).join('\n')}\nNot stated: ` : ''
  return (
    <>
      <Mistakes errors={errors} ids={{ countedOn: 'countedOn-day' }} />
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{baseline.title}</span> Enter how many people are in each group
      </h1>
      <form method="post" action={paths.headcounts({ commissioner, baseline: baseline.id })} enctype="multipart/form-data" novalidate>
        <Input
          id="title"
          name="title"
          label={{ text: 'Who are these people?', size: 's' }}
          hint="For example: members of the citizens’ panel."
          value={values.title}
          errorMessage={errors.title}
        />
        <DateField name="countedOn" label="When were they counted?" values={typed} error={errors.countedOn} />
        <Textarea
          id="counts"
          name="counts"
          label={{ text: 'How many are in each group?', size: 's' }}
          hint="One group on each line: its name, a colon and the number. A line without a number is left out."
          rows={12}
          value={values.counts ?? begun}
          errorMessage={errors.counts ? { text: errors.counts } : undefined}
        />
        <FileUpload
          id="file"
          name="file"
          label={{ text: 'Or a file of the same (optional)', size: 's' }}
          hint="CSV or Excel (.xlsx), with a column for the group and one for the number. It is used in place of what is typed above."
        />
        <Button text="Save" preventDoubleClick />
      </form>
    </>
  )
}
