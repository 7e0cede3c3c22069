import type { Sentiment } from './sentiment.ts'
import type { Span } from './span.ts'

/** What a machine would say of a comment: shown as that, and nothing until a person takes it over. */
export interface Suggestion {
  themeId: string
  themeName: string
  /** The words that led to it. */
  because: readonly Span[]
}

export interface Suggested {
  themes: readonly Suggestion[]
  sentiment: Sentiment | null
}

export const nothingSuggested: Suggested = { themes: [], sentiment: null }

/** Places as they are kept beside a suggestion; whatever is none is left out. */
export const readSpans = (kept: unknown): Span[] =>
  (Array.isArray(kept) ? kept : []).flatMap((one: unknown) => {
    const { start, end } = (one ?? {}) as Partial<Span>
    return Number.isInteger(start) && Number.isInteger(end) ? [{ start: start!, end: end! }] : []
  })
