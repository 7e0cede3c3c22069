import type { Capability } from '#platform/slots.ts'

export const suggestions: Capability = { name: 'suggestions' }
