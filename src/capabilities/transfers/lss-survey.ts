import { keepsApart, type Question } from '#capabilities/surveys'
import { Refused } from '#platform/errors.ts'
import { type BroughtSurvey, type Left, mistakeIn } from './brought-survey.ts'
import type { LssQuestion } from './lss-column.ts'
import { type ColumnMeaning, conditionsOf, type Said } from './lss-condition.ts'
import type { LssDocument, LssRow } from './lss-document.ts'
import { piping } from './lss-piping.ts'
import { mapQuestion } from './lss-question.ts'
import { groupRows, questionOf, questionRows } from './lss-table.ts'
import { plainLine, shortened } from './plain-text.ts'
import { readRelevance } from './relevance.ts'

const mostQuestions = 1000

/** A survey of LimeSurvey, as questions here. Every question of it is brought in or left with a reason. */
export function readLssSurvey(document: LssDocument): BroughtSurvey {
  const [survey = {}] = document.surveys
  const first = survey.language || document.settings[0]?.surveyls_language || 'en'
  const { questions, left, read, notes, title } = inLanguage(document, first)
  if (read === 0) throw new Refused('There are no questions in this file.')
  const others = (survey.additional_languages ?? '').split(/\s+/).filter(Boolean)
  return {
    layout: 'lss',
    title,
    // Whom it asks for an address it cannot promise that nobody finds out who answered.
    promise: survey.anonymized === 'Y' && !questions.some(keepsApart) ? 'anonymous' : 'linked',
    questions,
    read,
    left,
    notes: [...notesOn(document), ...notes],
    languages: others.map((code) => ({ code, name: languageName(code), texts: textsIn(document, code, questions) })),
  }
}

/** What is known while questions come over, one after the other. */
interface Journey {
  questions: Question[]
  left: Left[]
  notes: string[]
  /** What the columns of the questions so far mean, by LimeSurvey's names for them. */
  columns: Map<string, ColumnMeaning>
}

function inLanguage(document: LssDocument, language: string) {
  const settings = document.settings.find((row) => row.surveyls_language === language) ?? document.settings[0] ?? {}
  const journey: Journey = { questions: [], left: [], notes: [], columns: new Map() }
  const rows = questionRows(document, language)
  if (rows.length > mostQuestions) throw new Refused(`The file has more than ${mostQuestions} questions: it is not read.`)
  const groups = groupRows(document, language)
  let row = 0
  for (const group of groups) {
    let page: string | undefined
    let isBegun = false
    for (const one of rows.filter(({ gid }) => gid === group.gid)) {
      row += 1
      const question = questionOf(document, one, language)
      if (!isBegun) page = pageOf(group, question, groups.length > 1)
      const before = journey.questions.length
      bringOver(journey, question, { row, place: one, rules: [group.grelevance, one.relevance], page: isBegun ? undefined : page })
      isBegun ||= journey.questions.length > before
    }
  }
  const { questions, notes } = piping(journey.questions, journey.columns)
  const title = shortened(plainLine(settings.surveyls_title ?? '') || 'Survey from LimeSurvey', 120)
  return { title, read: row, left: journey.left, questions, notes: [...journey.notes, ...notes] }
}

interface Place {
  row: number
  /** Its row in LimeSurvey, for the numbers that columns go by. */
  place: LssRow
  rules: readonly (string | undefined)[]
  page: string | undefined
}

