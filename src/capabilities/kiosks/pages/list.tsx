import { ActionLink, Empty, Table, Tag } from '#design'
import { type Kiosk, troubleWith } from '../kiosk.ts'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  kiosks: readonly Kiosk[]
  now: Date
  mayRun: boolean
}

/** Every kiosk, and which of them someone should look at. */
export const ListPage = ({ commissioner, kiosks, now, mayRun }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">Kiosks</h1>
    <p>A kiosk is a tablet that stands somewhere, such as a waiting room, for people to answer a consultation on.</p>
    {mayRun && <ActionLink href={paths.add({ commissioner })} text="Put up a kiosk" />}
    {kiosks.length === 0 ? (
      <Empty>There are no kiosks yet. Put one up, open its address on a tablet, and leave it there.</Empty>
    ) : (
      <Table
        responsive
        caption={{ text: 'Kiosks', classes: 'nhsuk-u-visually-hidden' }}
        head={['Where it stands', 'Consultation', 'How it is']}
        rows={kiosks.map((kiosk) => [
          {
            html: (
              <a class="nhsuk-link" href={paths.show({ commissioner, id: kiosk.id })}>
                {kiosk.name}
              </a>
            ),
          },
          { text: kiosk.consultationTitle },
          { html: <HowItIs kiosk={kiosk} now={now} /> },
        ])}
      />
    )}
  </>
)

export function HowItIs({ kiosk, now }: { kiosk: Kiosk; now: Date }) {
  if (kiosk.retirement) return <Tag text="Taken down" colour="grey" />
  const trouble = troubleWith(kiosk, now)
  return trouble ? (
    <>
      <Tag text="Look at it" colour="orange" /> {trouble}
    </>
  ) : (
    <Tag text="Working" colour="green" />
  )
}
