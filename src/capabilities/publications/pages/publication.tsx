import { PublishedRepresentation } from '#capabilities/populations'
import { Charts, surveyResultsPath } from '#capabilities/results'
import { Button, Checkboxes, Mistakes, Radios } from '#design'
import type { Offered } from '../cross-choice.ts'
import type { PublishedTables } from '../fixed-table.ts'
import { licences, type PublishingInput } from '../forms.ts'
import { paths } from '../paths.ts'
import { PublicBeside } from './beside.tsx'
import { Crosses } from './crosses.tsx'

interface Props {
  commissioner: string
  survey: string
  title: string
  offered: Offered
  chosen: PublishingInput
  /** What everyone would see; null where what was chosen cannot be published. */
  tables: PublishedTables | null
  errors: { rows?: string; licence?: string }
}

/** Asks what to publish, shows exactly what everyone will see, and asks once more. */
export const PublicationPage = ({ commissioner, survey, title, offered, chosen, tables, errors }: Props) => (
  <>
    <Mistakes errors={errors} />
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">{title}</span> Publish the results
    </h1>
    <form method="get" action={paths.publication({ commissioner, survey })} class="gt-not-printed">
      <h2 class="nhsuk-heading-m">Side by side</h2>
      <p>
        Every question and theme is published on its own. Choose what to show for different groups too. Choose it now: tables that came
        later could be subtracted from these, so there can be none.
      </p>
      {offered.rows.length > 0 && (
        <Checkboxes
          name="rows"
          idPrefix="rows"
          fieldset={{ legend: { text: 'Which questions and themes?', size: 's' } }}
          errorMessage={errors.rows}
          items={offered.rows.map(({ name, label }, at) => ({
            name: `rows-${at}`,
            value: name,
            text: label,
            checked: chosen.rows.includes(name),
          }))}
        />
      )}
      {offered.by.length > 0 && (
        <Checkboxes
          name="by"
          idPrefix="by"
          fieldset={{ legend: { text: 'For which groups?', size: 's' } }}
          hint="The fewer and larger the groups, the more can be shown."
          items={offered.by.map(({ name, label }, at) => ({
            name: `by-${at}`,
            value: name,
            text: label,
            checked: chosen.by.includes(name),
          }))}
        />
      )}
      <Radios
        name="licence"
        idPrefix="licence"
        fieldset={{ legend: { text: 'Under which licence may others use the figures?', size: 's' } }}
        errorMessage={errors.licence}
        value={chosen.licence}
        items={[...licences.map((licence) => ({ value: licence, text: licence })), { value: '', text: 'Name no licence' }]}
      />
      <Button text="Show what everyone will see" variant="secondary" />
    </form>
    {tables && (
      <>
        <form method="post" action={paths.publication({ commissioner, survey })} class="gt-not-printed" novalidate>
          <h2 class="nhsuk-heading-m">Publish the results of “{title}”?</h2>
          <p>
            Everyone can read them from now on. The figures stay as they are today: comments that are coded later do not change them, and
            they cannot be published again. You can add a correction, which stands before them.
          </p>
          <p>{whatIsHidden(tables)}</p>
          <p>Findings that were reviewed and published show beside the figures, with their quotes.</p>
          {[...chosen.rows.map((name) => ['rows', name]), ...chosen.by.map((name) => ['by', name]), ['licence', chosen.licence]].map(
            ([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ),
          )}
          <div class="nhsuk-button-group">
            <Button variant="warning" text="Publish results" preventDoubleClick />
            <a class="nhsuk-link" href={surveyResultsPath({ commissioner, survey })}>
              Cancel
            </a>
          </div>
        </form>
        <h2 class="nhsuk-heading-l">What everyone will see</h2>
        <PublishedRepresentation comparisons={tables.representation ?? []} />
        <Charts tables={tables} />
        <Crosses crosses={tables.crosses ?? []} divisions={tables.divisions ?? []} weighting={tables.weighting} />
        {tables.beside && <PublicBeside beside={tables.beside} />}
      </>
    )}
  </>
)

/** How much of it is hidden, and why. */
function whatIsHidden({ questions, channels, frames, crosses = [] }: PublishedTables): string {
  const counts = [
    ...channels.map(({ count }) => count),
    ...questions.flatMap(({ options, answered }) => [...options.map(({ count }) => count), answered]),
    ...frames.flatMap(({ themes }) => themes.map(({ responses }) => responses)),
  ]
  const hidden = counts.filter((count) => count === '*').length
  const gone = crosses.filter(({ lines }) => lines.length === 0).length
  return [
    hidden === 0 ? 'No number of the single tables is hidden.' : `${hidden} of ${counts.length} numbers of the single tables are hidden.`,
    crosses.length > 0 && `Of ${crosses.length} tables side by side, ${gone === 0 ? 'all can' : `${crosses.length - gone} can`} be shown.`,
    'Numbers from 1 to 4 are hidden or counted together with others, and so are those from which a small one could be worked out, in one table or from one table to another.',
  ]
    .filter(Boolean)
    .join(' ')
}
