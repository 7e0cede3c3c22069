import type { Capability } from '#platform/slots.ts'

export const analysts: Capability = { name: 'analysts' }
