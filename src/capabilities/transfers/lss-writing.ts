import { type Condition, pagesOf, type Question, type SurveyVersion, typeOf } from '#capabilities/surveys'
import { ourSettings } from './our-setting.ts'
import { inXml } from './plain-text.ts'

type Cells = Readonly<Record<string, string | number>>
type Codes = ReadonlyMap<string, string>

/** A question with its names there: its code, and the codes of its answers and of its rows by our values. */
interface Named {
  question: Question
  title: string
  qid: number
  gid: number
  options: Codes
  rows: Codes
}

const sid = 100_000
const language = 'en'

/** A survey as LimeSurvey reads it (.lss), in its first language. Released or not, only this version; no answers. */
export function writeLss({ title, promise, questions }: Pick<SurveyVersion, 'title' | 'promise' | 'questions'>): string {
  const pages = pagesOf({ questions })
  const named = namesOf(
    questions,
    pages.map((page) => page.questions),
  )
  const tables: [string, Cells[]][] = [
    ['answers', named.flatMap(answersOf)],
    [
      'groups',
      pages.map((page, at) => ({
        gid: at + 1,
        sid,
        group_name: html(page.title ?? `Page ${at + 1}`),
        group_order: at + 1,
        description: '',
        language,
        grelevance: '',
      })),
    ],
    ['questions', named.map((one, at) => ({ ...rowOf(one, at, named), relevance: relevanceOf(one.question, named) }))],
    ['subquestions', named.flatMap(subquestionsOf)],
    ['question_attributes', named.flatMap(attributesOf)],
    [
      'surveys',
      [
        {
          sid,
          language,
          additional_languages: '',
          anonymized: promise === 'anonymous' ? 'Y' : 'N',
          format: 'G',
          datestamp: 'Y',
          active: 'N',
        },
      ],
    ],
    [
      'surveys_languagesettings',
      [{ surveyls_survey_id: sid, surveyls_language: language, surveyls_title: html(title), surveyls_dateformat: 5 }],
    ],
  ]
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<document>',
    ' <LimeSurveyDocType>Survey</LimeSurveyDocType>',
    ' <DBVersion>366</DBVersion>',
    ` <languages><language>${language}</language></languages>`,
    ...tables.filter(([, rows]) => rows.length > 0).map(([name, rows]) => tableOf(name, rows)),
    '</document>',
    '',
  ].join('\n')
}

function namesOf(questions: readonly Question[], pages: readonly (readonly Question[])[]): Named[] {
  const titles = new Set<string>()
  return questions.map((question, at) => {
    // Letters and digits only, and 20 at most, as LimeSurvey has it.
    const plain = /^[a-z][a-z0-9]{0,19}$/.test(question.key) ? question.key : `Q${at + 1}`
    const title = titles.has(plain) ? `Q${at + 1}x` : plain
    titles.add(title)
    const coded = (values: readonly string[], prefix: string) => new Map(values.map((value, place) => [value, `${prefix}${place + 1}`]))
    const choices =
      question.options ??
      (question.rows
        ? []
        : typeOf(question)
            .choices(question)
            .filter(({ value }) => value !== 'other'))
    const inRows = asSubquestions.has(question.type)
    return {
      question,
      title,
      qid: at + 1,
      gid: pages.findIndex((page) => page.includes(question)) + 1,
      options:
        question.type === 'yes-no'
          ? new Map([
              ['yes', 'Y'],
              ['no', 'N'],
            ])
          : coded(
              choices.map(({ value }) => value),
              inRows ? 'SQ' : 'A',
            ),
      rows: coded(
        (question.rows ?? []).map(({ value }) => value),
        'SQ',
      ),
    }
  })
}

const typesThere: Readonly<Record<string, string>> = {
  'long-text': 'T',
  'short-text': 'S',
  'one-of': 'L',
  'some-of': 'M',
  'yes-no': 'Y',
  'drop-down': '!',
  agreement: 'L',
  scale: 'L',
  rating: 'L',
  ranking: 'R',
  matrix: 'F',
  budget: 'K',
  number: 'N',
  date: 'D',
  postcode: 'S',
  email: 'S',
  file: '|',
  information: 'X',
}
// Whose choices are subquestions there.
const asSubquestions = new Set(['some-of', 'budget'])

const labelsOf = (question: Question) => question.options ?? typeOf(question).choices(question)

const rowOf = ({ question, title, qid, gid }: Named, at: number, named: readonly Named[]): Cells => ({
  qid,
  parent_qid: 0,
  sid,
  gid,
  type: typesThere[question.type] ?? 'T',
  title,
  question: html(piped(question.text, named)),
  help: html(piped(question.hint ?? '', named)),
  other: question.other ? 'Y' : 'N',
  mandatory: question.required ? 'Y' : 'N',
  question_order: at + 1,
  language,
  scale_id: 0,
})

const answersOf = ({ question, qid, options }: Named): Cells[] =>
  question.type === 'yes-no' || asSubquestions.has(question.type)
    ? []
    : [...options].map(([value, code], at) => ({
        qid,
        code,
        answer: html(labelsOf(question).find((option) => option.value === value)?.label ?? value),
        sortorder: at + 1,
        language,
        assessment_value: 0,
        scale_id: 0,
      }))

