import type { SummaryPart } from '../question.ts'

/** How often each number was given. */
export type CountedNumbers = readonly (readonly [value: number, count: number])[]

/**
 * What was typed as a number, in its shortest form: '1200.5' from '£1,200.50'. Null where it is none, or beyond ten thousand million either way.
 * The unit may be typed before it or after.
 */
export function numberTyped(typed: string, unit = ''): string | null {
  const bare = typed.replaceAll(/[\s,]/g, '').replace('−', '-')
  const mark = unit.replaceAll(/\s/g, '').toLowerCase()
  const without = mark && bare.toLowerCase().endsWith(mark) ? bare.slice(0, -mark.length) : bare
  const digits =
    mark && without.toLowerCase().replace('-', '').startsWith(mark) ? without.replace(new RegExp(escaped(mark), 'i'), '') : without
  if (!/^-?(\d{1,11}(\.\d{0,4}0*)?|\.\d{1,4}0*)$/.test(digits)) return null
  const number = Number(digits)
  return Math.abs(number) <= 1e10 ? String(number === 0 ? 0 : number) : null
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** True where the number, as text, has no more decimal places than this. */
export const hasPlaces = (number: string, places: number) => (number.split('.')[1] ?? '').length <= places

/** "£1,200", "3 years", "40%". */
export function withUnit(number: number | string, unit = ''): string {
  const text = Number(number).toLocaleString('en-GB', { maximumFractionDigits: 4 })
  if (!unit) return text
  if (/^[£$€]$/.test(unit)) return text.startsWith('-') ? `-${unit}${text.slice(1)}` : `${unit}${text}`
  return unit === '%' ? `${text}%` : `${text} ${unit}`
}

/** Where a unit stands beside a box: a currency before it, any other after. */
export const besideBox = (unit = '') => (/^[£$€]$/.test(unit) ? { prefix: unit } : unit ? { suffix: unit } : {})

/** Mean, median, least and most, from the counts alone; none where nothing was counted. The median of an even number is halfway between the middle two. */
export function measuresOf(counted: CountedNumbers, unit = ''): { name: string; value: string }[] {
  const sorted = counted.filter(([, count]) => count > 0).toSorted(([one], [other]) => one - other)
  const total = sorted.reduce((sum, [, count]) => sum + count, 0)
  if (total === 0) return []
  const at = (place: number) => {
    let seen = 0
    for (const [value, count] of sorted) {
      seen += count
      if (seen > place) return value
    }
    return Number.NaN
  }
  const mean = sorted.reduce((sum, [value, count]) => sum + value * count, 0) / total
  const median = (at(Math.floor((total - 1) / 2)) + at(Math.floor(total / 2))) / 2
  return [
    { name: 'Mean', value: withUnit(mean.toFixed(2), unit) },
    { name: 'Median', value: withUnit(median, unit) },
    { name: 'Least', value: withUnit(at(0), unit) },
    { name: 'Most', value: withUnit(at(total - 1), unit) },
  ]
}

interface Range {
  /** Shown even where nobody gave a number there, so that bands do not move as people answer. */
  least?: number | undefined
  most?: number | undefined
  places?: number | undefined
  unit?: string | undefined
}

/**
 * The counts in at most ten equal bands, each one, two or five times a power of ten wide and beginning at a multiple of its width. Every number
 * is in one band: the counts of the bands come to the counts given. With few whole numbers each has a band of its own.
 */
export function bandsOf(counted: CountedNumbers, { least, most, places = 0, unit }: Range = {}): SummaryPart['rows'] {
  // In the smallest step there is between two numbers, so that all is whole.
  const steps = 10 ** places
  const stepOf = (value: number) => Math.round(value * steps)
  const values = [...counted.flatMap(([value, count]) => (count > 0 ? [value] : [])), ...[least, most].flatMap((end) => end ?? [])].map(
    stepOf,
  )
  if (values.length === 0) return []
  const [low, high] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))]
  const width = widthOf(low, high)
  const bandOf = (step: number) => Math.floor(step / width)

  const counts = new Map<number, number>()
  for (const [value, count] of counted) counts.set(bandOf(stepOf(value)), (counts.get(bandOf(stepOf(value))) ?? 0) + count)
  return Array.from({ length: bandOf(high) - bandOf(low) + 1 }, (_, place) => {
    const band = bandOf(low) + place
    const [from, to] = [(band * width) / steps, ((band + 1) * width - 1) / steps]
    return from === to
      ? { value: `${from}`, label: withUnit(from, unit), count: counts.get(band) ?? 0 }
      : { value: `${from}..${to}`, label: `${withUnit(from, unit)} to ${withUnit(to, unit)}`, count: counts.get(band) ?? 0 }
  })
}

const mostBands = 10

/** The narrowest round width with which these whole numbers need no more than ten bands. */
function widthOf(low: number, high: number): number {
  for (let power = 1; ; power *= 10)
    for (const width of [power, 2 * power, 5 * power]) if (Math.floor(high / width) - Math.floor(low / width) < mostBands) return width
}

/** Numbers from a tally of choices that are numbers as text; what is none is left out. */
export const numbersIn = (choices: Readonly<Record<string, number>>): CountedNumbers =>
  Object.entries(choices).flatMap(([choice, count]) =>
    choice !== '' && Number.isFinite(Number(choice)) ? [[Number(choice), count] as const] : [],
  )

export const sumOf = (counts: readonly { count: number }[]) => counts.reduce((sum, { count }) => sum + count, 0)
