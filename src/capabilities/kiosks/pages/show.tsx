import { Button, DateInLondon, Facts, formatMoment, type Happening, History } from '#design'
import type { Kiosk } from '../kiosk.ts'
import { paths } from '../paths.ts'
import { HowItIs } from './list.tsx'

interface Props {
  commissioner: string
  kiosk: Kiosk
  now: Date
  mayRun: boolean
  happenings: readonly Happening[]
}

/** One kiosk: what it asks, when it was last heard from, and what waits on it. */
export const ShowPage = ({ commissioner, kiosk, now, mayRun, happenings }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">Kiosk</span> {kiosk.name}
    </h1>
    <Facts
      facts={[
        { name: 'How it is', value: <HowItIs kiosk={kiosk} now={now} /> },
        { name: 'Consultation', value: kiosk.consultationTitle },
        kiosk.place !== null && { name: 'Place', value: kiosk.place },
        { name: 'Put up', value: <DateInLondon at={kiosk.addedAt} /> },
        kiosk.retirement && { name: 'Taken down', value: <DateInLondon at={kiosk.retirement.at} /> },
        kiosk.retirement && { name: 'Why', value: kiosk.retirement.reason },
        kiosk.state && { name: 'Last heard from', value: formatMoment(kiosk.state.heardAt) },
        kiosk.state && { name: 'Answers that wait on it', value: kiosk.state.waiting },
        kiosk.state && kiosk.state.refused > 0 && { name: 'Answers it could not deliver', value: kiosk.state.refused },
      ]}
    />
    {mayRun && !kiosk.retirement && (
      <Button text="Take it down" variant="secondary" href={paths.retirement({ commissioner, id: kiosk.id })} />
    )}
    <History happenings={happenings} />
  </>
)
