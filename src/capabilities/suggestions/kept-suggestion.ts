import type { Suggestion } from './learner.ts'

/** What is kept of what a model says of one comment. */
export type KeptSuggestion = Pick<Suggestion, 'uncertainty' | 'sentiment'> & {
  themes: (Suggestion['themes'][number] & { offered: boolean })[]
}

const most = 5
const least = 0.05

/** The themes offered, and beside them the likeliest up to five in all: a person who codes may want the next best, and nobody the fiftieth. */
export function keep({ themes, offered, uncertainty, sentiment }: Suggestion): KeptSuggestion {
  const past = new Set(offered)
  const ranked = themes
    .map((theme) => ({ ...theme, offered: past.has(theme.theme) }))
    .sort((one, other) => Number(other.offered) - Number(one.offered) || other.likelihood - one.likelihood)
  return { uncertainty, sentiment, themes: ranked.filter((theme, at) => theme.offered || (at < most && theme.likelihood >= least)) }
}

/** Nothing that is known comes near: such a comment may speak of a theme that the frame lacks. */
export const likelyEnough = 0.3

/** What stands suggested with one frame, in comments. */
export interface SuggestedCounts {
  /** Comments that nobody has decided about. */
  comments: number
  /** Of those, with a theme offered. */
  offered: number
  /** Comments that say nearly the same as another, and how many sets they make. */
  alike: number
  sets: number
}
