import { Button, DateInLondon, Empty, Pager, Table } from '#design'
import { type Consultation, standingOf } from '../consultation.ts'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  consultations: readonly Consultation[]
  today: string
  mayRun: boolean
  next: string | null
  isFirst: boolean
}

export const standingNames = { draft: 'Draft', 'opening soon': 'Published, not open yet', open: 'Open', closed: 'Closed' } as const

/** Every consultation, drafts too, the newest first. */
export const DeskConsultationsPage = ({ commissioner, consultations, today, mayRun, next, isFirst }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">Consultations</h1>
    {mayRun && <Button text="Set out a consultation" href={paths.deskNew({ commissioner })} />}
    {consultations.length === 0 && isFirst ? (
      <Empty>
        There are no consultations yet. A consultation sets out what you plan and asks people what they think, between two dates.
      </Empty>
    ) : (
      <Table
        caption={{ text: 'Newest first', size: 's' }}
        responsive
        head={[{ text: 'Title' }, { text: 'Where it stands' }, { text: 'Opens' }, { text: 'Last day' }]}
        rows={consultations.map((consultation) => [
          {
            html: (
              <a class="nhsuk-link" href={paths.record({ commissioner, id: consultation.id })}>
                {consultation.title}
              </a>
            ),
          },
          { text: standingNames[standingOf(consultation, today)] },
          { html: <DateInLondon on={consultation.opensOn} /> },
          { html: <DateInLondon on={consultation.closesOn} /> },
        ])}
      />
    )}
    <Pager next={next} label="Consultations, more pages" />
  </>
)
