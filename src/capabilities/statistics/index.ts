import type { Capability } from '#platform/slots.ts'
import { commands } from './commands.ts'

export { krippendorffAlpha, type Level } from './agreement.ts'
export { alphaWithInterval } from './agreement-interval.ts'
export { type Comparison, compareGroups } from './differences.ts'
export { cohenKappa } from './kappa.ts'
export { labelAgreement } from './label-agreement.ts'
export { type Division, hideInDivision, hideTogether, type LinkedCross } from './linked-tables.ts'
export { groupedMedian, quantile } from './medians.ts'
export { type Interval, wilsonInterval } from './proportions.ts'
export { type CountedRow, publishableCounts } from './publishable-counts.ts'
export { rakeCells } from './raking.ts'
export { type Ballot, bordaScores, firstPreferences } from './rankings.ts'
export { fewestForShares, type Representation, type RepresentedGroup, represent } from './representation.ts'

export const statistics: Capability = { name: 'statistics', commands }
