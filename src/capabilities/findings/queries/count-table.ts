import { type Basis, countCross, listDimensions } from '#capabilities/results'
import type { Context } from '#platform/context.ts'
import { NotFound, Refused } from '#platform/errors.ts'
import type { Counted } from '../finding.ts'
import { crossingOf } from '../view-query.ts'

/** What a view of the results counts now, and what it is of in words. Throws Refused where it cannot be counted as one table. */
export async function countTable(ctx: Pick<Context, 'db'>, basis: Basis, query: string): Promise<{ label: string; counted: Counted }> {
  const crossing = crossingOf(query)
  if (!crossing)
    throw new Refused(
      'This view cannot be kept with a finding: open one question or theme in the results, by one group at most, and take its address',
    )
  const { byName } = await listDimensions(ctx.db, basis)
  const labelOf = (name: string) => byName.get(name)?.label ?? name
  const only = crossing.only.map(({ of, values }) => `${labelOf(of)}: ${valuesOf(byName.get(of)?.rows({}) ?? [], values)}`)
  const { rows, columns, counts, columnAnswered, asked } = await countCross(ctx, basis, crossing)
  const of = crossing.by === null ? labelOf(crossing.rows) : `${labelOf(crossing.rows)}, by: ${labelOf(crossing.by)}`
  const plain = (options: typeof rows) => options.map(({ value, label }) => ({ value, label }))
  return {
    label: only.length > 0 ? `${of} (only ${only.join('; ')})` : of,
    counted: { rows: plain(rows), columns: plain(columns), counts, columnAnswered, asked },
  }
}

/** The same, or null where what it counted is no longer there to count. */
export async function countTableNow(ctx: Pick<Context, 'db'>, basis: Basis, query: string): Promise<Counted | null> {
  try {
    return (await countTable(ctx, basis, query)).counted
  } catch (error) {
    if (error instanceof NotFound || error instanceof Refused) return null
    throw error
  }
}

const valuesOf = (rows: readonly { value: string; label: string }[], values: readonly string[]) =>
  values.map((value) => rows.find((row) => row.value === value)?.label ?? value).join(' or ')
