import { Button, DateInLondon, Empty, formatDate, Links, Pagination, Table } from '#design'
import type { BadTime, Overload, SameDays } from '../clash.ts'
import { paths } from '../paths.ts'
import { type Days, overlap, type Period, periodKindNames } from '../period.ts'
import { monthsOf, type Planned, planOf } from '../planned.ts'
import { Clashes } from './clashes.tsx'
import { Timeline } from './timeline.tsx'

interface Props {
  commissioner: string
  quarter: Days
  /** The first days of the quarters before and after. */
  before: string
  after: string
  planned: readonly Planned[]
  periods: readonly Period[]
  clashes: { overloads: Overload[]; sameDays: SameDays[]; badTimes: BadTime[] }
  atOnce: number
  mayPlan: boolean
  maySetPeriods: boolean
}

/** A quarter of a year: what runs, whom it asks something of, and where it clashes. */
export function CalendarPage(props: Props) {
  const { commissioner, quarter, before, after, planned, periods, mayPlan, maySetPeriods } = props
  const at = paths.calendar({ commissioner })
  return (
    <>
      <h1 class="nhsuk-heading-l">Calendar</h1>
      <p>
        What we and others plan, from {formatDate(quarter.from)} to {formatDate(quarter.to)}. Look here before you choose dates.
      </p>
      {mayPlan && (
        <div class="nhsuk-button-group">
          <Button text="Add to the calendar" href={paths.newEntry({ commissioner })} />
          <Button text="Bring in a calendar" variant="secondary" href={paths.feeds({ commissioner })} />
        </div>
      )}
      <Clashes {...props.clashes} atOnce={props.atOnce} />
      <h2 class="nhsuk-heading-m">What runs</h2>
      {planned.length === 0 ? (
        <Empty begin={mayPlan ? { text: 'Add to the calendar', href: paths.newEntry({ commissioner }) } : undefined}>
          Nothing is planned in these months. Published consultations show here by themselves.
        </Empty>
      ) : (
        <Timeline span={quarter} planned={planned} periods={periods.filter(({ kind }) => kind !== 'bank holiday')} />
      )}
      {monthsOf(quarter).map((month) => (
        <Month month={month} planned={planned} periods={periods} commissioner={commissioner} mayPlan={mayPlan} />
      ))}
      <Pagination
        ariaLabel="Other months"
        previous={{ href: `${at}?from=${before}`, label: `From ${formatDate(before)}` }}
        next={{ href: `${at}?from=${after}`, label: `From ${formatDate(after)}` }}
      />
      <Links
        heading="More about dates"
        links={[
          { text: 'Holidays and pre-election periods', href: paths.periods({ commissioner }) },
          { text: 'Calendars of others', href: paths.feeds({ commissioner }) },
          ...(maySetPeriods ? [{ text: 'How many things at once are too many', href: paths.limit({ commissioner }) }] : []),
          {
            text: 'Our calendar for other calendars (iCalendar)',
            href: paths.feed({ commissioner }),
            hint: 'Anyone can subscribe to this address.',
          },
        ]}
      />
    </>
  )
}

const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

function Month({
  month,
  planned,
  periods,
  commissioner,
  mayPlan,
}: { month: Days } & Pick<Props, 'planned' | 'periods' | 'commissioner' | 'mayPlan'>) {
  const name = monthName.format(new Date(`${month.from}T00:00:00Z`))
  const running = planned.filter((one) => overlap(planOf(one), month))
  const known = periods.filter((period) => overlap(period, month))
  return (
    <>
      <h3 class="nhsuk-heading-s">{name}</h3>
      {known.length > 0 && (
        <ul class="nhsuk-list nhsuk-list--bullet">
          {known.map(({ kind, name, from, to }) => (
            <li>
              {periodKindNames[kind]}: {name}, <Dates from={from} to={to} />
            </li>
          ))}
        </ul>
      )}
      {running.length === 0 ? (
        <p>Nothing runs in {name}.</p>
      ) : (
        <Table
          responsive
          caption={{ text: `What runs in ${name}`, classes: 'nhsuk-u-visually-hidden' }}
          head={['What', 'Whose', 'From', 'To', 'Communities']}
          rows={running.map((one) => [
            { html: <What planned={one} commissioner={commissioner} mayPlan={mayPlan} /> },
            one.organiser,
            formatDate(one.startsOn),
            formatDate(one.endsOn),
            one.communities.join(', ') || 'Not said',
          ])}
        />
      )}
    </>
  )
}

const What = ({
  planned: { id, title, href, from },
  commissioner,
  mayPlan,
}: {
  planned: Planned
  commissioner: string
  mayPlan: boolean
}) =>
  href ? (
    <a class="nhsuk-link" href={href}>
      {title}
    </a>
  ) : (
    <>
      {title}
      {from === 'us' && mayPlan && (
        <>
          {' '}
          <a class="nhsuk-link" href={paths.entryRemoval({ commissioner, id })}>
            Take out<span class="nhsuk-u-visually-hidden"> {title}</span>
          </a>
        </>
      )}
    </>
  )

/** One day, or the first and the last. */
export const Dates = ({ from, to }: Days) =>
  from === to ? (
    <DateInLondon on={from} />
  ) : (
    <>
      <DateInLondon on={from} /> to <DateInLondon on={to} />
    </>
  )
