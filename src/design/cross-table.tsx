import { scaleLinear } from 'd3-scale'
import { Table } from './nhsuk/index.ts'
import { ScrollBox } from './scroll-box.tsx'

export interface CrossCell {
  /** How many, or '*' where the number is hidden. */
  count: number | '*'
  /** Of those in the column, from 0 to 1; null where there are too few to say. */
  share: number | null
  /** What else is said of it, as a range or a weighted share; in the table alone. */
  beside?: string
  /** Small enough to point at someone. */
  small?: boolean
}

export interface CrossTableProps {
  /** Unique on the page. */
  id: string
  title: string
  note?: string
  /** What the rows are. */
  rowHead: string
  /** The groups side by side, and out of how many their shares are. */
  columns: readonly { label: string; of: number | '*' }[]
  rows: readonly { label: string; cells: readonly CrossCell[] }[]
}

// More bars than this nobody compares by eye: the table says it.
const mostBars = 72
const longest = 60

/**
 * One thing counted by another: for each row a bar for each group, in proportion to its share, each with its group's name and its numbers,
 * so that nothing is told by colour; and a table of the same numbers that scrolls by itself on a phone.
 */
export function CrossTable({ id, title, note, rowHead, columns, rows }: CrossTableProps) {
  const shares = rows.flatMap(({ cells }) => cells.map(({ share }) => share ?? 0))
  const scale = scaleLinear()
    .domain([0, Math.max(0.01, ...shares)])
    .range([0, longest])
  const isDrawn = shares.some((share) => share > 0) && shares.length <= mostBars
  return (
    <figure class="gt-chart gt-cross">
      <figcaption class="nhsuk-heading-s gt-chart__title" id={`${id}-title`}>
        {title}
      </figcaption>
      {note && <p>{note}</p>}
      {isDrawn && (
        <div class="gt-chart__drawing" role="img" aria-labelledby={`${id}-title`} aria-describedby={`${id}-about`}>
          <span class="nhsuk-u-visually-hidden" id={`${id}-about`}>
            A bar chart of shares. The table after it holds the same numbers.
          </span>
          {rows.map(({ label, cells }) => (
            <div class="gt-chart__row">
              <div class="gt-chart__label">{label}</div>
              {cells.map(({ share }, at) => (
                <div class="gt-cross__line">
                  <span class="gt-cross__group">{columns[at]?.label}</span>
                  {share !== null && share > 0 && (
                    <svg
                      class={`gt-chart__bar gt-cross__bar-${at % 4}`}
                      width={`${Number(scale(share).toFixed(2))}%`}
                      height="12"
                      focusable="false"
                    >
                      <rect width="100%" height="100%" />
                    </svg>
                  )}
                  <span class="gt-chart__number">{share === null ? 'too few to say' : percent(share)}</span>
                </div>
              ))}
            </div>
          ))}
        </div>
      )}
      <ScrollBox label={`${title}: table`}>
        <Table
          caption={{ text: title, classes: 'nhsuk-u-visually-hidden' }}
          firstCellIsHeader
          head={[rowHead, ...columns.map(({ label, of }) => ({ text: `${label} (of ${number(of)})`, format: 'numeric' }))]}
          rows={rows.map(({ label, cells }) => [label, ...cells.map((cell) => ({ text: inWords(cell), format: 'numeric' }))])}
        />
      </ScrollBox>
    </figure>
  )
}

function inWords({ count, share, beside, small }: CrossCell) {
  const shown = share === null || count === '*' ? number(count) : `${number(count)} (${percent(share)})`
  return [shown, beside, small && 'small number'].filter(Boolean).join('; ')
}

const number = (count: number | '*') => (count === '*' ? 'hidden' : count.toLocaleString('en-GB'))

function percent(share: number) {
  if (share > 0 && share < 0.01) return 'under 1%'
  if (share < 1 && share > 0.99) return 'over 99%'
  return `${Math.round(100 * share)}%`
}
