/** One thing a coder did, by what it made and what it took away. */
export interface Act {
  id: string
  coderId: string
  contributionId: string
  /** Null: it is of the comment itself, whatever frame it was read with. */
  frameId: string | null
  made: readonly string[]
  removed: readonly string[]
  /** Comments that were finished by it. */
  finished: readonly string[]
  sentiments: readonly string[]
  markMade: string | null
  markRemoved: string | null
}

/** What undoing it will take back, for the name of a button. */
export function actInWords({ made, removed, finished, sentiments, markMade, markRemoved }: Act): string {
  if (finished.length > 1) return `the same coding for ${finished.length} comments`
  if (finished.length === 1) return made.length > 0 ? 'coding and finishing a comment' : 'finishing a comment'
  if (made.length > 0) return made.length === 1 ? 'coding as a theme' : `coding as ${made.length} themes`
  if (removed.length > 0) return 'removing a theme'
  if (sentiments.length > 0) return 'how it feels'
  return markMade ? 'putting a mark on it' : markRemoved ? 'taking a mark off it' : 'the last thing'
}
