import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Condition, type GivenAnswer, isAsked, type Option, type Question, typeOf } from '#capabilities/surveys'
import { Refused } from '#platform/errors.ts'
import { readLss } from './lss-document.ts'
import { readLssSurvey } from './lss-survey.ts'
import { writeLss } from './lss-writing.ts'

const backAgain = (survey: Parameters<typeof writeLss>[0]) => readLssSurvey(readLss(writeLss(survey)))

const words = (most: number) =>
  fc
    .array(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).map((word) => word.replaceAll(/[\s{}\p{C}\p{Z}]/gu, '')),
      { minLength: 1, maxLength: 6 },
    )
    .map((all) => all.filter(Boolean).join(' ').normalize('NFC').slice(0, most).toWellFormed().trim() || 'Why?')

const options = (least: number, most: number): fc.Arbitrary<Option[]> =>
  fc
    .uniqueArray(words(60), { minLength: least, maxLength: most, selector: (label) => label.toLowerCase() })
    .map((labels) => labels.map((label, at) => ({ value: ['bus', 'by-train', 'on_foot', 'a.car', 'Z9', 'tram-2'][at] ?? `o${at}`, label })))

const common = {
  text: words(100),
  hint: fc.option(words(80), { nil: undefined }),
  required: fc.option(fc.constant(true), { nil: undefined }),
  mistake: fc.option(words(40), { nil: undefined }),
}
const of = (type: string, more: Record<string, fc.Arbitrary<unknown>> = {}) =>
  fc.record({ type: fc.constant(type), ...common, ...more }) as unknown as fc.Arbitrary<Question>
const other = fc.option(fc.constant(true), { nil: undefined })
const anyQuestion = fc.oneof(
  of('one-of', { options: options(2, 6), other }),
  of('some-of', { options: options(2, 6), other }),
  of('drop-down', { options: options(2, 6), other }),
  of('yes-no'),
  of('agreement'),
  of('rating', { wording: fc.constantFrom('experience', 'recommend') }),
  of('scale', { least: fc.constant(0), most: fc.integer({ min: 2, max: 10 }), ends: fc.record({ least: words(20), most: words(20) }) }),
  of('ranking', { options: options(2, 6) }),
  of('matrix', { options: options(2, 5), rows: options(1, 5) }),
  of('budget', { options: options(2, 5), total: fc.integer({ min: 1, max: 1000 }), unit: fc.constantFrom(undefined, '£', 'points') }),
  of('number', {
    least: fc.constantFrom(undefined, 0, -5.5),
    most: fc.constantFrom(undefined, 100),
    places: fc.constantFrom(undefined, 2),
    unit: fc.constantFrom(undefined, 'years'),
  }),
  of('date', { least: fc.constantFrom(undefined, '2026-01-31'), most: fc.constantFrom(undefined, '2027-12-01') }),
  of('short-text', { limit: fc.constantFrom(undefined, 150) }),
  of('long-text', { limit: fc.constantFrom(undefined, 3000) }),
  of('postcode', { reason: fc.constantFrom(undefined, 'To see how far people travel.') }),
  of('email'),
  of('file', { kinds: fc.constant(['documents']), most: fc.constant(2), largest: fc.constant(5) }),
)

const choicesOf = (question: Question) =>
  typeOf(question)
    .choices(question)
    .map(({ value }) => value)

