import { scaleLinear } from 'd3-scale'
import { Table } from './nhsuk/index.ts'

export interface Bar {
  label: string
  /** How many, or '*' where the number is hidden. */
  count: number | '*'
  /** A second number, for the table alone. */
  beside?: number | '*'
  /** Out of how many, when it differs from bar to bar. */
  of?: number
  /** What else is said of it in the table, as the range its share may have. */
  range?: string
  /** What to read of it, as the words behind a theme. */
  link?: { text: string; href: string }
}

export interface BarChartProps {
  /** Unique on the page: the chart's own ids begin with it. */
  id: string
  /** What is counted: the caption of chart and table. */
  title: string
  bars: readonly Bar[]
  /** What to know before reading it, as how many answered. */
  note?: string
  /** Out of how many: gives every bar its share. */
  of?: number
  /** The heads of the table's columns. */
  columns?: { label?: string; count?: string; share?: string; beside?: string; range?: string; link?: string }
}

// In per cent of the width: the longest bar leaves room at its end for its number on a phone 320 pixels wide.
const longest = 66

/**
 * Horizontal bars with their numbers, and the same numbers as a table. Bars begin at nought, and the longest stands for the largest
 * count shown. A count of '*' has no bar and no share, and is called "hidden": it may be small, or hidden beside a small one. Shares are whole per cents of `of`.
 * Labels are HTML and not SVG text, so that they wrap on a phone and grow with the reader's own text size.
 */
export function BarChart({ id, title, bars, note, of, columns = {} }: BarChartProps) {
  const rows = bars.map((bar) => ({ ...bar, number: number(bar.count), share: share(bar.count, bar.of ?? of) }))
  const hasShares = rows.some((row) => row.share !== '')
  const largest = Math.max(1, ...bars.map((bar) => (bar.count === '*' ? 0 : bar.count)))
  const scale = scaleLinear().domain([0, largest]).range([0, longest])
  const wide = [hasShares, columns.range, columns.beside, columns.link].filter(Boolean).length > 2

  return (
    <figure class="gt-chart">
      <figcaption class="nhsuk-heading-s gt-chart__title" id={`${id}-title`}>
        {title}
      </figcaption>
      {note && <p>{note}</p>}
      <div class="gt-chart__sides">
        <div class="gt-chart__drawing" role="img" aria-labelledby={`${id}-title`} aria-describedby={`${id}-about`}>
          <span class="nhsuk-u-visually-hidden" id={`${id}-about`}>
            A bar chart. The table after it holds the same numbers.
          </span>
          {rows.map((row) => (
            <div class="gt-chart__row">
              <div class="gt-chart__label">{row.label}</div>
              <div class="gt-chart__track">
                {row.count !== '*' && row.count > 0 && (
                  <svg class="gt-chart__bar" width={`${Number(scale(row.count).toFixed(2))}%`} height="20" focusable="false">
                    <rect width="100%" height="100%" />
                  </svg>
                )}
                <span class="gt-chart__number">{row.share ? `${row.number} (${row.share})` : row.number}</span>
              </div>
            </div>
          ))}
        </div>
        <Table
          caption={{ text: title, classes: 'nhsuk-u-visually-hidden' }}
          firstCellIsHeader
          responsive={wide}
          head={[
            columns.label ?? 'Answer',
            numeric(columns.count ?? 'Number'),
            hasShares && numeric(columns.share ?? 'Share'),
            columns.range ? numeric(columns.range) : false,
            columns.beside ? numeric(columns.beside) : false,
            columns.link ? { text: columns.link } : false,
          ]}
          rows={rows.map((row) => [
            row.label,
            numeric(row.number),
            hasShares && numeric(row.share || '–'),
            columns.range !== undefined && numeric(row.range ?? '–'),
            row.beside !== undefined && numeric(number(row.beside)),
            row.link !== undefined && { html: <TableLink {...row.link} of={row.label} /> },
          ])}
        />
      </div>
      {bars.some((bar) => bar.count === '*') && <p class="nhsuk-body-s">Some numbers are hidden, so that nobody can be picked out.</p>}
    </figure>
  )
}

const TableLink = ({ text, href, of }: { text: string; href: string; of: string }) => (
  <a class="nhsuk-link" href={href}>
    {text}
    <span class="nhsuk-u-visually-hidden">: {of}</span>
  </a>
)

const numeric = (text: string) => ({ text, format: 'numeric', classes: 'gt-nowrap' })
const number = (count: number | '*') => (count === '*' ? 'hidden' : count.toLocaleString('en-GB'))

function share(count: number | '*', of: number | undefined): string {
  if (count === '*' || !of) return ''
  const percent = (100 * count) / of
  if (count > 0 && percent < 1) return 'under 1%'
  if (count < of && percent > 99) return 'over 99%'
  return `${Math.round(percent)}%`
}
