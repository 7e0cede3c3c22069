import { Button, Empty, Facts, type Happening, History, InsetText, percent, Table, WarningCallout } from '#design'
import { paths } from '../paths.ts'
import type { Weighed, Weighing, Weighting } from '../weighting.ts'

interface Props {
  commissioner: string
  survey: { id: string; title: string }
  weighting: Weighting | null
  weighing: Weighing | null
  mayChange: boolean
  happenings: readonly Happening[]
}

const number = (count: number) => count.toLocaleString('en-GB', { maximumFractionDigits: 0 })
const weightWords = (weight: number) => weight.toFixed(2)
const numeric = (text: string) => ({ text, format: 'numeric' })
const mostCells = 200

/** How a survey is weighted, what it does to each group, and what it costs. */
export const ShowPage = ({ commissioner, survey, weighting, weighing, mayChange, happenings }: Props) => {
  const here = { commissioner, survey: survey.id }
  return (
    <>
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">Weighting</span> {survey.title}
      </h1>
      <p>
        Weighting shows what the answers would be if those who answered were as those who live here. It makes up for how many answered, not
        for who they are: it cannot know what people who said nothing think. The plain figures always stand beside it.
      </p>
      {weighting === null && (
        <Empty begin={mayChange ? { text: 'Weight this survey', href: paths.make(here) } : undefined}>
          This survey is not weighted. Every answer counts the same.
        </Empty>
      )}
      {weighting && weighing && !weighing.ok && (
        <WarningCallout heading={{ text: 'It cannot be weighted', level: 2 }}>
          <p>{weighing.reason}</p>
          <p>
            Join groups that have nobody in them, on the page of who we heard from, or weight by fewer questions. Until then no weighted
            figure is shown.
          </p>
        </WarningCallout>
      )}
      {weighting && weighing?.ok && <Cost weighting={weighting} weighing={weighing} />}
      {weighting && mayChange && (
        <div class="nhsuk-button-group">
          <Button text="Weight it in another way" variant="secondary" href={paths.make(here)} />
          <a class="nhsuk-link" href={paths.removal(here)}>
            Take the weighting away
          </a>
        </div>
      )}
      <History happenings={happenings} />
    </>
  )
}

const Cost = ({ weighting, weighing }: { weighting: Weighting; weighing: Weighed }) => (
  <>
    <Facts
      facts={[
        { name: 'Name', value: weighting.title },
        { name: 'Responses with a weight', value: number(weighing.responses) },
        {
          name: 'Did not say',
          value: weighting.unsaid === 'left out' ? 'Left out of weighted figures' : `${number(weighing.unsaid)}, who count as one each`,
        },
        { name: 'They say as much as', value: `${number(weighing.effectiveSize)} people without weights` },
        { name: 'Kish’s design effect', value: weighing.kishEffect.toFixed(2) },
        { name: 'Largest weight', value: `${weighing.largest.toFixed(2)} times the mean` },
        {
          name: 'Limit',
          value:
            weighting.trim === null
              ? 'None'
              : `${weighting.trim} times the mean. ${number(weighing.trimmed)} people’s weight was cut to it; groups miss the population by ${percent(weighing.departure)} at most.`,
        },
      ]}
    />
    <InsetText>
      <p>These are true figures, for staff. A number from 1 to 4 is marked “small number”: do not pass it on.</p>
    </InsetText>
    {weighing.margins.map(({ text, baselineTitle, groups }) => (
      <Table
        responsive
        firstCellIsHeader
        caption={{ text: `${text}: beside ${baselineTitle}`, size: 'm' }}
        head={['Group', numeric('People'), numeric('Their share'), numeric('Weighted'), numeric('Population')]}
        rows={groups.map(({ label, count, share, weightedShare, populationShare }) => [
          marked(label, count),
          numeric(number(count)),
          numeric(percent(share)),
          numeric(percent(weightedShare)),
          numeric(percent(populationShare)),
        ])}
      />
    ))}
    <Table
      responsive
      caption={{ text: 'How much each answer counts', size: 'm' }}
      head={[...weighing.margins.map(({ text }) => text), numeric('People'), numeric('Weight of each')]}
      rows={inGroups(weighing)
        .slice(0, mostCells)
        .map(({ groups, count, weight }) => [
          ...groups.map((label, at) => (at === 0 ? marked(label, count) : label)),
          numeric(number(count)),
          numeric(weightWords(weight)),
        ])}
    />
  </>
)

const marked = (label: string, count: number) => (count > 0 && count < 5 ? `${label} (small number)` : label)

/** The cells brought together by their groups, the largest weight first. */
function inGroups({ cells }: Weighed) {
  const together = new Map<string, { groups: readonly string[]; count: number; weight: number }>()
  for (const { groups, count, weight } of cells) {
    if (groups === null) continue
    const key = JSON.stringify(groups)
    together.set(key, { groups, weight, count: count + (together.get(key)?.count ?? 0) })
  }
  return [...together.values()].sort((one, other) => other.weight - one.weight)
}
