import { ScrollBox, Table } from '#design'
import { changeInWords, type driftOfTable } from '../drift.ts'
import type { FrozenTable } from '../finding.ts'

export interface ShownNumbers {
  table: FrozenTable
  /** Null where what it counted is no longer there to count. */
  drift: ReturnType<typeof driftOfTable> | null
}

/** The tables a finding keeps, each as it was and as it is. For staff: these are true figures. */
export const NumbersThenAndNow = ({ tables, resultsHref }: { tables: readonly ShownNumbers[]; resultsHref: string }) => (
  <>
    {tables.map(({ table: { id, label, query, counted }, drift }) => (
      <section aria-labelledby={`numbers-${id}`}>
        <h3 class="nhsuk-heading-s" id={`numbers-${id}`}>
          {label}
        </h3>
        <p>
          Of {counted.asked.toLocaleString('en-GB')} responses when the finding was made.{' '}
          <a class="nhsuk-link" href={`${resultsHref}?${query}`}>
            Open this view of the results<span class="nhsuk-u-visually-hidden">: {label}</span>
          </a>
        </p>
        {drift === null && <p>It can no longer be counted: a question, a theme or a group of it is gone.</p>}
        <ScrollBox label={`${label}: table`}>
          <Table
            caption={{ text: label, classes: 'nhsuk-u-visually-hidden' }}
            firstCellIsHeader
            head={['Answer', ...counted.columns.map((column) => ({ text: column.label, format: 'numeric' }))]}
            rows={counted.rows.map((row, at) => [
              row.label,
              ...counted.columns.map((_, across) => ({
                text: figure(counted.counts[at]?.[across] ?? 0, drift?.[at]?.cells[across]),
                format: 'numeric',
              })),
            ])}
          />
        </ScrollBox>
      </section>
    ))}
  </>
)

function figure(before: number, cell: { before: number; now: number } | undefined): string {
  const then = before.toLocaleString('en-GB')
  return cell === undefined || cell.now === before ? then : `${then}, now ${cell.now.toLocaleString('en-GB')} (${changeInWords(cell)})`
}
