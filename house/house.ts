import { dataFaults } from './data.ts'
import type { Fault } from './fault.ts'
import { capabilitiesInOrder, importFaults } from './imports.ts'
import { lengthFaults } from './lengths.ts'
import { nameFaults } from './names.ts'
import { orderFaults } from './order.ts'
import { listSource } from './source.ts'

/** Look over the house at `root`: every breach of its rules, and how many modules the check of imports saw. */
export async function inspectHouse(root: string): Promise<{ faults: Fault[]; seen: number }> {
  const source = listSource(root)
  const imports = await importFaults(root, source)
  const faults = [
    ...imports.faults,
    ...orderFaults(root, capabilitiesInOrder(root)),
    ...nameFaults(root, source),
    ...lengthFaults(source),
    ...dataFaults(source),
  ]
  return { faults, seen: imports.seen }
}
