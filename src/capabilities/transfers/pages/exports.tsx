import { Button, Checkboxes, Empty, formatMoment, Mistakes, Radios, Table } from '#design'
import type { Form } from '#platform/forms.ts'
import { formatOf, formats } from '../exported-file.ts'
import type { ExportInput } from '../forms.ts'
import type { KeptExport } from '../kept-export.ts'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  consultation: { id: string; title: string }
  /** How many responses there are to write: those that count, and with those set aside. */
  counts: { counted: number; all: number }
  form: Form<ExportInput>
  exports: readonly KeptExport[]
  names: ReadonlyMap<string, string>
  now: Date
}

/** Take all answers out, and what was taken out before. */
export const ExportsPage = ({ commissioner, consultation, counts, form, exports, names, now }: Props) => {
  const setAside = counts.all - counts.counted
  return (
    <>
      <Mistakes errors={form.errors} />
      <span class="nhsuk-caption-l">{consultation.title}</span>
      <h1 class="nhsuk-heading-l">Export the answers</h1>
      {counts.all === 0 ? (
        <Empty>Nobody has answered yet, so there is nothing to export.</Empty>
      ) : (
        <>
          <p>
            <strong>{number(counts.counted)}</strong> {counts.counted === 1 ? 'response' : 'responses'} will be exported.
          </p>
          <p>
            The file holds no names, addresses or equality answers. It does hold what people said in their own words, so keep it safe. Each
            export is recorded.
          </p>
          <form method="post" action={paths.exports({ commissioner, id: consultation.id })} novalidate data-gt-export>
            <Radios
              name="format"
              idPrefix="format"
              fieldset={{ legend: { text: 'What the file should be', size: 's' } }}
              value={form.values.format}
              errorMessage={form.errors.format}
              items={formats.map((format) => ({ value: format, text: formatOf[format].label, hint: formatOf[format].about }))}
            />
            {setAside > 0 && (
              <Checkboxes
                name="all"
                idPrefix="all"
                items={[
                  {
                    value: 'yes',
                    text: `Also export ${number(setAside)} that ${setAside === 1 ? 'is' : 'are'} set aside`,
                    hint: 'They are marked, and count in no result.',
                    checked: form.values.all === 'yes',
                  },
                ]}
              />
            )}
            <Button text="Download the file" preventDoubleClick />
          </form>
        </>
      )}
      <section id="exports">
        {exports.length > 0 && (
          <Table
            caption="Exports so far"
            responsive
            head={[{ text: 'When' }, { text: 'Who' }, { text: 'File' }, { text: 'Responses' }]}
            rows={exports.map((one) => [
              { text: formatMoment(one.at), header: 'When' },
              { text: one.by ? (names.get(one.by) ?? 'Staff') : 'An operator', header: 'Who' },
              { text: `${formatOf[one.format].label}${one.withSetAside ? ', with those set aside' : ''}`, header: 'File' },
              { html: <Outcome kept={one} now={now} />, header: 'Responses' },
            ])}
          />
        )}
      </section>
    </>
  )
}

// Every two seconds something is heard of an export that is under way.
const longestSilence = 60_000

const Outcome = ({ kept: { step, written, expected, heardAt }, now }: { kept: KeptExport; now: Date }) => {
  const of = `${number(written)} of ${number(expected)}`
  if (step === 'whole')
    return (
      <>{written === expected ? `${number(written)}, all of them` : `${number(written)} written, ${number(expected)} counted before`}</>
    )
  if (step === 'broken off') return <strong>It broke off after {of}. The file is not whole: download it again.</strong>
  if (now.getTime() - heardAt.getTime() > longestSilence)
    return <strong>It stopped after {of}, and nothing was heard of it since. Download it again.</strong>
  return (
    <label class="gt-export-progress">
      <span>Being downloaded: {of} so far. Reload this page to see how far it is.</span>
      <progress value={written} max={Math.max(1, expected)} />
    </label>
  )
}

const number = (count: number) => count.toLocaleString('en-GB')
