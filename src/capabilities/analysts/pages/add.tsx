import type { ComponentProps } from 'preact'
import { Button, Checkboxes, DateField, Input, InsetText, Mistakes, Select, Textarea } from '#design'
import type { Form } from '#platform/forms.ts'
import type { PackageInput } from '../forms.ts'
import { paths } from '../paths.ts'
import { Contents } from './contents.tsx'

interface Props {
  commissioner: string
  /** As it stands in an address. */
  of: string
  title: string
  contents: ComponentProps<typeof Contents>
  analysts: readonly { id: string; name: string }[]
  frames: readonly { id: string; title: string }[]
  documents: readonly { id: string; title: string }[]
  form: Form<PackageInput>
  chosen: readonly string[]
}

/** Make a package: all that goes into it is listed before it is made. */
export const AddPage = ({ commissioner, of, title, contents, analysts, frames, documents, form: { values, errors }, chosen }: Props) => (
  <>
    <Mistakes errors={errors} />
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">{title}</span> Make an analysis package
    </h1>
    <Contents {...contents} />
    <InsetText>
      <p>This is not anonymous. What people wrote can point to them. Have an agreement with the analyst before you make a package.</p>
    </InsetText>
    {analysts.length === 0 ? (
      <p>Nobody is an independent analyst here yet. An administrator adds them to the staff with that role.</p>
    ) : (
      <form method="post" action={`${paths.add({ commissioner })}?of=${of}`} novalidate>
        <Select
          id="analyst"
          name="analyst"
          label={{ text: 'Who analyses it?', size: 's' }}
          value={values.analyst}
          errorMessage={errors.analyst}
          items={[{ value: '', text: 'Choose' }, ...analysts.map(({ id, name }) => ({ value: id, text: name }))]}
        />
        <Input
          id="title"
          name="title"
          label={{ text: 'Name of the package', size: 's' }}
          value={values.title}
          errorMessage={errors.title}
        />
        <Textarea
          id="purpose"
          name="purpose"
          label={{ text: 'What is it for?', size: 's' }}
          rows={3}
          value={values.purpose}
          errorMessage={errors.purpose ? { text: errors.purpose } : undefined}
        />
        <Input
          id="agreement"
          name="agreement"
          label={{ text: 'Where is the agreement with them?', size: 's' }}
          hint="For example, contract C-2026-14."
          value={values.agreement}
          errorMessage={errors.agreement}
        />
        <DateField name="starts" label="First day of access" values={values} error={errors.starts} />
        <DateField name="ends" label="Last day of access" values={values} error={errors.ends} />
        <Select
          id="frame"
          name="frame"
          label={{ text: 'Which themes should they use? (optional)', size: 's' }}
          hint="Without a frame, what they return makes a new one."
          value={values.frame ?? undefined}
          items={[{ value: '', text: 'Themes of their own' }, ...frames.map((frame) => ({ value: frame.id, text: frame.title }))]}
        />
        {documents.length > 0 && (
          <Checkboxes
            name="documents"
            idPrefix="documents"
            fieldset={{ legend: { text: 'Which documents go with it? (optional)', size: 's' } }}
            values={[...chosen]}
            items={documents.map((one) => ({ value: one.id, text: one.title }))}
          />
        )}
        <Button text="Make the package" preventDoubleClick />
      </form>
    )}
  </>
)
