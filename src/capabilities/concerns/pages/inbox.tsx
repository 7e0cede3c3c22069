import { channelNames } from '#capabilities/contributions'
import { DateInLondon, Empty, formatDate, Pager, Table, Tag } from '#design'
import { actNames, type Concern, clockOf, kindNames } from '../concern.ts'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  concerns: readonly Concern[]
  counts: { waiting: number; late: number; seen: number }
  isSeen: boolean
  today: string
  next: string | null
}

/** What waits for someone on duty. The words are behind each: opening one is written down. */
export const InboxPage = ({ commissioner, concerns, counts, isSeen, today, next }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">Duty inbox</h1>
    <p>
      Words that may tell of harm, abuse, a crime or danger wait here. Nobody reads, codes or quotes them until someone on duty has seen
      them. They are found by single words, so many of them will be harmless.
    </p>
    {counts.late > 0 && (
      <p>
        <strong>{counts.late === 1 ? '1 is late.' : `${counts.late} are late.`}</strong>
      </p>
    )}
    <p>
      {isSeen ? (
        <a href={paths.inbox({ commissioner })}>{counts.waiting} waiting</a>
      ) : (
        counts.seen > 0 && <a href={`${paths.inbox({ commissioner })}?show=seen`}>{counts.seen} seen before</a>
      )}
    </p>
    {concerns.length === 0 ? (
      <Empty>{isSeen ? 'Nothing was seen yet.' : 'Nothing waits. You will get a message when something does.'}</Empty>
    ) : (
      <Table
        responsive
        caption={{ text: isSeen ? 'Seen before, latest first' : 'Waiting, first due first', size: 'm' }}
        head={[{ text: 'May tell of' }, { text: 'Came' }, { text: 'How' }, { text: isSeen ? 'What was done' : 'Look by' }]}
        rows={concerns.map((concern) => [
          {
            html: (
              <a href={paths.show({ commissioner, id: concern.id })}>
                {kindNames[concern.kind] ?? concern.kind}
                {concern.surveyTitle && <span class="nhsuk-u-visually-hidden">, {concern.surveyTitle}</span>}
              </a>
            ),
          },
          { html: <DateInLondon at={concern.raisedAt} /> },
          { text: channelNames[concern.channel] ?? '' },
          { html: <Clock concern={concern} today={today} /> },
        ])}
      />
    )}
    <Pager next={next} label="Duty inbox, more pages" />
  </>
)

/** By when somebody has to look, or what was done. */
function Clock({ concern, today }: { concern: Concern; today: string }) {
  const clock = clockOf(concern, today)
  if (clock === 'seen')
    return (
      <>
        {actNames[concern.act ?? ''] ?? concern.act}
        {concern.isHeld && ', kept out of sight'}
      </>
    )
  return (
    <>
      {formatDate(concern.dueOn)}{' '}
      {clock !== 'due' && <Tag text={clock === 'late' ? 'Late' : 'Today'} colour={clock === 'late' ? 'red' : 'orange'} />}
    </>
  )
}
