import { Button, Links, Mistakes, Textarea } from '#design'
import type { Consultation } from '../consultation.ts'
import { paths } from '../paths.ts'
import { correctableSections, sectionNames } from '../section.ts'
import { CorrectionReason, type SectionForm } from './section.tsx'

interface Props {
  commissioner: string
  consultation: Consultation
  form: SectionForm
}

const parts = [
  { name: 'summary', label: 'What it is about', rows: 8 },
  { name: 'canChange', label: 'What can change', rows: 5 },
  { name: 'cannotChange', label: 'What cannot change', rows: 4 },
  { name: 'decides', label: 'Who decides', rows: 2 },
  { name: 'otherWays', label: 'Other ways to answer', rows: 4 },
  { name: 'feedbackHow', label: 'How you will tell people what came of it', rows: 3 },
]

/** The words of a published page, to be put right for a reason that everyone reads. */
export const CorrectionPage = ({ commissioner, consultation, form }: Props) => {
  const here = { commissioner, id: consultation.id }
  return (
    <>
      <Mistakes errors={form.errors} />
      <span class="nhsuk-caption-l">{consultation.title}</span>
      <h1 class="nhsuk-heading-l">Correct what it says</h1>
      <p>
        People may have read this and answered. The page will say what was corrected, when and why, with what it said before. Dates change
        only by giving more time or closing early.
      </p>
      <form method="post" action={paths.correction(here)} novalidate>
        {parts.map(({ name, label, rows }) => (
          <Textarea
            id={name}
            name={name}
            rows={rows}
            label={{ text: label, size: 's' }}
            value={form.values[name]}
            errorMessage={form.errors[name]}
          />
        ))}
        <CorrectionReason form={form} />
        <div class="nhsuk-button-group">
          <Button text="Publish the correction" preventDoubleClick />
          <a class="nhsuk-link" href={paths.record(here)}>
            Cancel
          </a>
        </div>
      </form>
      <Links
        heading="Correct something else"
        links={correctableSections.map((section) => ({ text: sectionNames[section], href: paths.section({ ...here, section }) }))}
      />
    </>
  )
}
