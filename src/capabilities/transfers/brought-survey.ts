import { type ContactPromise, type Question, readQuestions } from '#capabilities/surveys'
import { Refused } from '#platform/errors.ts'

/** A question of the file that could not be brought in, by its place among them, and why. */
export interface Left {
  row: number
  reason: string
}

/** The layouts we read, as people call them. */
export const layouts = {
  lss: 'LimeSurvey survey (.lss)',
  goldthread: 'Goldthread JSON',
  'i.AI workbook': 'i.AI workbook of questions (.xlsx)',
  'i.AI questions': 'i.AI questions (JSON)',
  'Defra form': 'Defra form (JSON)',
} as const
export type Layout = keyof typeof layouts

/** A survey out of a file, before any of it is kept. Each question of the file is in `questions`, whole or in parts, or among those left. */
export interface BroughtSurvey {
  layout: Layout
  title: string
  promise: ContactPromise
  questions: Question[]
  /** How many questions the file has. */
  read: number
  left: Left[]
  /** What came in otherwise than it was, and what did not come in at all, in sentences. */
  notes: string[]
  /** The same questions in other languages: texts by where they stand. */
  languages: { code: string; name: string; texts: Readonly<Record<string, string>> }[]
  checks?: Check[]
}

/** One check of a file, in words. `passed` is null where it could not be tried. */
export interface Check {
  number: number
  name: string
  passed: boolean | null
  says: string
}

/** What became of the questions of a file: kept, so that nothing that was left is lost from sight. */
export interface Report {
  title: string
  read: number
  imported: number
  rejected: Left[]
  notes: string[]
  checks: Check[]
}

export const reportOf = ({ title, read, left, notes, checks = [] }: BroughtSurvey): Report => ({
  title,
  read,
  imported: read - left.length,
  rejected: left,
  notes,
  checks,
})

/** Why a question cannot be asked here, in words; null where it can. Where and when it is asked is looked at with all the others. */
export function mistakeIn(question: Question): string | null {
  const { asked: _, ...alone } = question
  try {
    readQuestions([alone])
    return null
  } catch (error) {
    if (error instanceof Refused) return error.message.replace(`“${question.text}”: `, '').replace(/^Question 1 \(“.*?”\): /, '')
    throw error
  }
}

/** A key that a question may go by, made of a name in another tool and unlike those taken; Q1_SQ001 → q1-sq001. */
export function keyOf(name: string, taken: ReadonlySet<string>): string {
  const plain = keyLike(name)
  const free = [plain, ...Array.from({ length: 999 }, (_, at) => `${plain.slice(0, 35)}-v${at + 2}`)].find((key) => !taken.has(key))
  return free ?? plain
}

/** What a name in another tool is as a key here, whether or not another has it. */
export const keyLike = (name: string) => {
  const letters = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  const begun = /^[a-z]/.test(letters) ? letters : `q${letters}`
  const short = begun.slice(0, 38).replace(/-+$/, '')
  // Endings and beginnings that fields beside the questions have.
  return /(^(your|tell|quote|survey|typed|error)-|^maincontent$|-other$|-\d+$|-(hint|error|info|label)$)/.test(short)
    ? `x${short.replaceAll('-', '')}`
    : short
}
