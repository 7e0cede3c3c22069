import type { Baseline } from './baseline.ts'
import { type Comparison, compare } from './comparison.ts'
import { type Asked, binsFor, isUnsaid } from './crosswalk.ts'

/** People as somebody counted them: the members of a panel, those in a room. */
export interface Headcount {
  id: string
  baselineId: string
  title: string
  /** 2026-03-10. */
  countedOn: string
  /** How many are in each group, by what it was called. */
  counts: Readonly<Record<string, number>>
  unsaid: number
}

const longest = 200

/**
 * Counts as they are typed, one on each line, as "25 to 34: 12"; a line without a number is a group that nobody counted. Or what is wrong, in
 * words for whoever typed them.
 */
export function readCounts(lines: string): { counts: Record<string, number>; unsaid: number } | { mistake: string } {
  const counts: Record<string, number> = {}
  let unsaid = 0
  for (const line of lines.split('\n').map((one) => one.trim())) {
    if (line === '') continue
    const found = /^(.*[^\s:;,\t])[\s:;,\t]*[:;,\t]\s*(\d{1,7})?$/.exec(line)
    if (!found) return { mistake: `Write “${line.slice(0, 60)}” as a group, a colon and a number, like “25 to 34: 12”` }
    const [, label = '', number] = found
    if (label.length > longest) return { mistake: `A group’s name must be ${longest} characters or fewer` }
    if (Object.hasOwn(counts, label)) return { mistake: `“${label}” is there twice` }
    if (isUnsaid({ value: label, label })) unsaid += Number(number ?? 0)
    else if (number !== undefined) counts[label] = Number(number)
  }
  return Object.keys(counts).length === 0 ? { mistake: 'Enter how many people are in each group' } : { counts, unsaid }
}

/** A group that was counted and goes with none of the population, so that its people would be lost; undefined where there is none. */
export function strangerAmong(counts: Headcount['counts'], baseline: Baseline): string | undefined {
  const asked = askedIn(counts)
  const placed = new Set(binsFor(asked, baseline).flatMap(({ choices }) => choices))
  return Object.keys(counts).find((label) => !placed.has(label))
}

/** A headcount held against its population. Groups that nobody counted have nobody in them. */
export function compareHeadcount({ title, counts, unsaid }: Headcount, baseline: Baseline): Comparison | null {
  const asked = { ...askedIn(counts), text: title }
  const bins = binsFor(asked, baseline)
  const compared = new Set(bins.flatMap(({ groups }) => groups))
  // Bands of age may join groups; for all others, a group that was not counted stands with nobody.
  const empty = baseline.groups.filter((group) => !compared.has(group.value) && !isUnsaid(group) && baseline.characteristic !== 'age')
  const all = [...bins, ...empty.map(({ value, label }) => ({ label, choices: [], groups: [value] }))]
  const people = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const answered = { byChoice: counts, answered: people, asked: people, notAsked: 0 }
  const comparison = compare(asked, answered, baseline, all)
  return comparison && { ...comparison, unsaid }
}

const askedIn = (counts: Headcount['counts']): Asked => ({
  dimension: 'headcount',
  text: '',
  characteristic: null,
  options: Object.keys(counts).map((label) => ({ value: label, label })),
})
