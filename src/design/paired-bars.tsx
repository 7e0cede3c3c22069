import { Table } from './nhsuk/index.ts'

export interface PairedRow {
  label: string
  /** Parts of 1. Null where there is no share to show, and then there is no bar. */
  ours: number | null
  theirs: number | null
  /** What the table says of it, beneath each of the columns. */
  cells: readonly string[]
}

export interface PairedBarsProps {
  /** Unique on the page: the chart's own ids begin with it. */
  id: string
  /** What is compared: the caption of chart and table. */
  title: string
  note?: string
  /** What the bars are: first the ones that are looked at, then what they are held against. */
  names: { ours: string; theirs: string }
  /** The heads of the table's columns after the label. The last holds words, the others numbers. */
  columns: readonly string[]
  rows: readonly PairedRow[]
}

// In per cent of the width: the longest bar leaves room at its end for its number on a phone 320 pixels wide.
const longest = 78

/**
 * Two bars for each row, one above the other, with their numbers, and a table that holds the same and more. Bars begin at nought, and the
 * longest of all stands for the largest share. They differ in shade and in height, and each names its own number, so no colour has to be told.
 */
export function PairedBars({ id, title, note, names, columns, rows }: PairedBarsProps) {
  const largest = Math.max(0.01, ...rows.flatMap(({ ours, theirs }) => [ours ?? 0, theirs ?? 0]))
  const bar = (share: number | null, kind: 'ours' | 'theirs') => (
    <div class="gt-chart__track gt-chart__track--paired">
      {share !== null && share > 0 && (
        <svg
          class={`gt-chart__bar gt-chart__bar--${kind}`}
          width={`${((longest * share) / largest).toFixed(2)}%`}
          height={kind === 'ours' ? '20' : '10'}
          focusable="false"
        >
          <rect width="100%" height="100%" />
        </svg>
      )}
      <span class={`gt-chart__number gt-chart__number--${kind}`}>{percent(share)}</span>
    </div>
  )
  return (
    <figure class="gt-chart">
      <figcaption class="nhsuk-heading-s gt-chart__title" id={`${id}-title`}>
        {title}
      </figcaption>
      {note && <p>{note}</p>}
      <div role="img" aria-labelledby={`${id}-title`} aria-describedby={`${id}-about`}>
        <span class="nhsuk-u-visually-hidden" id={`${id}-about`}>
          A chart of two bars for each group. The table after it holds the same numbers.
        </span>
        <p class="nhsuk-body-s gt-chart__key">
          <span class="gt-chart__swatch gt-chart__swatch--ours" /> Thick bar: {names.ours}
          <br />
          <span class="gt-chart__swatch gt-chart__swatch--theirs" /> Thin bar: {names.theirs}
        </p>
        {rows.map(({ label, ours, theirs }) => (
          <div class="gt-chart__row">
            <div class="gt-chart__label">{label}</div>
            {bar(ours, 'ours')}
            {bar(theirs, 'theirs')}
          </div>
        ))}
      </div>
      <Table
        responsive
        firstCellIsHeader
        caption={{ text: title, classes: 'nhsuk-u-visually-hidden' }}
        head={['Group', ...columns.map((text, at) => (at < columns.length - 1 ? numeric(text) : { text }))]}
        rows={rows.map(({ label, cells }) => [label, ...cells.map((text, at) => (at < cells.length - 1 ? numeric(text) : { text }))])}
      />
    </figure>
  )
}

const numeric = (text: string) => ({ text, format: 'numeric' })

/** A part of 1 in per cent: whole from 10 on, with one decimal below. */
export function percent(share: number | null): string {
  if (share === null) return '–'
  if (share > 0 && share < 0.001) return 'under 0.1%'
  return `${(100 * share).toFixed(share === 0 || share >= 0.0995 ? 0 : 1)}%`
}
