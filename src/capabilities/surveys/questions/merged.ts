import type { Option, Question } from '../question.ts'

/**
 * Each question once, as it was last asked, with every option and every row it ever had: those of earlier versions after those of later ones.
 * `versions` are given latest first. What people answered to any version has its place in it.
 */
export function mergedQuestions(versions: readonly { questions: readonly Question[] }[]): Question[] {
  const merged = new Map<string, Question>()
  for (const earlier of versions.flatMap(({ questions }) => questions)) {
    const latest = merged.get(earlier.key)
    merged.set(earlier.key, latest ? { ...latest, ...everyOption(latest, earlier) } : earlier)
  }
  return [...merged.values()]
}

const everyOption = (latest: Question, earlier: Question): Partial<Question> => ({
  ...(latest.options && { options: withEarlier(latest.options, earlier.options) }),
  ...(latest.rows && { rows: withEarlier(latest.rows, earlier.rows) }),
  ...((latest.other || earlier.other) && { other: true }),
})

const withEarlier = (latest: readonly Option[], earlier: readonly Option[] = []): Option[] => [
  ...latest,
  ...earlier.filter(({ value }) => !latest.some((option) => option.value === value)),
]
