/** How words feel to whoever codes them: 1 very positive, 3 neither or both, 5 very negative. */
export type Sentiment = 1 | 2 | 3 | 4 | 5

export const sentiments: readonly { value: Sentiment; label: string }[] = [
  { value: 1, label: 'Very positive' },
  { value: 2, label: 'Positive' },
  { value: 3, label: 'Neither, or both' },
  { value: 4, label: 'Negative' },
  { value: 5, label: 'Very negative' },
]

/** A sentiment as a form or a file writes it; null for anything else. */
export function readSentiment(text: string): Sentiment | null {
  return /^[1-5]$/.test(text) ? (Number(text) as Sentiment) : null
}
