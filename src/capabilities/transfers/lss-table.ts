import type { LssQuestion } from './lss-column.ts'
import type { LssDocument, LssRow } from './lss-document.ts'
import { readOurSettings } from './our-setting.ts'

/** The groups of questions in their order, in one language; a group that only its questions know of comes last. */
export function groupRows(document: LssDocument, language: string): LssRow[] {
  const groups = inOrder(withTexts(document.groups, document.texts.groups, 'gid', language), 'group_order')
  const known = new Set(groups.map(({ gid }) => gid))
  const stray = new Set(document.questions.flatMap(({ gid }) => (gid === undefined || known.has(gid) ? [] : [gid])))
  return [...groups, ...[...stray].map((gid) => ({ gid }))]
}

/** The questions in their order, in one language, those that belong to another left out. */
export const questionRows = (document: LssDocument, language: string): LssRow[] =>
  inOrder(withTexts(document.questions, document.texts.questions, 'qid', language), 'question_order').filter(
    ({ parent_qid }) => !parent_qid || parent_qid === '0',
  )

/** A question with all that belongs to it. */
export function questionOf(document: LssDocument, row: LssRow, language: string): LssQuestion {
  const mine = document.attributes.filter((one) => one.qid === row.qid && (!one.language || one.language === language))
  const attributes = Object.fromEntries(mine.map(({ attribute = '', value = '' }) => [attribute, value]))
  const parts = [...document.subquestions, ...document.questions].filter(({ parent_qid }) => parent_qid === row.qid)
  const answers = document.answers.filter(({ qid }) => qid === row.qid)
  return {
    type: row.type ?? '',
    title: row.title ?? '',
    text: row.question ?? '',
    help: row.help ?? '',
    isRequired: row.mandatory === 'Y' || row.mandatory === 'S',
    hasOther: row.other === 'Y',
    subquestions: byScale(inOrder(withTexts(parts, document.texts.questions, 'qid', language), 'question_order'), 'title', 'question'),
    answers: byScale(inOrder(withTexts(answers, document.texts.answers, 'aid', language), 'sortorder'), 'code', 'answer'),
    attributes,
    ours: readOurSettings(attributes.goldthread),
  }
}

const byScale = (rows: readonly LssRow[], code: string, text: string) =>
  ['0', '1'].map((scale) =>
    rows.filter(({ scale_id }) => (scale_id || '0') === scale).map((row) => ({ code: row[code] ?? '', text: row[text] ?? '' })),
  )

const inOrder = (rows: readonly LssRow[], by: string) => rows.toSorted((one, other) => Number(one[by]) - Number(other[by]))

const ofLanguage = (rows: readonly LssRow[], language: string) => rows.filter((row) => !row.language || row.language === language)

/** Rows of one language, with the texts that LimeSurvey 4 and later keeps beside them. */
function withTexts(rows: readonly LssRow[], texts: readonly LssRow[], id: string, language: string): LssRow[] {
  const beside = new Map(ofLanguage(texts, language).map(({ id: _, ...row }) => [row[id], row]))
  return ofLanguage(rows, language).map((row) => ({ ...row, ...beside.get(row[id]) }))
}
