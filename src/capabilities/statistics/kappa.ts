import type { Coded } from './unit-pattern.ts'

/**
 * The part of units, 0 to 1, on which all coders say the same, or numbers no further apart than `within`. Only units that every coder
 * coded count; null where there are none. It takes no account of chance.
 */
export function percentAgreement(codersByUnits: readonly (readonly Coded[])[], { within = 0 }: { within?: number } = {}): number | null {
  const units = completeUnits(codersByUnits)
  const agreed = units.filter((values) =>
    within > 0 ? Math.max(...values.map(Number)) - Math.min(...values.map(Number)) <= within : values.every((value) => value === values[0]),
  )
  return units.length === 0 ? null : agreed.length / units.length
}

/**
 * Cohen's kappa of two coders: agreement beyond what their own habits would bring by chance (J. Cohen, 1960). Over units both coded; null
 * where there are none, or where both only ever used the same one value.
 */
export function cohenKappa(one: readonly Coded[], other: readonly Coded[]): number | null {
  return beyondChance(one, other, (value, units) => shareOf(value, units, 0) * shareOf(value, units, 1))
}

/** Scott's pi of two coders: the same, with chance reckoned from what both used together (W. A. Scott, 1955). */
export function scottPi(one: readonly Coded[], other: readonly Coded[]): number | null {
  return beyondChance(one, other, (value, units) => ((shareOf(value, units, 0) + shareOf(value, units, 1)) / 2) ** 2)
}

/**
 * Fleiss's kappa of any number of coders, with its z (J. L. Fleiss, Psychological Bulletin 76:378, 1971; the variance of Fleiss, Nee and
 * Landis, 1979). Over units that every coder coded; null where there are none, for one coder, and where a single value is in use.
 */
export function fleissKappa(codersByUnits: readonly (readonly Coded[])[]): { kappa: number; z: number } | null {
  const units = completeUnits(codersByUnits)
  const coders = codersByUnits.length
  if (units.length === 0 || coders < 2) return null
  const answers = units.length * coders
  const counts = units.map((values) => [...Map.groupBy(values, (value) => value).values()].map((same) => same.length))
  const shares = [...Map.groupBy(units.flat(), (value) => value).values()].map((same) => same.length / answers)
  const agreed = sumOf(counts.flat().map((count) => count * (count - 1))) / (answers * (coders - 1))
  const chance = sumOf(shares.map((share) => share ** 2))
  if (shares.length === 1) return null
  const spread = sumOf(shares.map((share) => share * (1 - share)))
  const skew = sumOf(shares.map((share) => share * (1 - share) * (1 - 2 * share)))
  const variance = (2 * (spread ** 2 - skew)) / (spread ** 2 * answers * (coders - 1))
  const kappa = (agreed - chance) / (1 - chance)
  return { kappa, z: kappa / Math.sqrt(variance) }
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

/** What all coders gave to each unit that all of them coded. */
const completeUnits = (rows: readonly (readonly Coded[])[]) =>
  (rows[0] ?? []).map((_, unit) => rows.map((row) => row[unit] ?? null)).filter((values) => values.every((value) => value !== null))

const shareOf = (value: Coded, units: readonly Coded[][], coder: 0 | 1) =>
  units.filter((values) => values[coder] === value).length / units.length

function beyondChance(one: readonly Coded[], other: readonly Coded[], chanceOf: (value: Coded, units: readonly Coded[][]) => number) {
  const units = completeUnits([one, other])
  const agreed = percentAgreement(units.length === 0 ? [] : [one, other])
  if (agreed === null) return null
  const chance = sumOf([...new Set(units.flat())].map((value) => chanceOf(value, units)))
  return chance === 1 ? null : (agreed - chance) / (1 - chance)
}