/** Questions on pages, some asked because of earlier ones. */
const anySurvey = fc
  .record({
    title: words(80),
    promise: fc.constant('linked' as const),
    drawn: fc.array(
      fc.record({
        question: anyQuestion,
        page: fc.option(fc.oneof(fc.constant(''), words(40)), { nil: undefined }),
        leans: fc.nat(),
        when: fc.constantFrom('all' as const, 'any' as const),
        is: fc.constantFrom('any of' as const, 'none of' as const, 'answered' as const, 'not answered' as const),
      }),
      {
        minLength: 1,
        maxLength: 7,
      },
    ),
  })
  .map(({ title, promise, drawn }) => {
    const questions: Question[] = []
    for (const [at, { question: bare, page, leans, when, is }] of drawn.entries()) {
      const question = {
        ...Object.fromEntries(Object.entries(bare).filter(([, value]) => value !== undefined)),
        key: at % 3 === 2 ? `why-not-q${at}` : `q${at + 1}`,
        ...(page !== undefined && { page }),
      } as Question
      const others = questions.filter((one) => choicesOf(one).length > 0)
      const on = others[leans % (others.length || 1)]
      if (on && question.page === undefined && leans % 2 === 0) question.page = ''
      if (on && question.page !== undefined && leans % 3 !== 0) {
        const values = choicesOf(on).slice(leans % 2, (leans % 4) + 2)
        const condition: Condition =
          is === 'answered' || is === 'not answered' || values.length === 0
            ? { question: on.key, is: is === 'any of' ? 'answered' : is === 'none of' ? 'not answered' : is }
            : { question: on.key, is, values }
        question.asked = { when, of: [condition] }
      }
      questions.push(question)
    }
    // Without prototypes of its own: as questions are kept.
    return { title, promise, questions: structuredClone(questions) }
  })

test('SAY-1: a survey written for LimeSurvey and read again is the same survey, whatever is in it', () =>
  fc.assert(
    fc.property(anySurvey, (survey) => {
      const again = backAgain(survey)
      assert.deepEqual([again.title, again.promise, again.left, again.read], [survey.title, survey.promise, [], survey.questions.length])
      const bare = ({ asked: _, ...question }: Question) => question
      assert.deepEqual(again.questions.map(bare), survey.questions.map(bare))
      // Conditions may come back in other words, and must mean the same.
      for (const [at, question] of survey.questions.entries())
        for (const answers of someAnswers(survey.questions))
          assert.equal(isAsked(again.questions[at] as Question, answers), isAsked(question, answers), question.text)
    }),
    { numRuns: 150 },
  ))

/** Nothing answered; and each choice of each question alone, and each with all its choices. */
const someAnswers = (questions: readonly Question[]): GivenAnswer[][] => [
  [],
  ...questions.flatMap((question) => {
    const choices = choicesOf(question)
    const given = (some: string[]): GivenAnswer[] => [{ question, choices: some, words: null }]
    return choices.length > 0 ? [...choices.slice(0, 6).map((choice) => given([choice])), given(choices)] : []
  }),
]

const lss = (inside: string) => `<?xml version="1.0"?><document><LimeSurveyDocType>Survey</LimeSurveyDocType>${inside}</document>`
const table = (name: string, rows: Record<string, string>[]) =>
  `<${name}><rows>${rows
    .map(
      (row) =>
        `<row>${Object.entries(row)
          .map(([key, value]) => `<${key}><![CDATA[${value}]]></${key}>`)
          .join('')}</row>`,
    )
    .join('')}</rows></${name}>`

/** A survey of one group with these questions, as LimeSurvey writes it. */
const surveyOf = (questions: Record<string, string>[], more = '') =>
  readLssSurvey(
    readLss(
      lss(
        table('groups', [{ gid: '1', group_name: 'All', group_order: '1', language: 'en' }]) +
          table(
            'questions',
            questions.map((question, at) => ({
              qid: String(at + 1),
              parent_qid: '0',
              gid: '1',
              language: 'en',
              question_order: String(at),
              type: 'T',
              title: `Q${at + 1}`,
              question: 'Why?',
              relevance: '1',
              ...question,
            })),
          ) +
          more,
      ),
    ),
  )
const yesNoThen = (relevance: string) =>
  surveyOf([
    { type: 'Y', question: 'Do you drive?' },
    { type: 'N', question: 'How far?' },
    { relevance, question: 'Tell us more' },
  ])

