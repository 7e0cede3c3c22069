/** What double keying found, over all forms of a consultation. */
export interface Keyed {
  forms: number
  /** Taken with one keying, for a reason: nobody knows how many mistakes they hold. */
  single: number
  compared: number
  differed: number
}

/**
 * The share of answers on which two people differed, from 0 to 1; null where nothing was compared. Each difference is a mistake of one of the
 * two (rarely of both), so about half of it is the rate of one person's typing. What both mistook alike is not found.
 */
export const differenceRate = ({ compared, differed }: Pick<Keyed, 'compared' | 'differed'>): number | null =>
  compared === 0 ? null : differed / compared

/** '31 of 12,400 answers that two people typed differed: 0.25%'. */
export function rateInWords(keyed: Keyed): string {
  const rate = differenceRate(keyed)
  if (rate === null) return 'No form has been typed by two people yet'
  const number = (count: number) => count.toLocaleString('en-GB')
  return `${number(keyed.differed)} of ${number(keyed.compared)} answers that two people typed differed: ${(rate * 100).toFixed(2)}%`
}
