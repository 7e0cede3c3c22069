import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { Refused } from '#platform/errors.ts'

/** The rows of one table of a LimeSurvey file: a text for each column that is there. */
export type LssRow = Readonly<Record<string, string>>

/** The tables of a LimeSurvey survey (.lss), as they stand in it. */
export interface LssDocument {
  surveys: readonly LssRow[]
  groups: readonly LssRow[]
  questions: readonly LssRow[]
  subquestions: readonly LssRow[]
  answers: readonly LssRow[]
  attributes: readonly LssRow[]
  conditions: readonly LssRow[]
  /** Texts of the survey, by language. */
  settings: readonly LssRow[]
  /** LimeSurvey 4 and later keep the texts of questions, answers and groups in tables of their own. */
  texts: { groups: readonly LssRow[]; questions: readonly LssRow[]; answers: readonly LssRow[] }
}

const deepest = 20
const mostElements = 500_000
const mostRows = 100_000

/** Reads the file. Throws Refused, with a sentence, for what is no such file and for what is made to break a reader of XML. */
export function readLss(text: string): LssDocument {
  // Without a document type there are no entities but the five of XML itself, so nothing can be made to grow.
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new Refused('The file declares entities of its own. LimeSurvey writes none: it is not read.')
  const excess = excessIn(text)
  if (excess) throw new Refused(`The file ${excess}. LimeSurvey writes no such file: it is not read.`)
  const valid = XMLValidator.validate(text)
  if (valid !== true) throw new Refused(`The file is not well-formed XML: ${valid.err.msg.slice(0, 100)} (line ${valid.err.line}).`)
  const parser = new XMLParser({
    ignoreAttributes: true,
    parseTagValue: false,
    trimValues: true,
    isArray: (name) => name === 'row',
  })
  const { document } = parser.parse(text) as { document?: Record<string, unknown> }
  if (document?.LimeSurveyDocType !== 'Survey') throw new Refused('The file is XML, but not a survey that LimeSurvey exported (.lss).')
  const rows = (table: string) => rowsIn(document[table])
  return {
    surveys: rows('surveys'),
    groups: rows('groups'),
    questions: rows('questions'),
    subquestions: rows('subquestions'),
    answers: rows('answers'),
    attributes: rows('question_attributes'),
    conditions: rows('conditions'),
    settings: rows('surveys_languagesettings'),
    texts: { groups: rows('group_l10ns'), questions: rows('question_l10ns'), answers: rows('answer_l10ns') },
  }
}

function rowsIn(table: unknown): LssRow[] {
  const rows = (table as { rows?: { row?: unknown } } | undefined)?.rows?.row
  if (!Array.isArray(rows)) return []
  if (rows.length > mostRows)
    throw new Refused(`The file has more than ${mostRows.toLocaleString('en-GB')} rows in one table: it is not read.`)
  return rows
    .filter((row): row is object => typeof row === 'object' && row !== null)
    .map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === 'string' ? value : ''])))
}

// What is no element, from its beginning to its end.
const others = [
  ['<![CDATA[', ']]>'],
  ['<!--', '-->'],
  ['<?', '?>'],
] as const

/** How the file is more than a survey can be; null where it is not. Goes through the text once, whatever is in it. */
function excessIn(text: string): string | null {
  let [depth, elements] = [0, 0]
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at)) {
    const other = others.find(([begins]) => text.startsWith(begins, at))
    const end = text.indexOf(other?.[1] ?? '>', at)
    // Unclosed: it is not well-formed, and is refused for that.
    if (end === -1) return null
    if (!other) elements += 1
    if (!other && text[end - 1] !== '/') depth += text[at + 1] === '/' ? -1 : 1
    if (depth > deepest) return `is more than ${deepest} levels deep`
    if (elements > mostElements) return `has more than ${mostElements.toLocaleString('en-GB')} elements`
    at = end + 1
  }
  return null
}
