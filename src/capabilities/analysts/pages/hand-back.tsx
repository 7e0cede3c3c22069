import { Button, Checkboxes, FileUpload, Mistakes } from '#design'
import type { Package } from '../package.ts'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  pack: Package
  errors: { codings?: string; report?: string }
  /** What is wrong in the file, each with its place. */
  mistakes: readonly string[]
  /** Themes in the file that the frame does not have. */
  newThemes: readonly string[]
  add: boolean
}

const most = 50

/** An analyst returns what they found: everything is checked before anything is kept. */
export const HandBackPage = ({ commissioner, pack, errors, mistakes, newThemes, add }: Props) => (
  <>
    <Mistakes errors={errors} />
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">{pack.title}</span> Return what you found
    </h1>
    {mistakes.length > 0 && (
      <>
        <h2 class="nhsuk-heading-m">What is wrong in the file</h2>
        <ul class="nhsuk-list nhsuk-list--bullet">
          {mistakes.slice(0, most).map((one) => (
            <li>{one}</li>
          ))}
        </ul>
        {mistakes.length > most && <p>And {(mistakes.length - most).toLocaleString('en-GB')} more.</p>}
      </>
    )}
    <p>The whole file is checked first. If anything in it is wrong, nothing is kept and you see which row.</p>
    <form method="post" action={paths.handBack({ commissioner, id: pack.id })} enctype="multipart/form-data" novalidate>
      <FileUpload
        id="codings"
        name="codings"
        label={{ text: 'Your codings', size: 's' }}
        hint="CSV with the columns response, question, theme, and if you want start, end and sentiment. Or a zip of i.AI Consult. Up to 20 MB."
        attributes={{ accept: '.csv,.tsv,.txt,.zip' }}
        errorMessage={errors.codings}
      />
      {newThemes.length > 0 && (
        <Checkboxes
          name="add"
          idPrefix="add"
          fieldset={{ legend: { text: 'These themes are not in the frame', size: 's' } }}
          hint={newThemes.slice(0, most).join('; ')}
          items={[{ value: 'yes', text: 'They are new. Add them if the return is accepted', checked: add }]}
        />
      )}
      <FileUpload
        id="report"
        name="report"
        label={{ text: 'Your report (optional)', size: 's' }}
        hint="PDF or Word (.docx), up to 25 MB."
        attributes={{ accept: '.pdf,.docx' }}
        errorMessage={errors.report}
      />
      <Button text="Return it" preventDoubleClick />
    </form>
  </>
)
