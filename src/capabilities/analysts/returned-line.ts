/** One line of what came back, as its file says it, before it is held against the package. */
export interface ReturnedLine {
  /** For the analyst: 'Row 7', or 'question_part_1/mapping.jsonl, line 7'. */
  where: string
  /** The number of a response in the package. */
  number: number
  /** The key of a question; '' where the file has none. */
  question: string
  /** Null: no theme fits, or the line is of a sentiment alone. */
  theme: string | null
  span: { start: number; end: number } | null
  sentiment: number | null
  /** False for a line that says nothing of themes. */
  isCoding: boolean
}

/** A file as it was read: its lines, and what could not be read of it, each with its place. */
export interface ReturnedFile {
  lines: ReturnedLine[]
  mistakes: string[]
}

/** What lines are held against. */
interface Known {
  /** Comments by number and question: '7 why'. */
  comments: ReadonlyMap<string, string>
  numbers: ReadonlySet<number>
  /** Keys of questions answered in words. */
  questions: readonly string[]
  /** Ids of themes by their names, in small letters: both by itself, where no other has it, and from the top. */
  themes: ReadonlyMap<string, string>
  /** How many code points each comment with a span has, by id. */
  lengths: ReadonlyMap<string, number>
}

export interface CheckedReturn {
  codings: { contributionId: string; themeId: string | null; newTheme: string | null; start: number | null; end: number | null }[]
  sentiments: { contributionId: string; value: 1 | 2 | 3 | 4 | 5 }[]
  /** Themes that the frame does not have. */
  newThemes: string[]
  mistakes: string[]
}

const longestName = 80

/**
 * Hold every line against the package. Nothing is kept where there is one mistake: a response or comment that is not in it, a theme with too long a
 * name, a line that comes twice, a span outside its words, two sentiments of one comment. Each is said with its place.
 */
export function checkReturn({ lines, mistakes: unread }: ReturnedFile, known: Known): CheckedReturn {
  const mistakes = [...unread]
  const codings: CheckedReturn['codings'] = []
  const sentiments = new Map<string, { value: number; where: string }>()
  const seen = new Map<string, string>()
  const fresh = new Map<string, string>()
  for (const line of lines) {
    const wrong = (what: string) => void mistakes.push(`${line.where}: ${what}`)
    const contributionId = commentOf(line, known, wrong)
    if (contributionId === null) continue
    if (line.sentiment !== null) {
      const before = sentiments.get(contributionId)
      if (![1, 2, 3, 4, 5].includes(line.sentiment)) wrong('sentiment must be a whole number from 1 to 5')
      else if (before && before.value !== line.sentiment) wrong(`another sentiment than ${before.where} for the same comment`)
      else sentiments.set(contributionId, { value: line.sentiment, where: before?.where ?? line.where })
    }
    if (!line.isCoding) continue
    const { span, theme } = line
    if (span && !isWithin(span, known.lengths.get(contributionId) ?? 0)) {
      wrong('start and end are not within the words of this comment')
      continue
    }
    if (theme !== null && [...theme].length > longestName) {
      wrong(`the name of a theme must be ${longestName} characters or fewer`)
      continue
    }
    const themeId = theme === null ? null : (known.themes.get(theme.toLowerCase()) ?? null)
    if (theme !== null && themeId === null && !fresh.has(theme.toLowerCase())) fresh.set(theme.toLowerCase(), theme)
    const newTheme = theme === null || themeId !== null ? null : fresh.get(theme.toLowerCase())!
    const same = [contributionId, themeId ?? newTheme, span?.start, span?.end].join(' ')
    if (seen.has(same)) {
      wrong(`the same as ${seen.get(same)}`)
      continue
    }
    seen.set(same, line.where)
    codings.push({ contributionId, themeId, newTheme, start: span?.start ?? null, end: span?.end ?? null })
  }
  return {
    codings,
    sentiments: [...sentiments].map(([contributionId, { value }]) => ({ contributionId, value: value as 1 | 2 | 3 | 4 | 5 })),
    newThemes: [...fresh.values()],
    mistakes,
  }
}

function commentOf({ number, question }: ReturnedLine, known: Known, wrong: (what: string) => void): string | null {
  const [only] = known.questions
  const key = question === '' && known.questions.length === 1 ? only! : question
  const found = known.comments.get(`${number} ${key}`)
  if (found !== undefined) return found
  if (!known.numbers.has(number)) wrong(`there is no response ${number} in this package`)
  else if (key === '') wrong('question is empty, and this package has several')
  else if (!known.questions.includes(key)) wrong(`there is no question “${key}” in this package`)
  else wrong(`response ${number} has no comment to “${key}” that may be read`)
  return null
}

const isWithin = ({ start, end }: { start: number; end: number }, length: number) =>
  Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= length
