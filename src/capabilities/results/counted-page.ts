import type { Dimension } from './dimension.ts'
import type { Middle } from './group-middle.ts'
import type { Ranked } from './ranked-thing.ts'
import type { CountedResults } from './result-count.ts'
import type { CountedCross } from './result-cross.ts'
import type { FrameLines } from './theme-figure.ts'

export interface CrossedBy {
  cross: CountedCross
  /** The same, weighted; null where nothing is. */
  weighted: CountedCross | null
}

/** Everything about a survey or a source, as staff see it: the counts, and each thing by one other where that was asked for. */
export interface CountedPage {
  results: Omit<CountedResults, 'frames'>
  frames: readonly FrameLines[]
  rankings: readonly Ranked[]
  /** What is in the middle of each question, by the name of its dimension. */
  middles: ReadonlyMap<string, Middle>
  by: Dimension | null
  /** By the name of the dimension in the rows; only where something is beside it, or weighted. */
  crosses: ReadonlyMap<string, CrossedBy>
}
