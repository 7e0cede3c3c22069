/** How well suggested themes match those that people gave; all from 0 to 1. */
export interface ThemeMeasures {
  /** F1 over all decisions together. */
  micro_f1: number
  /** The mean of each theme's F1, over those that somebody gave at least once. */
  macro_f1: number
  /** The share of comments with exactly the themes that people gave. */
  exact_match: number
  per_theme: { theme: string; n: number; precision: number; recall: number; f1: number }[]
}

/** Precision and recall count as 0 where there is nothing to divide by, F1 likewise. */
const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)

/**
 * Compare the themes suggested for each comment with those that people gave, theme by theme and as whole sets.
 *
 * @param suggested for each comment, the themes that were offered
 * @param given for each comment, those of a person
 * @param themes what is judged; others are left out of both
 */
export function measureThemes(
  suggested: readonly (readonly string[])[],
  given: readonly (readonly string[])[],
  themes: readonly string[],
): ThemeMeasures {
  const counts = new Map(themes.map((theme) => [theme, { both: 0, offered: 0, n: 0 }]))
  let exact = 0
  given.forEach((ofPerson, place) => {
    const right = new Set(ofPerson.filter((theme) => counts.has(theme)))
    const offered = new Set(suggested[place]!.filter((theme) => counts.has(theme)))
    const both = [...right].filter((theme) => offered.has(theme))
    for (const theme of right) counts.get(theme)!.n += 1
    for (const theme of offered) counts.get(theme)!.offered += 1
    for (const theme of both) counts.get(theme)!.both += 1
    if (both.length === right.size && both.length === offered.size) exact += 1
  })
  const per_theme = [...counts].map(([theme, { both, offered, n }]) => ({
    theme,
    n,
    precision: share(both, offered),
    recall: share(both, n),
    f1: share(2 * both, offered + n),
  }))
  const sum = (of: 'both' | 'offered' | 'n') => [...counts.values()].reduce((total, one) => total + one[of], 0)
  const used = per_theme.filter(({ n }) => n > 0)
  return {
    micro_f1: share(2 * sum('both'), sum('offered') + sum('n')),
    macro_f1: share(
      used.reduce((total, { f1 }) => total + f1, 0),
      used.length,
    ),
    exact_match: share(exact, given.length),
    per_theme: per_theme.sort((one, other) => other.n - one.n || (one.theme < other.theme ? -1 : 1)),
  }
}

/** Which side a sentiment is on: −1 positive (1 and 2), 0 neither (3), 1 negative (4 and 5). */
export const sideOf = (sentiment: number) => Math.sign(sentiment - 3)

/** The share of comments whose side was told rightly, over those where a person said; null where nobody did. */
export function sideAccuracy(told: readonly (number | null)[], given: readonly (number | null)[]): number | null {
  const judged = [...given.keys()].filter((place) => given[place] !== null)
  if (judged.length === 0) return null
  return judged.filter((place) => told[place] != null && sideOf(told[place]) === sideOf(given[place]!)).length / judged.length
}
