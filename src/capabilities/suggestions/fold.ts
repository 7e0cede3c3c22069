import { numberOf } from './random.ts'

/**
 * Deal what people said into folds so that all of one person's words fall into one. Nobody is then both learned from and tested on. Persons are
 * dealt by the size of what they said, each to the fold that holds least, so the folds are near equal; who comes first among equals is the seed's.
 *
 * @param people for each row, who said it
 * @returns for each row, its fold from 0; fewer folds than asked where there are fewer people
 */
export function foldsByPerson(people: readonly string[], { folds, seed }: { folds: number; seed: number }): Int32Array {
  const rows = new Map<string, number>()
  for (const person of people) rows.set(person, (rows.get(person) ?? 0) + 1)
  const dealt = [...rows]
    .map(([person, count]) => ({ person, count, lot: numberOf(person, seed) }))
    .sort((one, other) => other.count - one.count || one.lot - other.lot || (one.person < other.person ? -1 : 1))
  const held = new Array<number>(Math.min(folds, Math.max(rows.size, 1))).fill(0)
  const foldOf = new Map<string, number>()
  for (const { person, count } of dealt) {
    const least = held.indexOf(Math.min(...held))
    held[least]! += count
    foldOf.set(person, least)
  }
  return Int32Array.from(people, (person) => foldOf.get(person)!)
}
