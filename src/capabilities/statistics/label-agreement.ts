import { studentT95 } from './beta.ts'
import { type Interval, wilsonInterval } from './proportions.ts'

export interface LabelAgreement {
  /** The mean of the comments' F1, from 0 to 1; null where there are none. */
  f1Mean: number | null
  /** Its 95% interval, from 0 to 1; null below two comments. */
  interval: Interval | null
  /** How many comments. */
  n: number
}

/**
 * How far two coders gave the same labels, comment by comment: the F1 of a comment is twice the labels they share over the labels they
 * gave together. 1 is the same labels, 0 is none in common; two who both give none agree, which is 1. It treats both alike. A label
 * given twice to a comment counts once.
 *
 * The interval is Student's t on the comments' F1, kept within 0 and 1, so that anyone can work it out again; where every comment is 1, or
 * every one 0, it is Wilson's for n of n, since no spread in few comments does not mean that there is none.
 *
 * `expected` and `got`: one list of labels for each comment, in the same order. Throws RangeError where they differ in length.
 */
export function labelAgreement(expected: readonly (readonly string[])[], got: readonly (readonly string[])[]): LabelAgreement {
  if (expected.length !== got.length)
    throw new RangeError(`There are ${expected.length} comments expected and ${got.length} got: they must be the same`)
  const scores = expected.map((labels, place) => f1(new Set(labels), new Set(got[place])))
  const n = scores.length
  if (n === 0) return { f1Mean: null, interval: null, n }
  const f1Mean = scores.reduce((total, score) => total + score, 0) / n
  return { f1Mean, interval: n > 1 ? intervalOf(scores, f1Mean) : null, n }
}

function f1(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((label) => other.has(label)).length
  return one.size + other.size === 0 ? 1 : (2 * shared) / (one.size + other.size)
}

function intervalOf(scores: readonly number[], mean: number): Interval {
  const n = scores.length
  if (mean === 0 || mean === 1) return wilsonInterval(mean * n, n)
  const variance = scores.reduce((total, score) => total + (score - mean) ** 2, 0) / (n - 1)
  const reach = studentT95(n - 1) * Math.sqrt(variance / n)
  return [Math.max(0, mean - reach), Math.min(1, mean + reach)]
}
