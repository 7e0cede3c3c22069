import { Button, DateInLondon, Empty, Facts, Pager, Table } from '#design'
import { type Group, kindNames } from '../flag.ts'
import type { Integrity } from '../integrity.ts'
import { paths } from '../paths.ts'

interface Props {
  here: { commissioner: string; of: string }
  title: string
  groups: readonly Group[]
  next: string | null
  robots: { all: number; waiting: number }
  /** Of a survey; comments from a file are not published with a line of their own. */
  integrity: Integrity | null
  compared: { at: Date; texts: number } | null
  maySettle: boolean
}

const number = (count: number) => count.toLocaleString('en-GB')

/** What is flagged of one survey or source. */
export const WholePage = ({ here, title, groups, next, robots, integrity, compared, maySettle }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">Flags</span>
      {title}
    </h1>
    <Facts
      facts={[
        {
          name: 'Compared',
          value: compared ? (
            <>
              <DateInLondon at={compared.at} />, {number(compared.texts)} comments of 8 words or more
            </>
          ) : (
            'Not yet. It is done every hour while answers come in.'
          ),
        },
        integrity && { name: 'To look at', value: `${number(integrity.waiting)} of ${number(integrity.flagged)} flagged` },
        integrity && { name: 'Set aside', value: <SetAside reasons={integrity.setAside} /> },
        robots.all > 0 && {
          name: kindNames.robot,
          value: (
            <a href={paths.robots(here)}>
              {number(robots.all)}, {number(robots.waiting)} to look at
            </a>
          ),
        },
      ]}
    />
    {maySettle && (
      <form method="post" action={paths.comparisons(here)}>
        <Button variant="secondary" text="Compare them now" preventDoubleClick />
      </form>
    )}
    {groups.length === 0 ? (
      <Empty>No answers are alike enough to be flagged.</Empty>
    ) : (
      <Table
        responsive
        firstCellIsHeader
        caption={{ text: 'Answers that are alike, latest found first', size: 'm' }}
        head={[
          { text: 'Why' },
          { text: 'Found' },
          { text: 'Answers', format: 'numeric' },
          { text: 'To look at', format: 'numeric' },
          { text: 'Set aside', format: 'numeric' },
        ]}
        rows={groups.map((group) => [
          { html: <a href={paths.group({ ...here, group: group.id })}>{kindNames[group.kind]}</a> },
          { html: <DateInLondon at={group.foundAt} /> },
          ...[group.responses, group.waiting, group.setAside].map((count) => ({ text: number(count), format: 'numeric' })),
        ])}
      />
    )}
    <Pager next={next} label="Answers that are alike, more pages" />
  </>
)

const SetAside = ({ reasons }: { reasons: Integrity['setAside'] }) =>
  reasons.length === 0 ? (
    <>None</>
  ) : (
    <ul class="nhsuk-list">
      {reasons.map(({ reason, count }) => (
        <li>
          {number(count)}: {reason.toLowerCase()}
        </li>
      ))}
    </ul>
  )
