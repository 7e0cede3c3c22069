import type { Context } from '#platform/context.ts'
import { NotFound, Refused } from '#platform/errors.ts'
import type { Basis } from '../basis.ts'
import type { Dimension } from '../dimension.ts'
import { type CountedCross, type Crossing, crossOf, type Filter, placed, together } from '../result-cross.ts'
import { type Dimensions, listDimensions } from './dimensions.ts'
import { type Chosen, listGroups } from './groups.ts'

/**
 * Count one thing by another, as it is now, in responses. Throws NotFound for a dimension or a value there is none of in this survey or
 * source, and Refused for a thing crossed by itself.
 */
export async function countCross({ db }: Pick<Context, 'db'>, basis: Basis, { rows, by, only }: Crossing): Promise<CountedCross> {
  const known = await listDimensions(db, basis)
  const dimensions = [rows, ...(by === null ? [] : [by])].map((name) => dimensionCalled(known, name))
  refuseItself(dimensions)
  const groups = await listGroups(
    db,
    basis,
    dimensions.map(({ held }) => held),
    [...(await chosenBy(db, basis, known, only)), ...askedOnly(known, dimensions[0]!)],
  )
  const [down, across = together(groups)] = dimensions.map((dimension, at) => placed(groups, dimension, at))
  return crossOf(groups, down!, across)
}

export function dimensionCalled({ byName }: Dimensions, name: string): Dimension {
  const found = byName.get(name)
  if (!found) throw new NotFound('thing to count by')
  return found
}

/** A table of a thing by itself says nothing, and nor does one part of a postcode by the other. */
export function refuseItself(dimensions: readonly Dimension[]) {
  const names = dimensions.map(({ name }) => name)
  if (new Set(names).size < names.length) throw new Refused('Choose two different things: a table of something by itself says nothing.')
}

/** Only those who were asked at all, where not every version of the survey asked it. */
export function askedOnly(known: Dimensions, { held }: Dimension): Chosen[] {
  const asked = 'key' in held ? known.askedIn(held.key) : null
  return asked ? [{ held: { in: 'responses', column: 'survey_version_id' }, choices: asked }] : []
}

/** Filters as the choices that they let through: those of a band, and of the themes below a theme. */
export async function chosenBy(db: Pick<Context, 'db'>['db'], basis: Basis, known: Dimensions, only: readonly Filter[]): Promise<Chosen[]> {
  const chosen: Chosen[] = []
  for (const { of, values } of only) {
    const dimension = dimensionCalled(known, of)
    const groups = await listGroups(db, basis, [dimension.held], [])
    const counts = Object.fromEntries(groups.flatMap(({ given: [choices] }) => (choices ?? []).map((choice) => [choice, 1] as const)))
    const rows = dimension.rows(counts)
    // A list that its author closed tells a wrong value; of an open one, as places, a value may have gone with who named it.
    const offered = dimension.rows({})
    if (offered.length > 0 && !values.every((value) => rows.some((row) => row.value === value)))
      throw new NotFound('value to look at alone')
    const isMeant = (choice: string) => dimension.within(choice, rows).some((value) => values.includes(value))
    chosen.push({ held: dimension.held, choices: [...new Set([...Object.keys(counts).filter(isMeant), ...values])] })
  }
  return chosen
}
