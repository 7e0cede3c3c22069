/**
 * How an alpha stands to what is usually asked for. K. Krippendorff (Content Analysis, 2nd edition, 2004, page 241): 0.800 to rely on, and
 * 0.667 as the lowest for tentative conclusions. Said beside the number, and no verdict: what is enough depends on what hangs on it.
 */
export function levelInWords(alpha: number | null): string {
  if (alpha === null) return 'Cannot be worked out'
  if (alpha >= 0.8) return '0.800 or more'
  return alpha >= 0.667 ? '0.667 to 0.800' : 'Under 0.667'
}

export const alphaInFigures = (alpha: number | null) => (alpha === null ? '–' : inFigures(alpha, 3))

export const intervalInFigures = (interval: readonly [number, number] | null) =>
  interval === null ? '–' : `${inFigures(interval[0], 2)} to ${inFigures(interval[1], 2)}`

const inFigures = (value: number, digits: number) => value.toFixed(digits).replace('-', '−')