function subquestionsOf(named: Named): Cells[] {
  const { question, qid, gid, options, rows } = named
  const [codes, labels] = question.rows
    ? [rows, question.rows]
    : asSubquestions.has(question.type)
      ? [options, question.options ?? []]
      : [new Map<string, string>(), []]
  return [...codes].map(([value, code], at) => ({
    qid: qid * 1000 + at,
    parent_qid: qid,
    sid,
    gid,
    type: 'T',
    title: code,
    question: html(labels.find((option) => option.value === value)?.label ?? value),
    question_order: at + 1,
    language,
    scale_id: 0,
  }))
}

function attributesOf({ question, qid, options, rows }: Named): Cells[] {
  // Every group has a name there, that of the first page too.
  const page = question.page ?? (qid === 1 ? null : undefined)
  const attributes: Record<string, string | number | undefined> = {
    maximum_chars: question.limit,
    ...(question.type === 'number' && {
      min_num_value_n: question.least,
      max_num_value_n: question.most,
      num_value_int_only: question.places ? 0 : 1,
      suffix: question.unit,
    }),
    ...(question.type === 'date' && { date_min: question.least, date_max: question.most }),
    ...(question.type === 'budget' && { equals_num_value: question.total ?? 100, num_value_int_only: 1 }),
    ...(question.type === 'file' && { max_num_of_files: question.most }),
    ...(question.type === 'email' && { em_validation_q: `is_empty(self.NAOK) or regexMatch('/^[^@ ]+@[^@ ]+$/', self.NAOK)` }),
    goldthread: ourSettings(question, { options, rows, page }),
  }
  return Object.entries(attributes).flatMap(([attribute, value]) => (value === undefined ? [] : [{ qid, attribute, value, language: '' }]))
}

function relevanceOf({ asked }: Question, named: readonly Named[]): string {
  if (!asked || asked.of.length === 0) return '1'
  return asked.of.map((condition) => expressionOf(condition, named)).join(asked.when === 'all' ? ' and ' : ' or ')
}

/** A condition as LimeSurvey's expressions say it. */
function expressionOf({ question: key, is, values = [] }: Condition, named: readonly Named[]): string {
  const on = named.find(({ question }) => question.key === key)
  if (!on) return '1'
  if (is === 'answered' || is === 'not answered') {
    const none = columnsOf(on)
      .map((column) => `is_empty(${column}.NAOK)`)
      .join(' and ')
    return is === 'not answered' ? `(${none})` : `!(${none})`
  }
  const any = `(${values.map((value) => comparisonOf(value, on)).join(' or ') || '0'})`
  return is === 'any of' ? any : `!${any}`
}

/** The columns of a question there, by which it is answered or not. */
function columnsOf({ question, title, options, rows }: Named): string[] {
  const beside = question.other ? [`${title}_other`] : []
  if (question.rows) return [...rows.values()].map((code) => `${title}_${code}`)
  if (asSubquestions.has(question.type)) return [...[...options.values()].map((code) => `${title}_${code}`), ...beside]
  if (question.type === 'ranking') return [...options.keys()].map((_, at) => `${title}_${at + 1}`)
  return [title]
}

function comparisonOf(value: string, { question, title, options, rows }: Named): string {
  const at = value.indexOf(':')
  const [first, second] = [value.slice(0, at), value.slice(at + 1)]
  if (question.rows) return `${title}_${rows.get(first) ?? first}.NAOK == "${options.get(second) ?? second}"`
  if (question.type === 'ranking') return `${title}_${second}.NAOK == "${options.get(first) ?? first}"`
  if (question.type === 'some-of')
    return value === 'other' ? `!is_empty(${title}_other.NAOK)` : `${title}_${options.get(value) ?? value}.NAOK == "Y"`
  return `${title}.NAOK == "${value === 'other' ? '-oth-' : (options.get(value) ?? value)}"`
}

/** Earlier answers in words: "{q1}" is "{q1.shown}" there. */
const piped = (words: string, named: readonly Named[]) =>
  words.replaceAll(/\{([a-z][a-z0-9-]*)\}/g, (whole, key: string) => {
    const on = named.find(({ question }) => question.key === key)
    return on ? `{${on.title}.shown}` : whole
  })

// Texts there are HTML: what means something in it is written so that it does not, and a line stays a line.
const html = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br />')

const tableOf = (name: string, rows: readonly Cells[]) => {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return [
    ` <${name}>`,
    `  <fields>${fields.map((field) => `<fieldname>${field}</fieldname>`).join('')}</fields>`,
    '  <rows>',
    ...rows.map(
      (row) =>
        `   <row>${Object.entries(row)
          .map(([field, value]) => `<${field}>${cdata(String(value))}</${field}>`)
          .join('')}</row>`,
    ),
    '  </rows>',
    ` </${name}>`,
  ].join('\n')
}

const cdata = (text: string) => `<![CDATA[${inXml(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
