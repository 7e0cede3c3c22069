export type Step = 'waiting' | 'learning' | 'suggesting' | 'comparing' | 'testing' | 'failed'

export interface LearningProgress {
  step: Step
  done: number
  /** Null where nobody can say. */
  total: number | null
  seenAt: Date
}
