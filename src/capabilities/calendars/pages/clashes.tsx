import { formatDate } from '#design'
import type { BadTime, Overload, SameDays } from '../clash.ts'
import type { Planned } from '../planned.ts'

interface Props {
  overloads: readonly Overload[]
  sameDays: readonly SameDays[]
  badTimes: readonly BadTime[]
  atOnce: number
}

/** What to think about before dates are settled, each in words and with the way to it. */
export const Clashes = ({ overloads, sameDays, badTimes, atOnce }: Props) => (
  <>
    <h2 class="nhsuk-heading-m">What clashes</h2>
    {overloads.length + sameDays.length + badTimes.length === 0 && <p>Nothing clashes in these months.</p>}
    {overloads.length > 0 && (
      <>
        <h3 class="nhsuk-heading-s">Too much asked of one community</h3>
        <ul class="nhsuk-list nhsuk-list--bullet">
          {overloads.map(({ community, from, to, planned }) => (
            <li>
              {community}: more than {atOnce} at once from {formatDate(from)} to {formatDate(to)}: <Names of={planned} />
            </li>
          ))}
        </ul>
      </>
    )}
    {badTimes.length > 0 && (
      <>
        <h3 class="nhsuk-heading-s">Holidays and pre-election periods</h3>
        <ul class="nhsuk-list nhsuk-list--bullet">
          {badTimes.map(({ ours, holidays, preElection }) => (
            <li>
              <Name of={ours} />
              {holidays.length > 0 &&
                `. Holidays in it: ${holidays.map(({ name, days }) => `${name} (${days} ${days === 1 ? 'day' : 'days'})`).join(', ')}`}
              {preElection.length > 0 &&
                `. Pre-election periods: ${preElection.map(({ name }) => name).join(', ')}. Do not promote it then`}
              .
            </li>
          ))}
        </ul>
      </>
    )}
    {sameDays.length > 0 && (
      <>
        <h3 class="nhsuk-heading-s">On the same days</h3>
        <ul class="nhsuk-list nhsuk-list--bullet">
          {sameDays.map(({ ours, sameCommunity, others }) => (
            <li>
              <Name of={ours} />
              {sameCommunity.length > 0 && (
                <>
                  . Of the same community: <Names of={sameCommunity} />
                </>
              )}
              {others.length > 0 && (
                <>
                  . Beside it: <Names of={others} />
                </>
              )}
            </li>
          ))}
        </ul>
      </>
    )}
  </>
)

const Names = ({ of }: { of: readonly Planned[] }) => (
  <>
    {of.map((one, at) => (
      <>
        {at > 0 && ', '}
        <Name of={one} />
        {one.from !== 'us' && ` (${one.organiser})`}
      </>
    ))}
  </>
)

const Name = ({ of: { title, href } }: { of: Planned }) =>
  href ? (
    <a class="nhsuk-link" href={href}>
      {title}
    </a>
  ) : (
    <>{title}</>
  )
