import { type Column, mergedQuestions, type Question, type SurveyVersion, typeOf } from '#capabilities/surveys'

/** What a column of a file of answers holds. */
export type Meaning =
  | { is: 'cell'; question: Question; column: Column }
  /** LimeSurvey has a column for each place of an order, with the thing that has it. */
  | { is: 'place'; question: Question; place: string }
  | { is: 'id' | 'said on' | 'place about' | 'variant' | 'version' | 'set aside' | 'row' }

export interface MatchedColumns {
  /** For each column of the file, what it holds; null where nothing here asks for it. */
  meanings: readonly (Meaning | null)[]
  questions: readonly Question[]
  /** The names of those that are left out. */
  leftOut: string[]
}

const beside: Readonly<Record<string, Exclude<Meaning['is'], 'cell' | 'place'>>> = {
  id: 'id',
  'response id': 'id',
  themefinder_id: 'id',
  'respondent id': 'id',
  said_on: 'said on',
  'said on': 'said on',
  submitdate: 'said on',
  'date submitted': 'said on',
  place: 'place about',
  variant: 'variant',
  startlanguage: 'variant',
  version: 'version',
  set_aside: 'set aside',
  row: 'row',
}

// They tell who answered and from where, or how the other tool worked: not asked, and not wanted.
const known = new Set(['token', 'lastpage', 'seed', 'startdate', 'datestamp', 'ipaddr', 'refurl', 'channel', 'set_aside', 'row', ''])

/**
 * What the columns of a file hold, by their names: our own keys ("q1.bus: How do you travel?: Bus"), the codes of LimeSurvey (Q1_SQ001), the letters of
 * i.AI's workbook, or the words of the questions. `versions` are the survey's, latest first.
 */
export function matchColumns(
  header: readonly string[],
  versions: readonly Pick<SurveyVersion, 'questions'>[],
  idColumn?: string,
): MatchedColumns {
  const questions = mergedQuestions(versions)
  const byKey = new Map<string, Meaning>()
  const byName = new Map<string, Meaning>()
  const offer = (name: string, meaning: Meaning) => {
    if (!byName.has(name)) byName.set(name, meaning)
  }
  for (const question of questions) {
    const columns = typeOf(question).columns(question)
    for (const column of columns) byKey.set(column.key, { is: 'cell', question, column })
    for (const column of columns) offer(letters(column.key), { is: 'cell', question, column })
    if (question.type === 'ranking')
      for (const [at] of (question.options ?? []).entries())
        offer(`${letters(question.key)}${at + 1}`, { is: 'place', question, place: String(at + 1) })
    // A postcode comes whole from elsewhere; its area is kept, or the whole where its author gave a reason.
    const [first] = columns
    if (question.type === 'postcode' && first) byKey.set(question.key, { is: 'cell', question, column: { ...first, key: question.key } })
    if (columns.length === 1 && first) offer(letters(question.text), { is: 'cell', question, column: first })
    for (const column of columns) offer(letters(column.label), { is: 'cell', question, column })
  }
  const isLettered = questions.some(({ key }) => key.startsWith('column-'))
  const taken = new Set<Meaning>()
  const meanings = header.map((name, at): Meaning | null => {
    if (idColumn !== undefined && tidied(name) === tidied(idColumn)) return { is: 'id' }
    const found =
      byKey.get(name.split(':')[0]?.trim() ?? '') ??
      (isLettered ? byKey.get(`column-${letterAt(at)}`) : undefined) ??
      besideAs(name, idColumn) ??
      byName.get(letters(name))
    if (!found || (taken.has(found) && (found.is === 'cell' || found.is === 'place'))) return null
    taken.add(found)
    return found
  })
  const leftOut = header.filter((name, at) => meanings[at] === null && !known.has(tidied(name)))
  return { meanings, questions, leftOut }
}

const besideAs = (name: string, idColumn: string | undefined): Meaning | undefined => {
  const is = beside[tidied(name)]
  return is && !(is === 'id' && idColumn !== undefined) ? { is } : undefined
}

const tidied = (name: string) => name.replaceAll(/\s+/g, ' ').trim().toLowerCase()
const letters = (name: string) => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')
const letterAt = (at: number): string => (at < 0 ? '' : letterAt(Math.floor(at / 26) - 1) + String.fromCharCode(97 + (at % 26)))
