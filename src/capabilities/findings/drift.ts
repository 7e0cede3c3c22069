import type { Counted, Finding } from './finding.ts'

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

/** The numbers of a frozen table beside the same today, row by row and column by column, matched by what they are of. */
export const driftOfTable = (before: Counted, now: Counted): { label: string; cells: { before: number; now: number }[] }[] =>
  before.rows.map(({ value, label }, row) => ({
    label,
    cells: before.columns.map((column, across) => ({ before: before.counts[row]?.[across] ?? 0, now: countIn(now, value, column.value) })),
  }))

function countIn({ rows, columns, counts }: Counted, row: string, column: string): number {
  const [at, across] = [rows.findIndex(({ value }) => value === row), columns.findIndex(({ value }) => value === column)]
  return counts[at]?.[across] ?? 0
}

/** 'no change', '+3' or '−2'. */
export function changeInWords({ before, now }: { before: number; now: number }): string {
  if (now === before) return 'no change'
  return now > before ? `+${now - before}` : `−${before - now}`
}
