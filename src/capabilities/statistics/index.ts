import type { Capability } from '#platform/slots.ts'
import { commands } from './commands.ts'

export { type CountedRow, type PublishOptions, publishableCounts } from './publishable-counts.ts'
export { type Suppression, suppress } from './suppression.ts'

export const statistics: Capability = { name: 'statistics', commands }
