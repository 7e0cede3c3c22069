import type { Weighing } from '#capabilities/calendars'
import { Button, Mistakes, Textarea } from '#design'
import type { Form } from '#platform/forms.ts'
import type { Consultation } from '../consultation.ts'
import { paths } from '../paths.ts'
import { type Section, sectionNames } from '../section.ts'
import { DecisionFields, InvolvementFields, MissingReasons, OptionFields, TimeFields, WaysFields } from './section-fields.tsx'

export type SectionForm = Form<Record<string, string>>

interface Props {
  commissioner: string
  consultation: Consultation
  section: Section
  form: SectionForm
  weighing: Weighing
  /** People have read it: what is different now needs a reason. */
  corrects: boolean
}

const dateIds = { decidesFrom: 'decidesFrom-day', feedbackDueOn: 'feedbackDueOn-day' }

/** One part of what a consultation sets out. */
export const SectionPage = ({ commissioner, consultation, section, form, weighing, corrects }: Props) => {
  const here = { commissioner, id: consultation.id }
  return (
    <>
      <Mistakes errors={form.errors} ids={dateIds} />
      <span class="nhsuk-caption-l">{consultation.title}</span>
      <h1 class="nhsuk-heading-l">{sectionNames[section]}</h1>
      <form method="post" action={paths.section({ ...here, section })} novalidate>
        {section === 'options' && <OptionFields form={form} />}
        {section === 'involvement' && <InvolvementFields form={form} />}
        {section === 'assessments' && <MissingReasons form={form} documents={paths.documents(here)} />}
        {section === 'time' && <TimeFields form={form} consultation={consultation} weighing={weighing} draft={paths.draft(here)} />}
        {section === 'decision' && <DecisionFields form={form} consultation={consultation} />}
        {section === 'ways' && <WaysFields form={form} />}
        {corrects && <CorrectionReason form={form} />}
        <div class="nhsuk-button-group">
          <Button text={corrects ? 'Publish the correction' : 'Save'} preventDoubleClick />
          <a class="nhsuk-link" href={paths.record(here)}>
            Cancel
          </a>
        </div>
      </form>
    </>
  )
}

export const CorrectionReason = ({ form }: { form: SectionForm }) => (
  <Textarea
    id="correction"
    name="correction"
    rows={3}
    label={{ text: 'Why are you correcting it?', size: 's' }}
    hint="Everyone will read this, with the date and with what it said before."
    value={form.values.correction}
    errorMessage={form.errors.correction}
  />
)
