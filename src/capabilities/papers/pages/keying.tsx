import type { Consultation } from '#capabilities/consultations'
import { ContactQuestions } from '#capabilities/forms'
import { Questions, type SurveyVersion } from '#capabilities/surveys'
import { Button, DateField, Input, Mistakes } from '#design'
import type { Body } from '#platform/forms.ts'
import { onPaper } from '../paper-form.ts'
import { paths } from '../paths.ts'

interface Props {
  here: { commissioner: string; id: string }
  consultation: Consultation
  version: SurveyVersion
  form: { values: Body; errors: Readonly<Record<string, string | undefined>> }
  /** How many forms this person typed today. */
  today: number
}

/** One form to type: everything on one page, and the serial number first. */
export const KeyingPage = ({ here, consultation, version, form, today }: Props) => (
  <>
    <Mistakes errors={form.errors} />
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">{consultation.title}</span> Type a form
    </h1>
    <p>
      Type what stands on the paper, and leave empty what is empty. Press a digit to choose that answer, Tab for the next question, Control
      and Enter to save. {today > 0 && `You typed ${today === 1 ? '1 form' : `${today} forms`} today.`}
    </p>
    <form class="gt-keying" method="post" action={paths.keying(here)} novalidate autocomplete="off">
      <Serial form={form} here={here} />
      <DateField
        name="receivedOn"
        label="Which day did it come?"
        values={form.values}
        error={form.errors.receivedOn}
        hint="For example, 27 3 2026. It stays for the next form."
      />
      <TypedQuestions here={here} consultation={consultation} version={version} form={form} />
      <Button text="Save, and type the next form" preventDoubleClick />
    </form>
  </>
)

const Serial = ({ form, here }: Pick<Props, 'form' | 'here'>) => (
  <>
    <Input
      id="serial"
      name="serial"
      label={{ text: 'Serial number', size: 's' }}
      hint="It stands at the top of the form, like 4KB2-7QX. Capitals and hyphens do not matter."
      width={10}
      value={[form.values.serial ?? ''].flat().at(-1)}
      errorMessage={form.errors.serial}
      attributes={{ autofocus: true, spellcheck: 'false' }}
    />
    <p>
      A form without a number, or a copy of one that is typed already?{' '}
      <button class="gt-link-button" type="submit" formaction={paths.list(here)} formnovalidate>
        Get a new number
      </button>{' '}
      and write it on the paper.
    </p>
  </>
)

/** Everything that can stand on a form. */
export const TypedQuestions = ({ here, consultation, version, form }: Omit<Props, 'today'>) => (
  <>
    <Questions version={onPaper(version)} form={form} commissioner={here.commissioner} />
    <ContactQuestions promise={version.promise} places={consultation.places} form={form} />
  </>
)
