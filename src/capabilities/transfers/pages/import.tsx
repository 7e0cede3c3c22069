import { Facts, formatMoment, type HintedLink, InsetText, Links, Table } from '#design'
import { layouts } from '../brought-survey.ts'
import type { SurveyImport } from '../survey-import.ts'

interface Props {
  import: SurveyImport
  links: readonly HintedLink[]
}

/** What became of a file of questions. */
export const ImportPage = ({ import: { layout, report, at }, links }: Props) => {
  const { title, read, imported, rejected, notes, checks } = report
  return (
    <>
      <h1 class="nhsuk-heading-l">{title}</h1>
      <InsetText>
        <p>
          {imported === read ? `All ${read} questions came in.` : `${imported} of ${read} questions came in. ${rejected.length} did not.`}{' '}
          They are a draft: nobody sees them until you publish it.
        </p>
      </InsetText>
      <Links links={links} heading="What to do next" />
      <Facts
        facts={[
          { name: 'File', value: layouts[layout] },
          { name: 'Brought in', value: formatMoment(at) },
        ]}
      />
      {rejected.length > 0 && (
        <Table
          caption="Questions that did not come in"
          head={[{ text: 'Place in the file' }, { text: 'Why' }]}
          rows={rejected.map(({ row, reason }) => [{ text: String(row) }, { text: reason }])}
        />
      )}
      {notes.length > 0 && (
        <>
          <h2 class="nhsuk-heading-m">What came in otherwise than it was</h2>
          <ul class="nhsuk-list nhsuk-list--bullet">
            {notes.map((note) => (
              <li>{note}</li>
            ))}
          </ul>
        </>
      )}
      {checks.length > 0 && (
        <Table
          caption="Checks of the file"
          head={[{ text: 'Check' }, { text: 'Answer' }]}
          rows={checks.map(({ number, name, passed, says }) => [
            { text: `${number}. ${name}` },
            { text: passed === true ? 'Passed' : passed === false ? `Did not pass. ${says}` : says },
          ])}
        />
      )}
    </>
  )
}
