/** A theme that is being split: comments coded under it are sorted, by people, into new themes beside or below it, or stay. */
export interface Split {
  id: string
  frameId: string
  themeId: string
  reason: string
  splitAt: Date
  closed: boolean
}

/** One of the themes that a comment can go to. */
export interface SplitPart {
  themeId: string
  name: string
  /** Words that suggest it. */
  words: readonly string[]
}

/** A new theme that a split is to make. */
export interface PlannedPart {
  name: string
  definition: string
  words: readonly string[]
}

export interface SplitProgress {
  sorted: number
  /** Still to sort. */
  left: number
  /** Of comments that someone codes blind just now, nobody may see what others coded. */
  waiting: number
}

/** A comment that waits to be sorted. */
export interface ToSort {
  id: string
  words: string
  questionText: string | null
  saidOn: string
}

/** Words as someone types them: 'parking, blue badge' or one to a line. */
export const readSignWords = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[,;\n]/)
      .map((word) => word.trim().toLowerCase())
      .filter(Boolean),
  ),
]

/**
 * Which part a comment's words suggest: the one of whose words most are in it. A word counts where it begins a word, so that 'park' finds 'parking' and
 * not 'spark'. Null where none is in it, or two parts have as many.
 */
export function suggestPart(words: string, parts: readonly SplitPart[]): { themeId: string; because: string[] } | null {
  const text = words.toLowerCase()
  const found = parts
    .map(({ themeId, words: signs }) => ({ themeId, because: signs.filter((sign) => beginsAWord(text, sign)) }))
    .filter(({ because }) => because.length > 0)
    .sort((one, other) => other.because.length - one.because.length)
  const [best, next] = found
  return best && best.because.length !== next?.because.length ? best : null
}

const isInWord = /[\p{L}\p{N}]/u

function beginsAWord(text: string, sign: string): boolean {
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) {
    const before = [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? ' '
    if (!isInWord.test(before)) return true
  }
  return false
}
