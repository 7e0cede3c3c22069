import type { Capability } from '#platform/slots.ts'

export const weightings: Capability = { name: 'weightings' }
