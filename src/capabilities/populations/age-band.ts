import type { Bin } from './bin.ts'

/** Ages in whole years, both inclusive; `to` is Infinity for "and over". */
export interface AgeBand {
  from: number
  to: number
}

/** The ages that a label names, as "16 to 24", "0_4", "15to44", "Under 16", "85 or over", "90+", "85plus", "7"; null where it names none. */
export function ageBand(label: string): AgeBand | null {
  const words = label
    .trim()
    .toLowerCase()
    .replace(/^aged? /, '')
    .replaceAll(/ ?years?( old)?/g, '')
  const band = (from: unknown, to: unknown) => ({ from: Number(from), to: Number(to) })
  const between = /^(\d{1,3}) ?(?:to|-|–|_) ?(\d{1,3})$/.exec(words)
  if (between) return Number(between[1]) <= Number(between[2]) ? band(between[1], between[2]) : null
  const over = /^(\d{1,3}) ?(?:\+|plus|(?:or|and) (?:over|more|older|above))$/.exec(words) ?? /^over (\d{1,3})$/.exec(words)
  if (over) return words.startsWith('over') ? band(Number(over[1]) + 1, Number.POSITIVE_INFINITY) : band(over[1], Number.POSITIVE_INFINITY)
  const under = /^under (\d{1,3})$/.exec(words)
  if (under) return Number(under[1]) > 0 ? band(0, Number(under[1]) - 1) : null
  const upTo = /^(\d{1,3}) (?:or|and) (?:under|younger|below)$/.exec(words)
  if (upTo) return band(0, upTo[1])
  return /^\d{1,3}$/.test(words) ? band(words, words) : null
}

interface Labelled {
  value: string
  label: string
}

/**
 * The finest bands that both the answers and the groups can be summed to: they part where both do. Labels that name no ages, and ages on
 * one side only, are in none. Fewer than two where the two lists do not line up.
 */
export function binsByAge(answers: readonly Labelled[], groups: readonly Labelled[]): Bin[] {
  const [said, living] = [banded(answers), banded(groups)]
  const edges = edgesOf(said)
  const common = edgesOf(living)
    .filter((age) => edges.includes(age))
    .sort((a, b) => a - b)
  return common.slice(0, -1).flatMap((from, at) => {
    const to = common[at + 1]! - 1
    const within = (all: typeof said) => all.filter(({ band }) => band.from >= from && band.to <= to)
    const [choices, parts] = [within(said), within(living)]
    return fill(choices, from, to) && fill(parts, from, to)
      ? [{ label: inWords({ from, to }), choices: choices.map(({ value }) => value), groups: parts.map(({ value }) => value) }]
      : []
  })
}

const banded = (all: readonly Labelled[]) =>
  all.flatMap(({ value, label }) => {
    const band = ageBand(label)
    return band ? [{ value, band }] : []
  })

const edgesOf = (all: readonly { band: AgeBand }[]) => [...new Set(all.flatMap(({ band }) => [band.from, band.to + 1]))]

/** Whether these bands cover every age from one to another, each once. */
function fill(all: readonly { band: AgeBand }[], from: number, to: number): boolean {
  let next = from
  for (const { band } of all.toSorted((one, other) => one.band.from - other.band.from)) {
    if (band.from !== next) return false
    next = band.to + 1
  }
  return next === to + 1
}

const inWords = ({ from, to }: AgeBand) => {
  if (to === Number.POSITIVE_INFINITY) return `${from} or over`
  if (from === to) return String(from)
  return from === 0 ? `Under ${to + 1}` : `${from} to ${to}`
}
