import { Button, Facts, InsetText, Table } from '#design'
import type { ThemePlan } from '../frame.ts'
import type { ColumnMeaning } from '../frame-column.ts'
import { paths } from '../paths.ts'
import type { PlannedFrame } from '../planned-frame.ts'

interface Props {
  commissioner: string
  id: string
  title: string
  plan: PlannedFrame
  frameId: string | null
}

const meanings: Record<ColumnMeaning, string> = {
  number: 'Where the theme stands',
  theme: 'The theme',
  'sub-theme': 'The theme under it',
  parent: 'The theme above',
  definition: 'What belongs under it',
  includes: 'What it includes',
  excludes: 'What it does not include',
  examples: 'Examples',
}

const many = (count: number, one: string, others: string) => `${count.toLocaleString('en-GB')} ${count === 1 ? one : others}`

/** What a file says of a frame, before the frame is made. */
export const PlanPage = ({ commissioner, id, title, plan, frameId }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">Bring in a frame</span> {title}
    </h1>
    {frameId ? (
      <InsetText>
        <p>
          A frame was made of this file.{' '}
          <a class="nhsuk-link" href={paths.frame({ commissioner, frame: frameId })}>
            Go to the frame
          </a>
        </p>
      </InsetText>
    ) : (
      <p>Nothing is made yet. Look through what was read.</p>
    )}
    <Facts
      facts={[
        { name: 'Rows read', value: plan.read },
        { name: 'Themes', value: plan.count },
        { name: 'Rows that cannot be used', value: plan.rejected.length },
      ]}
    />
    <Table
      caption={{ text: 'How the columns were read', size: 'm' }}
      responsive
      head={['Column in the file', 'Read as']}
      rows={plan.columns.map(({ header, as }) => [{ text: header }, { text: as ? meanings[as] : 'Not read' }])}
    />
    {plan.rejected.length > 0 && (
      <Table
        caption={{ text: 'Rows that cannot be used', size: 'm' }}
        responsive
        head={['Row', 'Why']}
        rows={plan.rejected.map(({ row, reason }) => [{ text: String(row) }, { text: reason }])}
      />
    )}
    <h2 class="nhsuk-heading-m">Themes</h2>
    <PlannedThemes themes={plan.themes} />
    {!frameId && (
      <form method="post" action={paths.planned({ commissioner, plan: id })}>
        <div class="nhsuk-button-group">
          <Button text={`Make the frame with ${many(plan.count, 'theme', 'themes')}`} preventDoubleClick />
          <a class="nhsuk-link" href={paths.plans({ commissioner })}>
            Choose another file
          </a>
        </div>
      </form>
    )}
  </>
)

const PlannedThemes = ({ themes }: { themes: readonly ThemePlan[] }) => (
  <ul class="nhsuk-list gt-themes">
    {themes.map(({ name, definition, themes: below = [] }) => (
      <li>
        <span class="gt-themes__name" dir="auto">
          {name}
        </span>
        {definition && (
          <p class="gt-themes__definition" dir="auto">
            {definition}
          </p>
        )}
        {below.length > 0 && <PlannedThemes themes={below} />}
      </li>
    ))}
  </ul>
)
