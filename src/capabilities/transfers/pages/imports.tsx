import { Button, Empty, FileUpload, formatMoment, Input, Links, Mistakes } from '#design'
import type { Form } from '#platform/forms.ts'
import { layouts } from '../brought-survey.ts'
import type { ImportInput } from '../forms.ts'
import { paths } from '../paths.ts'
import type { SurveyImport } from '../survey-import.ts'

interface Props {
  commissioner: string
  form: Form<ImportInput>
  imports: readonly SurveyImport[]
}

/** Bring in questions from another tool, and what came in before. */
export const ImportsPage = ({ commissioner, form, imports }: Props) => (
  <>
    <Mistakes errors={form.errors} />
    <h1 class="nhsuk-heading-l">Bring in questions from a file</h1>
    <p>You get a draft that nobody sees until you publish it, and a list of everything that could not be brought in.</p>
    <form method="post" action={paths.imports({ commissioner })} enctype="multipart/form-data" novalidate>
      <FileUpload
        id="file"
        name="file"
        label={{ text: 'File of questions', size: 's' }}
        hint="A LimeSurvey survey (.lss), Goldthread JSON, a Defra form (JSON), or an i.AI workbook (.xlsx). It can be up to 10 MB."
        attributes={{ accept: '.lss,.json,.xlsx' }}
        errorMessage={form.errors.file}
      />
      <Input
        id="title"
        name="title"
        label={{ text: 'Title (optional)', size: 's' }}
        hint="Leave this empty to keep the title in the file."
        value={form.values.title}
        errorMessage={form.errors.title}
      />
      <Button text="Bring in the questions" />
    </form>
    <h2 class="nhsuk-heading-m">Brought in before</h2>
    {imports.length === 0 ? (
      <Empty>Nothing yet. Choose a file above to begin.</Empty>
    ) : (
      <Links
        links={imports.map(({ id, report, layout, at }) => ({
          text: report.title,
          href: paths.import({ commissioner, id }),
          hint: `${layouts[layout]}, ${formatMoment(at)}. ${report.imported} of ${report.read} questions came in.`,
        }))}
      />
    )}
  </>
)
