import type { Capability } from '#platform/slots.ts'

export const agreements: Capability = { name: 'agreements' }
