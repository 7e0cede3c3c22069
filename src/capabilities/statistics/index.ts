import type { Capability } from '#platform/slots.ts'
import { commands } from './commands.ts'

export { type CountedRow, publishableCounts } from './publishable-counts.ts'

export const statistics: Capability = { name: 'statistics', commands }
