import type { Frame, Theme } from '#capabilities/themes'
import type { Act } from './act.ts'
import type { Batch, Pace, Progress } from './batch.ts'
import type { Coding, RecordedComment } from './coding.ts'
import type { MarkKind } from './mark.ts'
import type { Queue } from './queue.ts'
import type { Sentiment } from './sentiment.ts'
import type { Suggested } from './suggestion.ts'

/** A comment that someone has open to code it, with all that is shown beside it. */
export interface OpenComment {
  frame: Frame
  batch: Omit<Batch, 'comments'>
  queue: Queue
  comment: RecordedComment
  themes: readonly (Theme & { fullName: string })[]
  /** The key of each theme that has one, by its id. */
  keys: ReadonlyMap<string, string>
  /** Somebody is to code it without seeing what others did: of others nothing is here. */
  blind: boolean
  codings: readonly Coding[]
  /** Who has it open, as a coder; null where they have not coded yet, or may not. */
  own: string | null
  isFinished: boolean
  /** Others who finished it, by name. */
  finishedBy: readonly string[]
  sentiment: Sentiment | null
  marks: readonly MarkKind[]
  suggested: Suggested
  /** How many others say the same and wait. */
  alike: number
  progress: Progress
  pace: Pace | null
  /** What they did last and can undo. */
  undoable: Act | null
  beside: { previous: string | null; next: string | null }
  mayCode: boolean
}
