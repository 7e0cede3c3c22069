import { Button, Details, FileUpload, Input, Mistakes, Select, Textarea } from '#design'
import type { Form } from '#platform/forms.ts'
import { type BaselineInput, characteristicItems } from '../forms.ts'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  form: Form<BaselineInput & { file: string }>
}

/** Brings in a population from a file. */
export const AddBaselinePage = ({ commissioner, form: { values, errors } }: Props) => (
  <>
    <Mistakes errors={errors} />
    <h1 class="nhsuk-heading-l">Add a population</h1>
    <p>
      A population is how many people of each group live in an area, or are on the lists of practices. We hold those we heard from against
      it.
    </p>
    <Details summary="Which files can be read">
      <p>
        Two columns, “group” and “count”, and “value” for a code if there is one. Or one of these, with their columns as they are published:
      </p>
      <ul>
        <li>Census tables of ethnic group, religion, disability or sexual orientation, with a row for each area and group</li>
        <li>single years of age, or age and sex, with a row for each area</li>
        <li>small areas (LSOAs) by deprivation decile</li>
        <li>patients registered at GP practices, by age and sex</li>
      </ul>
    </Details>
    <form method="post" action={paths.list({ commissioner })} enctype="multipart/form-data" novalidate>
      <FileUpload
        id="file"
        name="file"
        label={{ text: 'The file', size: 's' }}
        hint="CSV or Excel (.xlsx), 10 MB or less. Larger files are brought in on the command line, with “import baseline”."
        errorMessage={errors.file}
      />
      <Textarea
        id="areas"
        name="areas"
        label={{ text: 'Which areas of the file (optional)', size: 's' }}
        hint="Their codes or names, one on each line, such as E09000016. Several are added up. Leave it empty for a file of one area."
        rows={3}
        value={values.areas}
        errorMessage={errors.areas ? { text: errors.areas } : undefined}
      />
      <Input
        id="areaName"
        name="areaName"
        label={{ text: 'What these areas are called together (optional)', size: 's' }}
        value={values.areaName}
        errorMessage={errors.areaName}
      />
      <Input
        id="boundary"
        name="boundary"
        label={{ text: 'The year of the boundaries you need (optional)', size: 's' }}
        hint="Areas are joined and split. A file of another year is refused."
        width={4}
        value={values.boundary}
        errorMessage={errors.boundary}
      />
      <Select
        id="characteristic"
        name="characteristic"
        label={{ text: 'What its groups are groups of', size: 's' }}
        value={values.characteristic}
        items={characteristicItems}
        errorMessage={errors.characteristic}
      />
      <Input
        id="source"
        name="source"
        label={{ text: 'Where the numbers are from', size: 's' }}
        hint="For example, Census 2021, Office for National Statistics."
        value={values.source}
        errorMessage={errors.source}
      />
      <Input
        id="dated"
        name="dated"
        label={{ text: 'The date they are of (optional)', size: 's' }}
        width={10}
        value={values.dated}
        errorMessage={errors.dated}
      />
      <Input
        id="title"
        name="title"
        label={{ text: 'What to call it (optional)', size: 's' }}
        value={values.title}
        errorMessage={errors.title}
      />
      <Button text="Add population" preventDoubleClick />
    </form>
  </>
)
