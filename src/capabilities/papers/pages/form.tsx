import { Button, DateInLondon, Facts, formatMoment, type Happening, History, Mistakes, Textarea } from '#design'
import type { Form } from '#platform/forms.ts'
import { type PaperForm, standingOf } from '../paper-form.ts'
import { paths } from '../paths.ts'
import { shownSerial } from '../serial.ts'

export interface FormPageProps {
  here: { commissioner: string; id: string; serial: string }
  title: string
  form: PaperForm
  names: ReadonlyMap<string, string>
  scans: readonly { id: string; name: string; size: number }[]
  mayKey: boolean
  maySettle: boolean
  single: Form<{ reason: string }>
  scanMistake?: string | undefined
  happenings: readonly Happening[]
}

const standings = { printed: 'Not typed yet', 'keyed once': 'Typed once', 'to settle': 'Typed twice, and the two differ', settled: 'Done' }

/** One form: who typed it, what became of it, and its scans. */
export function FormPage({ here, title, form, names, scans, mayKey, maySettle, single, scanMistake, happenings }: FormPageProps) {
  const standing = standingOf(form)
  const { settlement } = form
  return (
    <>
      <Mistakes errors={{ ...single.errors, ...(scanMistake && { scan: scanMistake }) }} />
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{title}</span> Form {shownSerial(form.serial)}
      </h1>
      <Facts
        facts={[
          { name: 'Where it stands', value: standings[standing] },
          { name: 'Printed', value: <DateInLondon at={form.printedAt} /> },
          ...form.keyings.map(({ turn, keyedBy, keyedAt }) => ({
            name: turn === 1 ? 'Typed first' : 'Typed again',
            value: `${names.get(keyedBy) ?? 'Staff'}, ${formatMoment(keyedAt)}`,
          })),
          settlement !== null && {
            name: 'Done',
            value: `${names.get(settlement.settledBy) ?? 'Staff'}, ${formatMoment(settlement.settledAt)}`,
          },
          settlement !== null &&
            settlement.compared > 0 && { name: 'Answers that differed', value: `${settlement.differed} of ${settlement.compared}` },
          settlement?.reason != null && { name: 'Why it was typed once', value: settlement.reason },
        ]}
      />
      {standing === 'to settle' && maySettle && <Button text="Settle where they differ" href={paths.settlement(here)} />}
      {standing === 'to settle' && !maySettle && <p>Engagement leads and administrators settle where the two differ.</p>}
      {(standing === 'printed' || standing === 'keyed once') && mayKey && (
        <Button text="Type this form" href={`${paths.keying(here)}?serial=${form.serial}`} />
      )}
      <h2 class="nhsuk-heading-m">Scans</h2>
      {scans.length === 0 && <p>There is no scan of this form.</p>}
      <ul class="nhsuk-list">
        {scans.map(({ id, name, size }) => (
          <li>
            <a class="nhsuk-link" href={paths.scan({ ...here, file: id })}>
              {name}
            </a>{' '}
            ({Math.max(1, Math.round(size / 1024)).toLocaleString('en-GB')} KB)
          </li>
        ))}
      </ul>
      {mayKey && (
        <form method="post" action={paths.scans(here)} enctype="multipart/form-data" novalidate>
          <div class={`nhsuk-form-group${scanMistake ? ' nhsuk-form-group--error' : ''}`}>
            <label class="nhsuk-label" for="scan">
              Add a scan: a PDF or a picture, 10 MB at most
            </label>
            {scanMistake && (
              <span class="nhsuk-error-message" id="scan-error">
                <span class="nhsuk-u-visually-hidden">Error:</span> {scanMistake}
              </span>
            )}
            <input class="nhsuk-file-upload" id="scan" name="scan" type="file" {...(scanMistake && { 'aria-describedby': 'scan-error' })} />
          </div>
          <Button text="Add scan" variant="secondary" />
        </form>
      )}
      {standing === 'keyed once' && maySettle && <SingleKeying here={here} form={single} />}
      <History happenings={happenings} />
    </>
  )
}

const SingleKeying = ({ here, form: { values, errors } }: { here: FormPageProps['here']; form: Form<{ reason: string }> }) => (
  <form method="post" action={paths.single(here)} novalidate>
    <h2 class="nhsuk-heading-m">Nobody can type it again?</h2>
    <Textarea
      id="reason"
      name="reason"
      label={{ text: 'Why is it not typed twice?', size: 's' }}
      hint="The report says how many forms were typed once."
      rows={2}
      value={values.reason}
      errorMessage={errors.reason ? { text: errors.reason } : undefined}
    />
    <Button text="Take it as it was typed" variant="secondary" />
  </form>
)
