import { keyOf } from '../batch.ts'
import type { OpenComment } from '../open-comment.ts'

export interface ChosenCoding {
  place: string
  themes: readonly string[]
  /** What they ticked now; null where the form comes fresh. */
  sentiment: string | null
  errors: Readonly<Partial<Record<'place' | 'themes' | 'sentiment', string>>>
}

export interface CommentProps extends OpenComment {
  commissioner: string
  chosen: ChosenCoding
  /** Where personal data is taken out; null for those who may not. */
  redaction: string | null
}

/** The parts of this comment's addresses. */
export const hereOf = ({ commissioner, frame, batch, comment }: Pick<CommentProps, 'commissioner' | 'frame' | 'batch' | 'comment'>) => ({
  commissioner,
  frame: frame.id,
  batch: keyOf(batch),
  contribution: comment.id,
})
