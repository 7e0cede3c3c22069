import { Table } from './nhsuk/index.ts'
import { ScrollBox } from './scroll-box.tsx'

export interface StackedBarsProps {
  /** Unique on the page. */
  id: string
  title: string
  note?: string
  rowHead: string
  /** What each bar is made of, from its beginning; three at most. */
  parts: readonly string[]
  rows: readonly { label: string; counts: readonly number[] }[]
}

/** Bars of one length, each parted between a few answers, with the numbers in words below each and as a table. A row of noughts has no bar. */
export const StackedBars = ({ id, title, note, rowHead, parts, rows }: StackedBarsProps) => (
  <figure class="gt-chart">
    <figcaption class="nhsuk-heading-s gt-chart__title" id={`${id}-title`}>
      {title}
    </figcaption>
    {note && <p>{note}</p>}
    <div class="gt-chart__drawing" role="img" aria-labelledby={`${id}-title`} aria-describedby={`${id}-about`}>
      <span class="nhsuk-u-visually-hidden" id={`${id}-about`}>
        A chart of bars in parts. The table after it holds the same numbers.
      </span>
      {rows.map(({ label, counts }) => (
        <div class="gt-chart__row">
          <div class="gt-chart__label">{label}</div>
          {sum(counts) > 0 && (
            <svg class="gt-stack" width="100%" height="16" focusable="false">
              {counts.map((count, at) => (
                <rect
                  class={`gt-stack__part-${at}`}
                  x={`${percent(sum(counts.slice(0, at)), counts)}%`}
                  width={`${percent(count, counts)}%`}
                  height="100%"
                />
              ))}
            </svg>
          )}
          <div class="gt-stack__words">{parts.map((part, at) => `${counts[at] ?? 0} ${part.toLowerCase()}`).join(', ')}</div>
        </div>
      ))}
    </div>
    <ScrollBox label={`${title}: table`}>
      <Table
        caption={{ text: title, classes: 'nhsuk-u-visually-hidden' }}
        firstCellIsHeader
        head={[rowHead, ...parts.map((text) => ({ text, format: 'numeric' }))]}
        rows={rows.map(({ label, counts }) => [
          label,
          ...counts.map((count) => ({ text: count.toLocaleString('en-GB'), format: 'numeric' })),
        ])}
      />
    </ScrollBox>
  </figure>
)

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
const percent = (count: number, counts: readonly number[]) => Number(((100 * count) / sum(counts)).toFixed(2))
