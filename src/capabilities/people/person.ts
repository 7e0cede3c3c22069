import type { Purpose } from './consent.ts'

export interface ContactPoint {
  id: string
  channel: 'email' | 'phone' | 'post'
  value: string
  addedAt: Date
  confirmedAt: Date | null
}

export interface Person {
  id: string
  name: string | null
  addedAt: Date
  contactPoints: ContactPoint[]
}

/** A person in a list: how many ways there are to reach them, but none of the addresses. */
export interface PersonLine {
  id: string
  name: string | null
  addedAt: Date
  ways: number
  confirmed: number
  /** What they agree to now. */
  purposes: Purpose[]
}

export const nameOf = ({ name }: { name: string | null }) => name ?? 'No name given'
