import { type Question, typeOf } from '#capabilities/surveys'
import { Refused } from '#platform/errors.ts'
import { type BroughtSurvey, type Left, mistakeIn } from './brought-survey.ts'
import { type ColumnMeaning, conditionsOf } from './conditions.ts'
import type { LssQuestion } from './lss-columns.ts'
import type { LssDocument, LssRow } from './lss-document.ts'
import { piping } from './lss-piping.ts'
import { mapQuestion } from './lss-question.ts'
import { readOurSettings } from './our-settings.ts'
import { plainLine, shortened } from './plain-words.ts'
import { readRelevance } from './relevance.ts'

/** A survey of LimeSurvey, as questions here. Every question of it is brought in or left with a reason. */
export function readLssSurvey(document: LssDocument): BroughtSurvey {
  const [survey = {}] = document.surveys
  const first = survey.language || document.settings[0]?.surveyls_language || 'en'
  const found = inLanguage(document, first)
  if (found.read === 0) throw new Refused('There are no questions in this file.')
  const others = (survey.additional_languages ?? '').split(/\s+/).filter(Boolean)
  return { ...found, languages: others.map((code) => ({ code, ...textsIn(document, code, found.questions) })) }
}

function inLanguage(document: LssDocument, language: string): Omit<BroughtSurvey, 'languages'> {
  const settings = document.settings.find((row) => row.surveyls_language === language) ?? document.settings[0] ?? {}
  const questions: Question[] = []
  const left: Left[] = []
  const notes = notesOn(document, settings)
  const columns = new Map<string, ColumnMeaning>()
  const taken = new Set<string>()
  const rows = questionRows(document, language)
  const groups = groupRows(document, language)
  let row = 0

  for (const [place, group] of groups.entries()) {
    let isFirst = true
    for (const question of rows.filter(({ gid }) => gid === group.gid)) {
      row += 1
      const given = questionOf(document, question, language)
      const mapped = mapQuestion(given, taken)
      const mistake = 'reason' in mapped ? mapped.reason : mapped.questions.map(mistakeIn).find((words) => words !== null)
      if ('reason' in mapped || mistake) {
        left.push({ row, reason: 'reason' in mapped ? mapped.reason : `“${given.title}”: ${mistake}` })
        continue
      }
      notes.push(...mapped.notes)
      const rule = {
        is: 'all' as const,
        of: [readRelevance(group.grelevance ?? ''), readRelevance(question.relevance ?? '')].flatMap((one) => one ?? []),
      }
      const meaningOf = (name: string) => columns.get(name.toLowerCase())
      const said = readRelevance(group.grelevance ?? '') && readRelevance(question.relevance ?? '') ? conditionsOf(rule, meaningOf) : null
      if (said === 'never') {
        left.push({ row, reason: `“${given.title}”: its conditions never hold, so nobody is asked it` })
        continue
      }
      if (said === null)
        notes.push(
          `“${given.title}”: who is asked it could not be brought over (${shortened([group.grelevance, question.relevance].filter((text) => text && text !== '1').join(' and '), 200)}). Everyone is asked it`,
        )
      for (const one of mapped.questions) taken.add(one.key)
      for (const [name, meaning] of mapped.columns) for (const alias of aliasesOf(name, given.title, question)) columns.set(alias, meaning)
      const page = isFirst ? pageOf(group, given, groups.length > 1 || place > 0) : undefined
      questions.push(
        ...mapped.questions.map((one, at) => ({
          ...one,
          ...(at === 0 && page !== undefined && { page }),
          ...(said && said !== 'always' && { asked: said }),
        })),
      )
      isFirst = false
    }
  }
  const piped = piping(questions, columns)
  notes.push(...piped.notes)
  const title = shortened(plainLine(settings.surveyls_title ?? '') || 'Survey from LimeSurvey', 120)
  return {
    layout: 'lss',
    title,
    promise: document.surveys[0]?.anonymized === 'Y' && !piped.questions.some(tells) ? 'anonymous' : 'linked',
    questions: piped.questions,
    read: row,
    left,
    notes,
  }
}

const tells = ({ type, reason }: Question) => type === 'email' || (type === 'postcode' && Boolean(reason))

/** Group names stand over pages; a single group's name is no more than a name. */
function pageOf(group: LssRow, { ours }: LssQuestion, hasPages: boolean): string | undefined {
  const name = shortened(plainLine(group.group_name ?? ''), 100)
  if (ours && !ours.page && /^Page \d+$/.test(name)) return ours.page ?? undefined
  return hasPages || ours?.page ? name : undefined
}

