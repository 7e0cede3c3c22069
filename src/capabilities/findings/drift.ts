import type { Finding } from './finding.ts'

export interface DriftRow {
  label: string
  /** When the finding was made. */
  before: number
  now: number
}

interface Today {
  themes: readonly { themeId: string; comments: number; responses: number }[]
  questions: readonly { key: string; text: string; options: readonly { option: string; count: number }[] }[]
}

/** The figures a finding was made with beside the same figures today, themes first. `named` gives a theme's name. */
export function driftOf(finding: Pick<Finding, 'themes' | 'questions'>, today: Today, named: (themeId: string) => string) {
  return {
    themes: finding.themes.map(({ themeId, comments, responses }) => {
      const now = today.themes.find((theme) => theme.themeId === themeId)
      return {
        name: named(themeId),
        comments: { before: comments, now: now?.comments ?? 0 },
        responses: { before: responses, now: now?.responses ?? 0 },
      }
    }),
    questions: finding.questions.map(({ questionKey, counts }) => {
      const now = today.questions.find(({ key }) => key === questionKey)
      const rows: DriftRow[] = counts.map(({ option, label, count }) => ({
        label,
        before: count,
        now: now?.options.find((one) => one.option === option)?.count ?? 0,
      }))
      return { text: now?.text ?? questionKey, rows }
    }),
  }
}

/** 'no change', '+3' or '−2'. */
export function changeInWords({ before, now }: { before: number; now: number }): string {
  if (now === before) return 'no change'
  return now > before ? `+${now - before}` : `−${before - now}`
}
