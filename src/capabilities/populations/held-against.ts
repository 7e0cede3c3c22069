import type { Baseline } from './baseline.ts'
import type { Bin } from './bin.ts'
import { type Asked, binsFor } from './crosswalk.ts'

/** What a question is held against. */
export interface HeldAgainst {
  baseline: Baseline
  bins: readonly Bin[]
  /** Whether somebody said so, or it was told by the crosswalk. */
  isChosen: boolean
}

/**
 * What a question is held against: what somebody said, while that population is in use; else the latest population of its characteristic whose
 * groups line up with its answers. Null where there is none, or where somebody said that it is held against none.
 */
export function heldAgainst(
  asked: Asked,
  match: { baselineId: string | null; bins: readonly Bin[] } | undefined,
  baselines: readonly Baseline[],
): HeldAgainst | null {
  if (match && match.baselineId === null) return null
  const chosen = match && baselines.find(({ id }) => id === match.baselineId)
  if (match && chosen) return { baseline: chosen, bins: match.bins, isChosen: true }
  for (const baseline of baselines) {
    if (!goesWith(asked, baseline)) continue
    const bins = binsFor(asked, baseline)
    if (bins.length >= 2) return { baseline, bins, isChosen: false }
  }
  return null
}

/** A place may be a practice too. */
const goesWith = ({ characteristic }: Asked, baseline: Baseline) =>
  characteristic !== null &&
  (baseline.characteristic === characteristic || (characteristic === 'place' && baseline.characteristic === 'practice'))
