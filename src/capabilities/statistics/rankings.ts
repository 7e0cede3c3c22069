/** One order of preference, first first, and how many people gave it. Options may be left out. */
export interface Ballot {
  ranked: readonly string[]
  count: number
}

export interface BordaScore {
  option: string
  /** The sum over all ballots. */
  points: number
  /** Points for each ballot, from 0 (last on all) to the number of options less one (first on all). */
  mean: number | null
}

/**
 * Borda's count (J.-C. de Borda, 1784): of k options the first on a ballot gets k − 1 points, the next k − 2, and so on. Options left off a
 * ballot share equally what is left, so that every ballot gives the same number of points and leaving out is no trick. A ballot that ranks
 * nothing is not counted. Highest first; equals in the order of `options`. `mean` is null where no ballot counts.
 *
 * Throws RangeError where a ballot ranks an option twice or one that is not among `options`, or a count is not a whole number from 0.
 */
export function bordaScores(ballots: readonly Ballot[], options: readonly string[]): BordaScore[] {
  const points = new Map(options.map((option) => [option, 0]))
  let counted = 0
  for (const ballot of ballots) {
    refuseUnusual(ballot, points)
    const { ranked, count } = ballot
    if (ranked.length === 0) continue
    counted += count
    const shared = (options.length - ranked.length - 1) / 2
    for (const option of options) {
      const place = ranked.indexOf(option)
      points.set(option, points.get(option)! + count * (place < 0 ? shared : options.length - 1 - place))
    }
  }
  return [...points]
    .map(([option, all]) => ({ option, points: all, mean: counted === 0 ? null : all / counted }))
    .sort((one, other) => other.points - one.points)
}

/** How many ballots put each option first, in the order of `options`, and how many rank nothing. Throws as `bordaScores`. */
export function firstPreferences(
  ballots: readonly Ballot[],
  options: readonly string[],
): { firsts: { option: string; count: number }[]; blank: number } {
  const firsts = new Map(options.map((option) => [option, 0]))
  let blank = 0
  for (const ballot of ballots) {
    refuseUnusual(ballot, firsts)
    const [first] = ballot.ranked
    if (first === undefined) blank += ballot.count
    else firsts.set(first, firsts.get(first)! + ballot.count)
  }
  return { firsts: [...firsts].map(([option, count]) => ({ option, count })), blank }
}

function refuseUnusual({ ranked, count }: Ballot, options: ReadonlyMap<string, unknown>) {
  if (!(Number.isInteger(count) && count >= 0)) throw new RangeError(`A ballot must be given by a whole number of people, not ${count}`)
  for (const [place, option] of ranked.entries()) {
    if (!options.has(option)) throw new RangeError(`A ballot ranks “${option}”, which is not an option`)
    if (ranked.indexOf(option) < place) throw new RangeError(`A ballot ranks “${option}” twice`)
  }
}