/** LimeSurvey names a column by its question's code, or by the numbers of survey, group and question. */
function aliasesOf(name: string, title: string, { sid, gid, qid }: LssRow): string[] {
  const sub = name.slice(title.length).replace(/^_/, '')
  return [name.toLowerCase(), `${sid}x${gid}x${qid}${sub}`.toLowerCase()]
}

const inOrder = (rows: readonly LssRow[], by: string) => rows.toSorted((one, other) => Number(one[by]) - Number(other[by]))
const ofLanguage = (rows: readonly LssRow[], language: string) => rows.filter((row) => !row.language || row.language === language)
/** Rows with their texts, which LimeSurvey 4 and later keeps beside them. */
const withTexts = (rows: readonly LssRow[], texts: readonly LssRow[], id: string, language: string): LssRow[] => {
  const own = new Map(ofLanguage(texts, language).map((row) => [row[id], row]))
  return ofLanguage(rows, language).map((row) => ({
    ...row,
    ...(own.get(row[id] ?? '') && without(own.get(row[id] ?? '') as LssRow, 'id')),
  }))
}
const without = (row: LssRow, name: string): LssRow => Object.fromEntries(Object.entries(row).filter(([key]) => key !== name))

const groupRows = (document: LssDocument, language: string) =>
  inOrder(withTexts(document.groups, document.texts.groups, 'gid', language), 'group_order')
const questionRows = (document: LssDocument, language: string) =>
  inOrder(withTexts(document.questions, document.texts.questions, 'qid', language), 'question_order').filter(
    (row) => !row.parent_qid || row.parent_qid === '0',
  )

function questionOf(document: LssDocument, row: LssRow, language: string): LssQuestion {
  const attributes = Object.fromEntries(
    document.attributes
      .filter((one) => one.qid === row.qid && (!one.language || one.language === language))
      .map((one) => [one.attribute ?? '', one.value ?? '']),
  )
  const all = [...document.subquestions, ...document.questions].filter((one) => one.parent_qid === row.qid)
  const subquestions = inOrder(withTexts(all, document.texts.questions, 'qid', language), 'question_order')
  const answers = inOrder(
    withTexts(
      document.answers.filter((one) => one.qid === row.qid),
      document.texts.answers,
      'aid',
      language,
    ),
    'sortorder',
  )
  const byScale = (rows: readonly LssRow[], code: string, text: string) =>
    ['0', '1'].map((scale) =>
      rows.filter((one) => (one.scale_id || '0') === scale).map((one) => ({ code: one[code] ?? '', text: one[text] ?? '' })),
    )
  return {
    type: row.type ?? '',
    title: row.title ?? '',
    text: row.question ?? '',
    help: row.help ?? '',
    isRequired: row.mandatory === 'Y' || row.mandatory === 'S',
    hasOther: row.other === 'Y',
    subquestions: byScale(subquestions, 'title', 'question'),
    answers: byScale(answers, 'code', 'answer'),
    attributes,
    ours: readOurSettings(attributes.goldthread),
  }
}

/** What a survey of LimeSurvey has beside its questions. */
function notesOn(document: LssDocument, settings: LssRow): string[] {
  const survey = document.surveys[0] ?? {}
  return [
    ...(plainLine(settings.surveyls_welcometext ?? '') || plainLine(settings.surveyls_description ?? '')
      ? ['Its welcome and description did not come in: say what it is about in the draft']
      : []),
    ...(plainLine(settings.surveyls_endtext ?? '') ? ['Its words of thanks at the end did not come in: people get a receipt'] : []),
    ...(document.conditions.length > 0 && document.questions.every(({ relevance }) => !relevance || relevance === '1')
      ? [`Its ${document.conditions.length} conditions are in an old form that is not read: everyone is asked everything`]
      : []),
    ...(survey.usetokens === 'Y' ? ['Its tokens did not come in: invite people from here'] : []),
  ]
}

/** The same questions in another language, as texts by where they stand; what is the same there is left out. */
function textsIn(document: LssDocument, language: string, first: readonly Question[]) {
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
        if (!original[name]?.some((one) => one.value === value && one.label === label)) texts[`${question.key}.${half}.${value}`] = label
  }
  return { name: languageName(language), texts }
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
