import { enough } from './due.ts'
import type { Tested } from './tested.ts'

/** A model as pages show it: without what it learned. */
export interface Model {
  id: string
  frameVersion: number
  /** How many comments it learned from; 0 for one that knows definitions alone. */
  comments: number
  learnedAt: Date
  /** Null while it has not been tested, or where there is too little to test it on. */
  tested: Tested | null
}

/** With fewer comments a test would say nothing. */
export const isToTest = ({ tested, comments }: Model) => tested === null && comments >= enough
