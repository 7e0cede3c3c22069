import reference from '../../../reference/population-crosswalks.json' with { type: 'json' }
import { binsByAge } from './age-band.ts'
import { type Baseline, type Characteristic, isCharacteristic } from './baseline.ts'
import type { Bin } from './bin.ts'

/** What people were asked that can be held against a population: each of them is in one of its options at most. */
export interface Asked {
  /** 'question:<key>', or 'place'. */
  dimension: string
  text: string
  /** The characteristic it asks for, where that is known. */
  characteristic: Characteristic | null
  options: readonly { value: string; label: string }[]
}

const plain = (label: string) =>
  label
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const unsaid = new Set(reference.unsaid.map(plain))

/** True of an answer or a group that says nobody's group: "I prefer not to say", "Not stated" (Z), "Not known" (99). */
export const isUnsaid = ({ value, label }: { value: string; label: string }) => unsaid.has(plain(label)) || unsaid.has(plain(value))

/** What a question of the equality block asks for; null for any other. */
export function characteristicOf(questionKey: string): Characteristic | null {
  const name = (reference.characteristics as Record<string, string>)[questionKey] ?? ''
  return isCharacteristic(name) ? name : null
}

export const traps: readonly string[] = reference.traps

/**
 * Which answers go with which groups of a baseline, as far as that can be told: by the crosswalks of reference/, by ages, by deciles, or by
 * being called the same. Fewer than two where the lists do not line up: then a person has to say.
 */
export function binsFor(asked: Asked, { characteristic, groups }: Pick<Baseline, 'characteristic' | 'groups'>): Bin[] {
  const living = groups.filter((group) => !isUnsaid(group))
  const said = asked.options.filter((option) => !isUnsaid(option))
  const known = byReference(asked, living)
  if (known.length > 0) return known
  if (characteristic === 'age') return binsByAge(said, living)
  const taken = new Set<string>()
  return living.flatMap((group) => {
    const names = [group.value, group.label].map(plain)
    const isCalled = ({ value, label }: { value: string; label: string }) =>
      !taken.has(value) && [value.replace(/^decile:/, ''), label].some((name) => names.includes(plain(name)))
    const choices = said.filter(isCalled)
    for (const { value } of choices) taken.add(value)
    return choices.length > 0 ? [{ label: group.label, choices: choices.map(({ value }) => value), groups: [group.value] }] : []
  })
}

/** By the crosswalk whose every group is in the baseline; none where there is no such one. */
function byReference({ dimension, options }: Asked, groups: readonly { value: string; label: string }[]): Bin[] {
  const values = new Map(groups.map(({ value, label }) => [plain(label), value]))
  const offered = new Set(options.map(({ value }) => value))
  const found = reference.crosswalks.find(
    ({ question, bins }) =>
      `question:${question}` === dimension &&
      bins.every((bin) => bin.groups.every((label) => values.has(plain(label))) && bin.choices.every((choice) => offered.has(choice))),
  )
  return (found?.bins ?? []).map((bin) => ({ ...bin, groups: bin.groups.map((label) => values.get(plain(label))!) }))
}
