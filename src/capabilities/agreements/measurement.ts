import { alphaWithInterval, cohenKappa, type Interval, labelAgreement } from '#capabilities/statistics'

/** What one coder decided about one comment: a person, or a file that came with labels. */
export interface Answer {
  contributionId: string
  coderId: string
  /** Each once; none is a decision too: nothing fits. */
  themeIds: readonly string[]
  /** From 1, very positive, to 5, very negative; null where they did not say. */
  sentiment: number | null
}

/** A coder, and how much there is to compare them on. */
export interface Decider {
  coderId: string
  name: string
  kind: string
  /** About how many comments they have decided. */
  comments: number
}

export interface Alpha {
  /** Krippendorff's; null where it is not defined. */
  alpha: number | null
  /** 95%; null where there is too little to say. */
  interval: Interval | null
}

export interface ThemeMeasure extends Alpha {
  themeId: string
  /** On how many comments each coder sees the theme, in the order of the coders. */
  seen: readonly number[]
  /** On how many of the comments all who decided say the same of it. */
  alike: number
  /** Cohen's, where there are two coders; null too where it is not defined. */
  kappa: number | null
}

export interface Measurement {
  coders: readonly string[]
  /** Comments about which two coders or more decided. Only these are measured. */
  comments: number
  /** On how many of them all who decided chose the very same themes. */
  same: number
  /** Themes that someone saw, in the order given. */
  themes: readonly ThemeMeasure[]
  /** Every theme on every comment taken together. */
  overall: Alpha
  /** How comments feel, as an order from 1 to 5; null where no comment was judged twice. */
  sentiment: (Alpha & { comments: number }) | null
  pairs: readonly { one: string; other: string; f1: number | null; interval: Interval | null; comments: number }[]
}

/**
 * How far coders agree. For each theme, whether it is there or not is a nominal value: Krippendorff's alpha with its interval; sentiment is
 * ordinal; each pair of coders has the mean F1 of their themes, comment by comment. `themeIds`: the themes of the frame, in order; one
 * that nobody saw is left out, since nothing shows that coders can tell it.
 */
export function measure(answers: readonly Answer[], coders: readonly string[], themeIds: readonly string[]): Measurement {
  const byComment = [...Map.groupBy(answers, ({ contributionId }) => contributionId).values()].filter((given) => given.length > 1)
  const rows = coders.map((coderId) => byComment.map((given) => given.find((answer) => answer.coderId === coderId) ?? null))
  const sets = rows.map((row) => row.map((answer) => answer && new Set(answer.themeIds)))
  const presence = (themeId: string) => sets.map((row) => row.map((themes) => themes && Number(themes.has(themeId))))
  const seen = themeIds.filter((themeId) => sets.some((row) => row.some((themes) => themes?.has(themeId))))
  return {
    coders,
    comments: byComment.length,
    same: byComment.filter((given) => isSame(given)).length,
    themes: seen.map((themeId) => {
      const coded = presence(themeId)
      return {
        themeId,
        seen: coded.map((row) => row.filter((value) => value === 1).length),
        alike: byComment.reduce((all, _, comment) => all + Number(isOneAnswer(coded, comment)), 0),
        kappa: coders.length === 2 ? cohenKappa(coded[0]!, coded[1]!) : null,
        ...alphaWithInterval(coded, 'nominal'),
      }
    }),
    overall: overallOf(seen.map(presence), coders.length, byComment.length),
    sentiment: sentimentOf(rows.map((row) => row.map((answer) => answer?.sentiment ?? null))),
    pairs: pairsOf(coders, rows),
  }
}

/** Whether all who decided about a comment chose the very same themes, wherever in its words. */
export const isSame = (given: readonly Pick<Answer, 'themeIds'>[]) =>
  new Set(given.map(({ themeIds }) => [...new Set(themeIds)].sort().join())).size <= 1

/** Whether all who decided about a comment say the same. */
function isOneAnswer(coded: readonly (readonly (number | null)[])[], comment: number): boolean {
  const given = coded.find((row) => row[comment] !== null)?.[comment]
  return coded.every((row) => row[comment] === null || row[comment] === given)
}

/** All themes of one comment are drawn together: what someone sees in it is one judgement. */
function overallOf(themes: readonly (readonly (readonly (number | null)[])[])[], coders: number, comments: number): Alpha {
  const coded = Array.from({ length: coders }, (_, coder) => themes.flatMap((rows) => rows[coder]!))
  const commentOf = themes.flatMap(() => Array.from({ length: comments }, (_, comment) => comment))
  return alphaWithInterval(coded, 'nominal', commentOf)
}

function sentimentOf(rows: readonly (readonly (number | null)[])[]): Measurement['sentiment'] {
  const comments = (rows[0] ?? []).filter((_, comment) => rows.filter((row) => row[comment] !== null).length > 1).length
  if (comments === 0) return null
  return { comments, ...alphaWithInterval(rows, 'ordinal') }
}

function pairsOf(coders: readonly string[], rows: readonly (readonly (Answer | null)[])[]): Measurement['pairs'] {
  return coders.flatMap((one, at) =>
    coders.slice(at + 1).map((other, after) => {
      const both = rows[at]!.flatMap((answer, comment) => {
        const beside = rows[at + 1 + after]![comment]
        return answer && beside ? [[answer.themeIds, beside.themeIds] as const] : []
      })
      const { f1Mean, interval, n } = labelAgreement(
        both.map(([themes]) => themes),
        both.map(([, themes]) => themes),
      )
      return { one, other, f1: f1Mean, interval, comments: n }
    }),
  )
}
