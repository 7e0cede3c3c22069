import { Button, Empty, Facts, type Happening, History, Table } from '#design'
import { type Keyed, rateInWords } from '../error-rate.ts'
import type { Counts, ListedForm } from '../paper-form.ts'
import { paths } from '../paths.ts'
import { shownSerial } from '../serial.ts'

interface Props {
  here: { commissioner: string; id: string }
  title: string
  counts: Counts
  keyed: Keyed
  due: readonly ListedForm[]
  names: ReadonlyMap<string, string>
  mayKey: boolean
  mayPrint: boolean
  happenings: readonly Happening[]
}

/** The paper forms of a consultation: how many stand where, and what is to be done. */
export const ListPage = ({ here, title, counts, keyed, due, names, mayKey, mayPrint, happenings }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">{title}</span> Paper forms
    </h1>
    <p>Each form has a serial number. Two people type it, neither sees what the other typed, and somebody settles where they differ.</p>
    {mayKey && (
      <div class="nhsuk-button-group">
        <Button text="Type forms" href={paths.keying(here)} />
        {mayPrint && <Button text="Print forms" variant="secondary" href={paths.print(here)} />}
      </div>
    )}
    <Facts
      facts={[
        { name: 'Printed, and not back', value: counts.printed },
        { name: 'Typed once', value: counts['keyed once'] },
        { name: 'To settle', value: counts['to settle'] },
        { name: 'Done', value: counts.settled },
        keyed.single > 0 && { name: 'Done with one typing', value: keyed.single },
        { name: 'Mistakes found', value: rateInWords(keyed) },
      ]}
    />
    {due.length === 0 ? (
      <Empty>
        {counts.settled > 0
          ? 'Nothing is to be done.'
          : 'No form has been typed yet. Print forms, hand them out, and type those that come back.'}
      </Empty>
    ) : (
      <Table
        responsive
        caption={{ text: 'To be done', size: 'm' }}
        head={['Form', 'What to do', 'Typed first by']}
        rows={due.map(({ serial, standing, firstBy }) => [
          {
            html: (
              <a class="nhsuk-link" href={paths.form({ ...here, serial })}>
                {shownSerial(serial)}
              </a>
            ),
          },
          { text: standing === 'to settle' ? 'Settle where the two differ' : 'Somebody else types it again' },
          { text: names.get(firstBy ?? '') ?? 'Staff' },
        ])}
      />
    )}
    <History happenings={happenings} />
  </>
)
