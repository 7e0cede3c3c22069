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
const mostRows = 100_000

/** Reads the file. Throws Refused, with a sentence, for what is no such file and for what is made to break a reader of XML. */
export function readLss(text: string): LssDocument {
  // Without a document type there are no entities but the five of XML itself, so nothing can be made to grow.
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new Refused('The file declares entities of its own. LimeSurvey writes none: it is not read.')
  if (isDeeperThan(text, deepest))
    throw new Refused(`The file is more than ${deepest} levels deep. LimeSurvey writes no such file: it is not read.`)
  const valid = XMLValidator.validate(text)
  if (valid !== true) throw new Refused(`The file is not well-formed XML: ${valid.err.msg} (line ${valid.err.line}).`)
  const parser = new XMLParser({
    ignoreAttributes: true,
    parseTagValue: false,
    trimValues: true,
    isArray: (name) => name === 'row',
  })
  const { document } = parser.parse(text) as { document?: Record<string, unknown> }
  if (document?.LimeSurveyDocType !== 'Survey')
    throw new Refused('The file is XML, but not a survey that LimeSurvey exported (.lss).')
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

/** True where elements stand in one another more than so many levels. What is between the tags is not looked at. */
function isDeeperThan(text: string, levels: number): boolean {
  let depth = 0
  for (const [tag] of text.matchAll(/<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<\/?[^\s<>!?][^<>]*>/g)) {
    if (tag.startsWith('<!') || tag.startsWith('<?') || tag.endsWith('/>')) continue
    depth += tag.startsWith('</') ? -1 : 1
    if (depth > levels) return true
  }
  return false
}
