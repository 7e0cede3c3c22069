import { Button, DateInLondon, Empty, formatDate, Links, Pager, Table } from '#design'
import { type Consultation, standingOf } from '../consultation.ts'
import { paths } from '../paths.ts'
import { kindNames } from '../proposal.ts'

interface Props {
  commissioner: string
  consultations: readonly Consultation[]
  /** Ended, with feedback promised and not given: the first due first. */
  awaiting: readonly Consultation[]
  today: string
  mayRun: boolean
  next: string | null
  isFirst: boolean
}

export const standingNames = { draft: 'Draft', 'opening soon': 'Published, not open yet', open: 'Open', closed: 'Closed' } as const

/** Every consultation, drafts too, the newest first. */
export const DeskConsultationsPage = ({ commissioner, consultations, awaiting, today, mayRun, next, isFirst }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">Consultations</h1>
    {isFirst && (
      <Links
        heading="Waiting to hear what came of it"
        links={awaiting.map(({ id, title, feedbackDueOn }) => ({
          text: title,
          href: paths.record({ commissioner, id }),
          hint: `${(feedbackDueOn ?? '') < today ? 'Late. Promised by' : 'Promised by'} ${formatDate(feedbackDueOn ?? '')}`,
        }))}
      />
    )}
    {mayRun && <Button text="Set out a consultation" href={paths.deskNew({ commissioner })} />}
    {consultations.length === 0 && isFirst ? (
      <Empty>
        There are no consultations yet. A consultation sets out what you plan and asks people what they think, between two dates.
      </Empty>
    ) : (
      <Table
        caption={{ text: 'Newest first', size: 's' }}
        responsive
        head={[{ text: 'Title' }, { text: 'What it is' }, { text: 'Where it stands' }, { text: 'Opens' }, { text: 'Last day' }]}
        rows={consultations.map((consultation) => [
          {
            html: (
              <a class="nhsuk-link" href={paths.record({ commissioner, id: consultation.id })}>
                {consultation.title}
              </a>
            ),
          },
          { text: kindNames[consultation.kind] },
          { text: standingNames[standingOf(consultation, today)] },
          { html: <DateInLondon on={consultation.opensOn} /> },
          { html: <DateInLondon on={consultation.closesOn} /> },
        ])}
      />
    )}
    <Pager next={next} label="Consultations, more pages" />
  </>
)
