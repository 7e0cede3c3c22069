import type { Option } from '#capabilities/surveys'
import type { CrossedBy } from './counted-page.ts'
import type { Dimension } from './dimension.ts'
import type { Middle } from './group-middle.ts'

/** One thing looked at alone. */
export interface CountedView {
  rows: Dimension
  /** What is side by side; null where everyone is together. */
  columns: Dimension | null
  /** The groups for each of which it is shown again; null without. */
  layers: Dimension | null
  everyone: CrossedBy
  /** Rows by columns; of everyone where nothing is side by side. */
  crossed: CrossedBy
  byLayer: readonly (CrossedBy & { layer: Option })[]
  /** What is in the middle, of everyone and for each column; empty where there is no middle. */
  middles: readonly { group: string; middle: Middle | null }[]
}
