import { Button, FileUpload, Input, Mistakes } from '#design'
import type { Form } from '#platform/forms.ts'
import type { PlanInput } from '../forms.ts'
import { paths } from '../paths.ts'

/** Bring in a frame from a spreadsheet. */
export const PlanUploadPage = ({ commissioner, form }: { commissioner: string; form: Form<PlanInput & { file: string }> }) => (
  <>
    <Mistakes errors={form.errors} />
    <h1 class="nhsuk-heading-l">Bring in a frame from a file</h1>
    <p>The file needs a row for each theme, below a row that says what each column is. These columns are read:</p>
    <ul class="nhsuk-list nhsuk-list--bullet">
      <li>“Theme” or “Category”, and “Sub-theme” or “Sub-category” if you have two levels</li>
      <li>“Parent”, with the name of the theme above, or “Number”, such as 2.1</li>
      <li>“Definition” or “Description”, “Includes”, “Excludes” and “Examples”</li>
    </ul>
    <p>You see what was read before anything is made. The file itself is not kept.</p>
    <form method="post" action={paths.plans({ commissioner })} enctype="multipart/form-data" novalidate>
      <FileUpload
        id="file"
        name="file"
        label={{ text: 'Spreadsheet', size: 's' }}
        hint="CSV or Excel workbook (.xlsx), up to 5 MB."
        attributes={{ accept: '.csv,.tsv,.txt,.xlsx' }}
        errorMessage={form.errors.file}
      />
      <Input
        id="title"
        name="title"
        label={{ text: 'Name of the frame (optional)', size: 's' }}
        hint="Leave this empty to use the name of the file."
        value={form.values.title}
        errorMessage={form.errors.title}
      />
      <Button text="Read the file" preventDoubleClick />
    </form>
  </>
)
