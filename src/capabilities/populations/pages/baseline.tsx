import { BarChart, Button, DateInLondon, Empty, Facts, type Happening, History, Table, WarningCallout } from '#design'
import { type Baseline, characteristics, totalOf } from '../baseline.ts'
import type { Headcount } from '../headcount.ts'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  baseline: Baseline
  headcounts: readonly Headcount[]
  mayChange: boolean
  happenings: readonly Happening[]
}

const number = (count: number) => count.toLocaleString('en-GB', { maximumFractionDigits: 1 })

/** One population, and the people who were counted against it. */
export const BaselinePage = ({ commissioner, baseline, headcounts, mayChange, happenings }: Props) => {
  const here = { commissioner, baseline: baseline.id }
  const isUsed = baseline.removal === null
  return (
    <>
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">Population</span> {baseline.title}
      </h1>
      {!isUsed && (
        <WarningCallout heading={{ text: 'Taken out', level: 2 }}>
          <p>It is used no more: {baseline.removal}</p>
        </WarningCallout>
      )}
      <Facts
        facts={[
          { name: 'What it tells apart', value: characteristics[baseline.characteristic] },
          { name: 'Area', value: baseline.area },
          baseline.areaCodes.length > 0 && { name: 'Codes', value: baseline.areaCodes.join(', ') },
          baseline.boundaryYear !== null && { name: 'Boundaries of', value: String(baseline.boundaryYear) },
          { name: 'How many', value: `${number(totalOf(baseline.groups))} ${baseline.counted}` },
          { name: 'Source', value: baseline.source },
          { name: 'Of', value: baseline.dated || 'Not said' },
          baseline.note !== '' && { name: 'Before you use it', value: baseline.note },
        ]}
      />
      <BarChart
        id="groups"
        title={baseline.title}
        of={totalOf(baseline.groups)}
        columns={{ label: 'Group', count: 'How many' }}
        bars={baseline.groups.map(({ label, count }) => ({ label, count: Math.round(count) }))}
      />
      <h2 class="nhsuk-heading-m">Other people held against it</h2>
      {headcounts.length === 0 ? (
        <Empty
          begin={mayChange && isUsed ? { text: 'Enter how many people are in each group', href: paths.addHeadcount(here) } : undefined}
        >
          A panel, the members of a group or the people in a room can be held against it too, once somebody has counted them.
        </Empty>
      ) : (
        <>
          <Table
            responsive
            caption={{ text: 'People who were counted', classes: 'nhsuk-u-visually-hidden' }}
            head={['Who', 'Counted on', { text: 'People', format: 'numeric' }]}
            rows={headcounts.map(({ id, title, countedOn, counts, unsaid }) => [
              {
                html: (
                  <a class="nhsuk-link" href={paths.headcount({ commissioner, headcount: id })}>
                    {title}
                  </a>
                ),
              },
              { html: <DateInLondon on={countedOn} /> },
              { text: number(Object.values(counts).reduce((sum, count) => sum + count, unsaid)), format: 'numeric' },
            ])}
          />
          {mayChange && isUsed && <Button text="Enter another count" variant="secondary" href={paths.addHeadcount(here)} />}
        </>
      )}
      {mayChange && isUsed && (
        <p>
          <a class="nhsuk-link" href={paths.removal(here)}>
            Take this population out
          </a>
        </p>
      )}
      <History happenings={happenings} />
    </>
  )
}
