import type { Option } from '#capabilities/surveys'
import { Button, Checkboxes, Details, Select } from '#design'
import type { Dimension } from '../dimension.ts'
import type { View } from '../result-view.ts'

export interface LookFormProps {
  /** Where the choices lead, before the question mark. */
  action: string
  view: View
  dimensions: readonly Dimension[]
  /** What is chosen from now: the filters there are, and one that is being added, with what each can be. */
  filters: readonly { of: string; label: string; values: readonly Option[]; chosen: readonly string[] }[]
  /** What the figures can be weighted by; null where nothing was set up. */
  weighting: string | null
}

/** Chooses what to look at. Its answers are an address, so that a view can be sent to a colleague. */
export const LookForm = ({ action, view, dimensions, filters, weighting }: LookFormProps) => (
  <div class="gt-no-print">
    <Details summary="Choose what to look at" open={view.rows !== null || view.by !== null || filters.length > 0}>
      <form method="get" action={action}>
        <ChooseDimension name="rows" label="What to look at" none="Everything" chosen={view.rows} dimensions={dimensions} />
        <ChooseDimension name="with" label="Side by side with" none="Nothing" chosen={view.with} dimensions={dimensions} />
        <ChooseDimension name="by" label="For each group of" none="Everyone together" chosen={view.by} dimensions={dimensions} />
        {filters.map(({ of, label, values, chosen }, at) => (
          <Checkboxes
            idPrefix={`filter-${at + 1}`}
            fieldset={{ legend: { text: `Only responses with: ${label}`, size: 's' } }}
            hint="Choose any. A response counts if it has one of them."
            items={values.map((option, place) => ({
              // Of an address each name is read once, so each has its own.
              name: `only${1000 * at + place + 1}`,
              value: `${of}=${option.value}`,
              text: option.label,
              checked: chosen.includes(option.value),
            }))}
          />
        ))}
        <ChooseDimension name="filter" label="Add a filter" none="No more filters" chosen={null} dimensions={dimensions} />
        {weighting && (
          <Checkboxes
            name="weighted"
            idPrefix="weighted"
            values={view.weighted ? ['1'] : []}
            items={[{ value: '1', text: `Show weighted shares beside the plain ones: ${weighting}` }]}
          />
        )}
        <Button text="Show" />
      </form>
    </Details>
  </div>
)

interface ChooseProps {
  name: string
  label: string
  none: string
  chosen: string | null
  dimensions: readonly Dimension[]
}

const longest = 90

/** Questions first, then themes, then what people said of themselves, then how they answered, a line between each. */
const ChooseDimension = ({ name, label, none, chosen, dimensions }: ChooseProps) => (
  <Select
    id={name}
    name={name}
    label={{ text: label, size: 's' }}
    value={chosen ?? ''}
    items={[
      { value: '', text: none },
      ...(['question', 'theme', 'characteristic', 'response'] as const).flatMap((family) => {
        const some = dimensions.filter((dimension) => dimension.family === family)
        return some.length === 0 ? [] : [{ divider: true }, ...some.map((one) => ({ value: one.name, text: shortened(one.label) }))]
      }),
    ]}
  />
)

const shortened = (text: string) => ([...text].length > longest ? `${[...text].slice(0, longest - 1).join('')}…` : text)
