import { formatMoment } from '#design'
import { type Dimension, labelOf } from './dimension.ts'
import type { Filter } from './result-cross.ts'
import type { View } from './result-view.ts'
import type { Weighting } from './weighted-group.ts'

export interface Described {
  view: View
  byName: ReadonlyMap<string, Dimension>
  /** How many responses were counted, after the filters. */
  responses: number
  at: Date
  weighting: Weighting | null
}

/** How a view was counted, in sentences: what, of whom, how many, and when. It goes with the figures wherever they go. */
export function describeView({ view, byName, responses, at, weighting }: Described): string {
  const called = (name: string | null) => (name === null ? null : `“${byName.get(name)?.label ?? name}”`)
  const [rows, beside, by] = [called(view.rows), called(view.with), called(view.by)]
  const what = [
    rows ? `Counted: ${rows}` : 'Counted: everything that was answered',
    beside && `by ${beside}`,
    by && (beside ? `for each group of ${by}` : `by ${by}`),
  ]
    .filter(Boolean)
    .join(', ')
  const whom = view.only.map((filter) => filterInWords(filter, byName)).join('; and ')
  return [
    `${what}.`,
    whom && `Only responses with ${whom}.`,
    `${responses.toLocaleString('en-GB')} ${responses === 1 ? 'response' : 'responses'} at ${formatMoment(at)}. Responses that were withdrawn or set aside are not among them.`,
    view.weighted &&
      (weighting ? weightingInWords(weighting) : 'Weighted figures were asked for, and there is no weighting that can be used.'),
  ]
    .filter(Boolean)
    .join(' ')
}

/** “How it came to us”: On paper or By telephone. */
export function filterInWords({ of, values }: Filter, byName: ReadonlyMap<string, Dimension>): string {
  const dimension = byName.get(of)
  return dimension ? `“${dimension.label}”: ${values.map((value) => labelOf(dimension, value)).join(' or ')}` : of
}

/** What weighting did, and what it cost. */
export function weightingInWords({ title, kishEffect, effectiveSize, responses, largest, baselineTitles }: Weighting): string {
  const two = (number: number) => number.toLocaleString('en-GB', { maximumFractionDigits: 2 })
  return [
    `Weighted beside the plain figures by “${title}”, to ${baselineTitles.join(' and ')}.`,
    `The ${responses.toLocaleString('en-GB')} responses that have a weight tell as much as ${Math.round(effectiveSize).toLocaleString('en-GB')} would without it (Kish’s design effect ${two(kishEffect)}); the largest weight is ${two(largest)}.`,
    'It makes up for who answered, and for nothing else in which they differ from those who did not.',
  ].join(' ')
}
