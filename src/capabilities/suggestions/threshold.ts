const ofRare = 0.1
const ofUsual = 0.4
// A theme that one in fifteen speaks of is no longer rare, nor is one that two hundred speak of.
const usualShare = 1 / 15
const usualCount = 200

/**
 * The likelihood from which a theme is offered. Below one half, since a theme that is missed costs a coder more than one to be taken off; lower
 * still for a theme that few texts have, whose likelihood seldom rises high: it would never be offered, and the frame would seem not to need it. A
 * threshold tuned for each theme by F1 measured worse: it follows the chances of a few comments.
 *
 * @param texts how many of the texts learned from have the theme
 * @param all how many there are
 * @returns from 0.1, for none, to 0.4
 */
export const thresholdFor = (texts: number, all: number): number =>
  ofRare + (ofUsual - ofRare) * Math.min(texts / Math.max(Math.min(all * usualShare, usualCount), 1), 1)

/** The threshold that makes F1 greatest, half-way to the next score below it; null where nobody gave the theme. */
export function bestThreshold(scores: ArrayLike<number>, isOne: (place: number) => boolean): { best: number | null; ones: number } {
  const order = Array.from({ length: scores.length }, (_, at) => at).sort((one, other) => scores[other]! - scores[one]!)
  const ones = order.reduce((sum, at) => sum + Number(isOne(at)), 0)
  let found = 0
  let greatest = 0
  let best: number | null = null
  order.forEach((at, place) => {
    found += Number(isOne(at))
    const next = order[place + 1]
    const below = next === undefined ? scores[at]! - 1e-6 : scores[next]!
    // Equal ones stand or fall together.
    if (below === scores[at]!) return
    const score = (2 * found) / (place + 1 + ones)
    if (score <= greatest) return
    greatest = score
    best = (scores[at]! + below) / 2
  })
  return { best, ones }
}
