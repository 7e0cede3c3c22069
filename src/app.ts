import { gather } from '#platform/slots.ts'

// The house, in order. A capability may use only those above it.
export const slots = gather([])
