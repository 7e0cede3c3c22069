import { Charts, surveyResultsPath } from '#capabilities/results'
import { ConfirmForm } from '#design'
import type { PublishedTables } from '../fixed-table.ts'
import { paths } from '../paths.ts'
import { PublicBeside } from './beside.tsx'

interface Props {
  commissioner: string
  survey: string
  title: string
  tables: PublishedTables
}

/** Asks once, and shows what everyone will see. */
export const PublicationPage = ({ commissioner, survey, title, tables }: Props) => (
  <>
    <ConfirmForm
      question={`Publish the results of “${title}”?`}
      action={paths.publication({ commissioner, survey })}
      confirm="Publish results"
      cancel={{ href: surveyResultsPath({ commissioner, survey }) }}
    >
      <p>
        Everyone can read them from now on. The figures stay as they are today: comments that are coded later do not change them, and they
        cannot be published again.
      </p>
      <p>
        Small numbers are hidden, and so are others from which a small one could be worked out. The findings from this consultation, with
        their quotes, show beside the figures.
      </p>
    </ConfirmForm>
    <h2 class="nhsuk-heading-l">What everyone will see</h2>
    <Charts tables={tables} />
    {tables.beside && <PublicBeside beside={tables.beside} />}
  </>
)
