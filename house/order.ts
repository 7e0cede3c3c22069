import type { Fault } from './fault.ts'
import { listCapabilities } from './source.ts'

/** A capability that app.ts does not list has no place in the order, so nothing could say what it may use. */
export const orderFaults = (root: string, inOrder: string[]): Fault[] =>
  listCapabilities(root)
    .filter((capability) => !inOrder.includes(capability))
    .map((capability) => ({ rule: 'a capability is missing from app.ts', where: `src/capabilities/${capability}` }))