function bringOver({ questions, left, notes, columns }: Journey, question: LssQuestion, { row, place, rules, page }: Place) {
  const mapped = mapQuestion(question, new Set(questions.map(({ key }) => key)))
  const named = `“${question.title}”`
  if ('reason' in mapped) return left.push({ row, reason: mapped.reason })
  const mistake = mapped.questions.map(mistakeIn).find((words) => words !== null)
  if (mistake) return left.push({ row, reason: `${named}: ${mistake}` })
  const said = saidBy(rules, columns)
  if (said === 'never') return left.push({ row, reason: `${named}: its conditions never hold, so nobody is asked it` })
  if (said === null) {
    const rule = shortened(rules.filter((text) => text && text !== '1').join(' and '), 200)
    notes.push(`${named}: who is asked it could not be brought over (${rule}). Everyone is asked it`)
  }
  notes.push(...mapped.notes)
  for (const [name, meaning] of mapped.columns) for (const alias of aliasesOf(name, question.title, place)) columns.set(alias, meaning)
  const asked = said === null || said === 'always' ? undefined : said
  questions.push(
    ...mapped.questions.map((one, at) => ({ ...one, ...(at === 0 && page !== undefined && { page }), ...(asked && { asked }) })),
  )
}

/** Who is asked, by the rules of a group and of a question together; null where that cannot be said here. */
function saidBy(rules: Place['rules'], columns: Journey['columns']): Said | null {
  const of = rules.map((rule = '') => readRelevance(rule)).filter((rule) => rule !== null)
  return of.length < rules.length ? null : conditionsOf({ is: 'all', of }, (name) => columns.get(name.toLowerCase()))
}

/** Group names stand over pages; a single group's name is no more than a name. */
function pageOf(group: LssRow, { ours }: LssQuestion, hasPages: boolean): string | undefined {
  const name = shortened(plainLine(group.group_name ?? ''), 100)
  if (ours && !ours.page && /^Page \d+$/.test(name)) return ours.page ?? undefined
  return hasPages || ours?.page ? name : undefined
}

/** LimeSurvey names a column by its question's code, or by the numbers of survey, group and question. */
function aliasesOf(name: string, title: string, { sid, gid, qid }: LssRow): string[] {
  const part = name.slice(title.length).replace(/^_/, '')
  return [name.toLowerCase(), `${sid}x${gid}x${qid}${part}`.toLowerCase()]
}

/** What a survey of LimeSurvey has beside its questions. */
function notesOn({ surveys: [survey = {}], settings: [settings = {}], conditions, questions }: LssDocument): string[] {
  const has = (...names: string[]) => names.some((name) => plainLine(settings[name] ?? '') !== '')
  const isOld = conditions.length > 0 && questions.every(({ relevance }) => !relevance || relevance === '1')
  return [
    ...(has('surveyls_welcometext', 'surveyls_description')
      ? ['Its welcome and description did not come in: say what it is about in the draft']
      : []),
    ...(has('surveyls_endtext') ? ['Its words of thanks at the end did not come in: people get a receipt'] : []),
    ...(isOld ? [`Its ${conditions.length} conditions are in an old form that is not read: everyone is asked everything`] : []),
    ...(survey.usetokens === 'Y' ? ['Its tokens did not come in: invite people from here'] : []),
  ]
}

/** The same questions in another language, as texts by where they stand; what is the same there is left out. */
function textsIn(document: LssDocument, language: string, first: readonly Question[]): Record<string, string> {
  const { title, questions } = inLanguage(document, language)
  const texts: Record<string, string> = { title }
  for (const question of questions) {
    const original = first.find(({ key, type }) => key === question.key && type === question.type)
    if (!original) continue
    for (const name of ['text', 'hint', 'page', 'unit'] as const)
      if (question[name] && question[name] !== original[name]) texts[`${question.key}.${name}`] = question[name]
    for (const [half, name] of [
      ['choice', 'options'],
      ['row', 'rows'],
    ] as const)
      for (const { value, label } of question[name] ?? [])
        if (original[name]?.find((one) => one.value === value)?.label !== label) texts[`${question.key}.${half}.${value}`] = label
  }
  return texts
}

/** A language as those who read it call it. */
function languageName(code: string): string {
  try {
    const name = new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code
    return name.slice(0, 1).toLocaleUpperCase(code) + name.slice(1)
  } catch {
    return code
  }
}
