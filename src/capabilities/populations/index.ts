import type { Capability } from '#platform/slots.ts'

export const populations: Capability = { name: 'populations' }
