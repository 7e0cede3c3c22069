/** One decision: this coder was done with this comment. */
export interface Decision {
  contributionId: string
  coderId: string
}
export type ThemeCoding = Decision & { themeId: string }
export type SentimentCoding = Decision & { value: number }

/** What the coders of a comment say of it together. */
export interface CodedComment {
  themes: string[]
  sentiment: number | null
}

/**
 * What to learn of each comment that somebody decided about: the themes that at least half of its coders gave it, in order, and the lower
 * median of their sentiments (1 very positive … 5 very negative). A comment whose coders found no theme that fits is learned as having none.
 */
export function decided(
  decisions: readonly Decision[],
  codings: readonly ThemeCoding[],
  sentiments: readonly SentimentCoding[],
): Map<string, CodedComment> {
  const coders = Map.groupBy(decisions, ({ contributionId }) => contributionId)
  const coded = Map.groupBy(codings, ({ contributionId }) => contributionId)
  const felt = Map.groupBy(sentiments, ({ contributionId }) => contributionId)
  return new Map(
    [...coders].map(([id, all]) => {
      const deciders = new Set(all.map(({ coderId }) => coderId))
      const byTheme = Map.groupBy(coded.get(id) ?? [], ({ themeId }) => themeId)
      const themes = [...byTheme].flatMap(([theme, given]) => {
        const givers = new Set(given.map(({ coderId }) => coderId).filter((coder) => deciders.has(coder)))
        return givers.size * 2 >= deciders.size ? [theme] : []
      })
      return [id, { themes: themes.sort(), sentiment: lowerMedian((felt.get(id) ?? []).map(({ value }) => value)) }]
    }),
  )
}

const lowerMedian = (values: readonly number[]): number | null =>
  values.toSorted((one, other) => one - other)[(values.length - 1) >> 1] ?? null
