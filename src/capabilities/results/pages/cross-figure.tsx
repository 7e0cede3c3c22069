import { wilsonInterval } from '#capabilities/statistics'
import { BarChart, CrossTable } from '#design'
import type { CrossedBy } from '../counted-page.ts'
import { type CountedCross, peopledColumns, withColumns } from '../result-cross.ts'

export interface CrossFigureProps extends CrossedBy {
  id: string
  title: string
  rowHead: string
  /** Only then does a share have a range. */
  sampled: boolean
  note?: string
  /** What more to read of a row, by its value. */
  linkOf?: ((value: string) => { text: string; href: string }) | undefined
}

// Twelve people say twelve, and not a percentage.
const fewest = 20

/** A table of counts as staff see it, with its chart: bars where everyone is together, and groups side by side where they are not. */
export const CrossFigure = (props: CrossFigureProps) =>
  props.cross.columns.length === 1 && props.cross.columns[0]?.value === '' ? <Together {...props} /> : <SideBySide {...props} />

const Together = ({ id, title, rowHead, cross, weighted, sampled, note, linkOf }: CrossFigureProps) => (
  <BarChart
    id={id}
    title={title}
    note={[note, basesOf(cross)].filter(Boolean).join(' ')}
    of={cross.answered || undefined}
    columns={{
      label: rowHead,
      count: 'Responses',
      ...(sampled && cross.answered > 0 && { range: 'Range' }),
      ...(weighted && { range: sampled ? 'Range; weighted' : 'Weighted' }),
      ...(linkOf && { link: 'Words' }),
    }}
    bars={cross.rows.map(({ value, label }, row) => {
      const count = cross.counts[row]?.[0] ?? 0
      const beside = [rangeOf(count, cross.answered, sampled), weighted && weightedShare(weighted, row, 0)].filter(Boolean).join('; ')
      return {
        label: isSmall(count) ? `${label} (small number)` : label,
        count,
        ...(beside && { range: beside }),
        ...(linkOf && { link: linkOf(value) }),
      }
    })}
  />
)

/** Groups that nobody is in have no column, and are named: a place may have no one in eight of its ten tenths. */
const SideBySide = ({ cross: whole, weighted: weights, note, ...rest }: CrossFigureProps) => {
  const peopled = peopledColumns(whole)
  const empty = whole.columns.filter((_, place) => !peopled.includes(place)).map(({ label }) => label)
  const nobody = empty.length > 0 && `Nobody who answered is in: ${empty.join('; ')}.`
  return (
    <Peopled
      {...rest}
      cross={withColumns(whole, peopled)}
      weighted={weights && withColumns(weights, peopled)}
      note={[note, nobody].filter(Boolean).join(' ')}
    />
  )
}

const Peopled = ({ id, title, rowHead, cross, weighted, sampled, note }: CrossFigureProps) => (
  <CrossTable
    id={id}
    title={title}
    note={[note, basesOf(cross)].filter(Boolean).join(' ')}
    rowHead={rowHead}
    columns={cross.columns.map(({ label }, column) => ({ label, of: cross.columnAnswered[column] ?? 0 }))}
    rows={cross.rows.map(({ label }, row) => ({
      label,
      cells: cross.columns.map((_, column) => {
        const [count, of] = [cross.counts[row]?.[column] ?? 0, cross.columnAnswered[column] ?? 0]
        const beside = [rangeOf(count, of, sampled), weighted && `weighted ${weightedShare(weighted, row, column)}`]
          .filter(Boolean)
          .join('; ')
        return { count, share: of < fewest ? null : count / of, small: isSmall(count), ...(beside && { beside }) }
      }),
    }))}
  />
)

/** Of how many, and how many did not answer: always, or a share says nothing. */
function basesOf({ asked, answered, answeredBoth, columns, several }: CountedCross): string {
  const isTogether = columns.length === 1 && columns[0]?.value === ''
  return [
    `${number(answered)} of ${number(asked)} responses answered this and ${number(asked - answered)} did not.`,
    !isTogether && `${number(answeredBoth)} of them are in one of these groups; the others did not say.`,
    several.rows && 'A response can be in more than one row, so the numbers do not add up to that.',
    several.columns && 'A response can be in more than one group.',
  ]
    .filter(Boolean)
    .join(' ')
}

function rangeOf(count: number, of: number, sampled: boolean): string {
  if (!sampled || of === 0) return ''
  const [low, high] = wilsonInterval(count, of)
  return `${Math.round(100 * low)}% to ${Math.round(100 * high)}%`
}

function weightedShare({ counts, columnAnswered }: CountedCross, row: number, column: number): string {
  const of = columnAnswered[column] ?? 0
  return of > 0 ? `${Math.round((100 * (counts[row]?.[column] ?? 0)) / of)}%` : '–'
}

const isSmall = (count: number) => count > 0 && count < 5
const number = (count: number) => count.toLocaleString('en-GB')
