import { Button, Empty, Table } from '#design'
import { type Baseline, characteristics, totalOf } from '../baseline.ts'
import { type Heard, idOf, kindOf } from '../heard.ts'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  heard: readonly { heard: Heard; title: string; responses: number }[]
  baselines: readonly Baseline[]
  mayChange: boolean
}

const number = (count: number) => count.toLocaleString('en-GB', { maximumFractionDigits: 0 })

/** Everyone we heard from, and the populations that they can be held against. */
export const ListPage = ({ commissioner, heard, baselines, mayChange }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">Who we heard from</h1>
    <p>Whom our surveys and other sources reached, beside the people who live here or are on the list of a practice.</p>
    {heard.length === 0 ? (
      <Empty>Nobody has answered yet, and no comments were brought in from a file.</Empty>
    ) : (
      <Table
        responsive
        caption={{ text: 'Surveys and sources', size: 'm' }}
        head={['Name', { text: 'People', format: 'numeric' }]}
        rows={heard.map(({ heard: one, title, responses }) => [
          {
            html: (
              <a class="nhsuk-link" href={paths.heard({ commissioner, kind: kindOf(one), id: idOf(one) })}>
                {title}
              </a>
            ),
          },
          { text: number(responses), format: 'numeric' },
        ])}
      />
    )}
    {baselines.length === 0 ? (
      <Empty begin={mayChange ? { text: 'Add a population', href: paths.add({ commissioner }) } : undefined}>
        There is no population yet to hold people against, such as the Census of this area. Without one nobody can say who is missing.
      </Empty>
    ) : (
      <>
        <Table
          responsive
          caption={{ text: 'Populations', size: 'm' }}
          head={['Name', 'What it tells apart', 'Area', { text: 'How many', format: 'numeric' }, 'Of']}
          rows={baselines.map((baseline) => [
            {
              html: (
                <a class="nhsuk-link" href={paths.baseline({ commissioner, baseline: baseline.id })}>
                  {baseline.title}
                </a>
              ),
            },
            characteristics[baseline.characteristic],
            baseline.area,
            { text: `${number(totalOf(baseline.groups))} ${baseline.counted}`, format: 'numeric' },
            baseline.dated || 'Not said',
          ])}
        />
        {mayChange && <Button text="Add a population" variant="secondary" href={paths.add({ commissioner })} />}
      </>
    )}
  </>
)