test('SAY-1: who is asked comes over as conditions, each on an earlier page; what cannot be said is reported', () => {
  const { questions } = yesNoThen('((Q1.NAOK == "Y"))')
  assert.deepEqual(questions[2]?.asked, { when: 'all', of: [{ question: 'q1', is: 'any of', values: ['yes'] }] })
  assert.equal(questions[2]?.page, '')
  assert.deepEqual(yesNoThen('Q1 != "Y" && !is_empty(Q2.NAOK)').questions[2]?.asked, {
    when: 'all',
    of: [
      { question: 'q1', is: 'none of', values: ['yes'] },
      { question: 'q2', is: 'answered' },
    ],
  })
  assert.deepEqual(yesNoThen('!(Q1 == "Y" and is_empty(Q2))').questions[2]?.asked?.when, 'any')
  for (const beyond of [
    'Q2 > 5',
    'Q1 == "Y" and (Q2 == "1" or Q1 == "N")',
    'sum(Q2, 1) > 3',
    'Q1 == Q2',
    'Q9 == "A"',
    `${'('.repeat(300)}1${')'.repeat(300)}`,
    '"',
  ]) {
    const survey = yesNoThen(beyond)
    assert.equal(survey.questions[2]?.asked, undefined, beyond)
    assert.ok(
      survey.notes.some((note) => note.includes('“Q3”: who is asked it could not be brought over')),
      beyond,
    )
  }
  assert.match(yesNoThen('0').left[0]?.reason ?? '', /nobody is asked it/)
})

test('SAY-1: scripts and HTML in the texts of a file are reduced to plain words', () => {
  const { questions } = surveyOf([
    {
      question:
        '<p>How are <b>you</b>?</p><script>alert(1)</script><img src=x onerror="alert(2)" alt="A smile"> &lt;b&gt; &amp; more&nbsp;so',
      help: '<style>p{}</style><a href="javascript:alert(3)">Say it</a>',
    },
  ])
  assert.equal(questions[0]?.text, 'How are you? A smile <b> & more so')
  assert.equal(questions[0]?.hint, 'Say it')
})

test('SAY-1: each question of a file is brought in or left with a reason', () => {
  const { read, questions, left } = surveyOf([{ type: 'I' }, { type: '*' }, { type: 'L' }, { type: '%' }, { type: 'T' }])
  assert.deepEqual([read, questions.length, left.map(({ row }) => row)], [5, 1, [1, 2, 3, 4]])
  assert.match(left[2]?.reason ?? '', /at least 2 answers to choose from/)
})

test('SAY-1: other languages of a file come in as texts of the same questions', () => {
  const rows = ['en', 'cy'].map((language) => ({
    qid: '7',
    parent_qid: '0',
    gid: '1',
    language,
    question_order: '1',
    type: 'T',
    title: 'Why',
    question: language === 'en' ? 'Why?' : 'Pam?',
    relevance: '1',
  }))
  const file = lss(
    table('surveys', [{ sid: '1', language: 'en', additional_languages: 'cy' }]) +
      table(
        'groups',
        ['en', 'cy'].map((language) => ({ gid: '1', group_name: 'x', group_order: '1', language })),
      ) +
      table('questions', rows) +
      table('surveys_languagesettings', [
        { surveyls_language: 'en', surveyls_title: 'Buses' },
        { surveyls_language: 'cy', surveyls_title: 'Bysiau' },
      ]),
  )
  const { read, languages } = readLssSurvey(readLss(file))
  assert.equal(read, 1)
  assert.deepEqual(languages, [{ code: 'cy', name: 'Cymraeg', texts: { title: 'Bysiau', 'why.text': 'Pam?' } }])
})

test('what is made to break a reader of XML is refused with a sentence, at once', () => {
  const lol = `<!DOCTYPE lolz [<!ENTITY a "lol">${Array.from({ length: 9 }, (_, at) => `<!ENTITY a${at} "${'&a;'.repeat(10)}">`).join('')}]>`
  const started = performance.now()
  for (const [file, says] of [
    [`<?xml version="1.0"?>${lol}<document>&a8;</document>`, /entities of its own/],
    [lss('<a>'.repeat(50_000) + '</a>'.repeat(50_000)), /levels deep/],
    ['<document><unclosed></document>', /not well-formed/],
    ['<document/>', /not a survey that LimeSurvey exported/],
    [lss(''), /no questions in this file/],
    ['not XML at all', /./],
    ...['<![CDATA[', '<!--', '<?', '<a ', '</', '<', '&'].map((part) => [part.repeat(2_000_000 / part.length), /./] as const),
    [lss(`<questions>${'<a/>'.repeat(2_000_000)}</questions>`), /more than 500,000 elements/],
  ] as const)
    assert.throws(
      () => readLssSurvey(readLss(file)),
      (error) => error instanceof Refused && says.test(error.message),
      String(says),
    )
  assert.ok(performance.now() - started < 30_000)
})
