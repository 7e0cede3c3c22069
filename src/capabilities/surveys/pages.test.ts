import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Body } from '#platform/forms.ts'
import { askedWords, isAsked } from './condition.ts'
import { brokenDependences, dependenceWords } from './dependence.ts'
import { moved, without, withPageAt } from './order.ts'
import { pipedQuestion, pipedText } from './piping.ts'
import type { Condition, GivenAnswer, Question } from './question.ts'
import { readAnswers, readPage, strangers } from './reading.ts'
import { askedOn, nextPage, pageBefore, pagesOf } from './survey-page.ts'

const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
]
const choice = (key: string, more: Partial<Question> = {}): Question => ({
  key,
  type: 'one-of',
  text: `Is it ${key}?`,
  options: yesNo,
  ...more,
})
const words = (key: string, more: Partial<Question> = {}): Question => ({ key, type: 'short-text', text: `Why ${key}?`, ...more })
const when = (question: string, is: Condition['is'], ...values: string[]): Condition => ({ question, is, values })
const onlyIf = (...of: Condition[]): Partial<Question> => ({ asked: { when: 'all', of } })

const keysOf = (questions: readonly Question[]) => questions.map(({ key }) => key)
const onPages = (questions: readonly Question[]) => pagesOf({ questions }).map((page) => keysOf(page.questions).join(' '))

/** Surveys with pages, and with conditions on earlier pages only. */
const surveys = fc
  .array(
    fc.record({
      starts: fc.boolean(),
      words: fc.boolean(),
      required: fc.boolean(),
      leans: fc.array(fc.tuple(fc.nat(), fc.nat(3)), { maxLength: 2 }),
    }),
    {
      minLength: 1,
      maxLength: 9,
    },
  )
  .map((sketches) => {
    const questions: Question[] = []
    let known = 0
    for (const [at, sketch] of sketches.entries()) {
      if (sketch.starts) known = questions.length
      const is = ['any of', 'none of', 'answered', 'not answered'] as const
      const of = known === 0 ? [] : sketch.leans.map(([on, kind]) => when(`q${(on % known) + 1}`, is[kind] ?? 'answered', 'yes'))
      const more = {
        ...(sketch.starts && { page: `Page ${at}` }),
        ...(sketch.required && { required: true }),
        ...(of.length > 0 && { asked: { when: at % 2 === 0 ? ('all' as const) : ('any' as const), of } }),
      }
      questions.push(sketch.words ? words(`q${at + 1}`, more) : choice(`q${at + 1}`, more))
    }
    return questions
  })
const bodies = fc.dictionary(
  fc.nat(9).map((number) => `q${number}`),
  fc.constantFrom('yes', 'no', '', 'rocket', 'Because'),
)

test('SAY-1: every question is on one page, once, in its order', () => {
  fc.assert(
    fc.property(surveys, (questions) => {
      const pages = pagesOf({ questions })
      assert.deepEqual(keysOf(pages.flatMap((page) => page.questions)), keysOf(questions))
      assert.deepEqual(
        pages.map(({ number }) => number),
        pages.map((_, at) => at + 1),
      )
      assert.ok(pages.every((page) => page.questions.length > 0))
      assert.ok(pages.every((page) => page.questions.slice(1).every((question) => question.page === undefined)))
    }),
  )
  assert.deepEqual(pagesOf({ questions: [] }), [])
})

test('SAY-1: whatever is sent and in whatever order, an answer to a question that is not asked is never read', () => {
  fc.assert(
    fc.property(surveys, bodies, (questions, body) => {
      const { answers } = readAnswers({ questions }, body)
      for (const { question } of answers) assert.ok(isAsked(question, answers), question.key)
      const turned: Body = Object.fromEntries(Object.entries(body).reverse())
      assert.deepEqual(readAnswers({ questions }, turned), readAnswers({ questions }, body))
    }),
  )
})

test('SAY-1: page by page reads the same answers and the same mistakes as all at once', () => {
  fc.assert(
    fc.property(surveys, bodies, (questions, body) => {
      const version = { questions }
      let answers: GivenAnswer[] = []
      let errors = {}
      const visited: number[] = []
      for (let page = nextPage(version, answers, 0); page !== null; page = nextPage(version, answers, page)) {
        assert.ok(askedOn(version, answers, page).length > 0)
        assert.equal(pageBefore(version, answers, page), visited.at(-1) ?? null)
        visited.push(page)
        const read = readPage(version, body, page)
        assert.deepEqual(readPage(version, body, page, answers), read)
        answers = [...answers, ...read.answers]
        errors = { ...errors, ...read.errors }
      }
      const whole = readAnswers(version, body)
      assert.deepEqual(answers, whole.answers)
      if (answers.length > 0) assert.deepEqual(errors, whole.errors)
    }),
  )
})

test('field 6: half of the questions answered is read, and so is a question that was added since', () => {
  const questions = [choice('q1'), words('q2', { page: 'Why' }), choice('q3', { page: '', ...onlyIf(when('q1', 'answered')) })]
  const before = readAnswers({ questions }, { q1: 'yes' })
  assert.deepEqual([before.ok, keysOf(before.answers.map(({ question }) => question))], [true, ['q1']])
  const after = readAnswers({ questions: [choice('q4'), ...questions] }, { q1: 'yes', q3: 'no' })
  assert.deepEqual(keysOf(after.answers.map(({ question }) => question)), ['q1', 'q3'])
})

test('SAY-1: a condition on any of, none of, answered, not answered; joined by all or by any', () => {
  const asked = (of: Condition[], body: Body, joined: 'all' | 'any' = 'all') => {
    const questions = [choice('q1'), choice('q2'), choice('q3', { page: '', asked: { when: joined, of } })]
    return askedOn({ questions }, readPage({ questions }, body, 1).answers, 2).length === 1
  }
  const [yes, none, answered, not] = [
    when('q1', 'any of', 'yes'),
    when('q1', 'none of', 'yes'),
    when('q1', 'answered'),
    when('q1', 'not answered'),
  ]
  const seen = (body: Body) => [yes, none, answered, not].map((condition) => asked([condition], body))
  assert.deepEqual(seen({ q1: 'yes' }), [true, false, true, false])
  assert.deepEqual(seen({ q1: 'no' }), [false, true, true, false])
  assert.deepEqual(seen({}), [false, true, false, true])
  assert.deepEqual(
    [asked([yes, when('q2', 'any of', 'no')], { q1: 'yes' }), asked([yes, when('q2', 'any of', 'no')], { q1: 'yes' }, 'any')],
    [false, true],
  )
})

test('SAY-1: someone who changes their mind is not held to the answers behind a door that is shut now', () => {
  const questions = [
    choice('q1'),
    choice('q2', { page: '', ...onlyIf(when('q1', 'any of', 'yes')) }),
    words('q3', { page: '', ...onlyIf(when('q2', 'any of', 'yes')) }),
  ]
  const read = readAnswers({ questions }, { q1: 'no', q2: 'yes', q3: 'Left over' })
  assert.deepEqual(keysOf(read.answers.map(({ question }) => question)), ['q1'])
  assert.equal(nextPage({ questions }, read.answers, 1), null)
})

test('SAY-1: a question says on paper who is to answer it', () => {
  const question = choice('q3', { asked: { when: 'any', of: [when('q1', 'none of', 'yes', 'no'), when('q2', 'answered')] } })
  assert.equal(
    askedWords(question, { questions: [choice('q1'), words('q2'), question] }),
    'Only if the answer to “Is it q1?” is not “Yes” or “No” or “Why q2?” is answered',
  )
  assert.equal(askedWords(choice('q1'), { questions: [] }), null)
})

test('SAY-1: an earlier answer is repeated in later words, as it was given and no further', () => {
  const questions = [
    choice('q1'),
    words('q2'),
    words('q3', { text: 'You said {q1} and {q2}. {q9} {Q1} {see below}', hint: '{q1}', page: '{q2}' }),
  ]
  const { answers } = readAnswers({ questions }, { q1: 'yes', q2: 'because {q1}\n <b>' })
  const piped = pipedQuestion(questions[2] as Question, { questions }, answers)
  assert.deepEqual(
    [piped.text, piped.hint, piped.page],
    ['You said Yes and because {q1} <b>. {q9} {Q1} {see below}', 'Yes', 'because {q1} <b>'],
  )
  assert.equal(pipedText('On {q1}', { questions }, []), 'On your answer')
  assert.equal(pipedText('On {q1}', { questions }, null), 'On [the answer to “Is it q1?”]')
  const long = readAnswers({ questions: [words('q1', { limit: 1000 })] }, { q1: 'a'.repeat(900) }).answers
  assert.equal(pipedText('{q1}', { questions: [words('q1')] }, long).length, 201)
})

test('SAY-1: what is sent as if to a question of another page or version is known for a stranger', () => {
  const version = { questions: [choice('q1', { other: true }), words('q2')] }
  assert.deepEqual(strangers(version, { q1: 'yes', 'q1-other': 'x', q2: 'y', page: '2', 'your-email': 'a@example.com' }), [])
  assert.deepEqual(strangers(version, { q3: 'x', 'q2-other': 'x', 'q1.row': 'x', quote: 'yes', q: 'x' }), ['q3', 'q2-other', 'q1.row'])
})

test('SAY-1: a question may lean on an earlier page only; the refusal says to start a page', () => {
  const lean = choice('q2', onlyIf(when('q1', 'answered')))
  const [broken] = brokenDependences([choice('q1'), lean])
  assert.match(
    broken ? dependenceWords(broken, [choice('q1'), lean]) : '',
    /“Is it q2\?” needs the answer to “Is it q1\?”.*Start a new page between them/,
  )
  assert.deepEqual(brokenDependences([choice('q1'), { ...lean, page: '' }]), [])
  assert.equal(brokenDependences([lean, choice('q1')]).length, 1)
  assert.equal(brokenDependences([words('q2', { text: 'About {q1} and {note}' })]).length, 1)
  const faults = (first: Question, second: Question) => brokenDependences([first, { ...second, page: '' }]).map(({ fault }) => fault)
  assert.deepEqual(faults(words('q1', { type: 'information' }), lean), ['no such answer'])
  assert.deepEqual(faults(choice('q1'), choice('q2', onlyIf(when('q1', 'any of', 'maybe')))), ['no such answer'])
  assert.deepEqual(faults(choice('q1', { block: 'equality' }), lean), ['kept apart'])
  assert.deepEqual(faults(choice('q9'), lean), ['no such question'])
})

test('SAY-1: a page keeps its start while questions move over it, and nothing is lost on the way', () => {
  const questions = [choice('a'), choice('b', { page: 'Two' }), choice('c')]
  assert.deepEqual(onPages(moved(questions, 'b', -1)), ['a b', 'c'])
  assert.deepEqual(onPages(moved(questions, 'c', -1)), ['a', 'c b'])
  assert.deepEqual(onPages(moved(questions, 'a', 1)), ['a b c'])
  assert.deepEqual(onPages(without(questions, ({ key }) => key === 'b')), ['a', 'c'])
  assert.deepEqual(onPages(withPageAt(questions, 'c', '')), ['a', 'b', 'c'])
  assert.deepEqual(onPages(withPageAt(questions, 'b', null)), ['a b c'])
  fc.assert(
    fc.property(surveys, fc.nat(8), fc.constantFrom<1 | -1>(1, -1), (some, at, by) => {
      const key = some[at % some.length]?.key ?? ''
      const after = moved(some, key, by)
      assert.deepEqual(keysOf(after).sort(), keysOf(some).sort())
      assert.ok(pagesOf({ questions: after }).length <= pagesOf({ questions: some }).length)
      const same = pagesOf({ questions: after }).length === pagesOf({ questions: some }).length
      if (same && onPages(after).join() !== onPages(some).join())
        assert.deepEqual(onPages(moved(after, key, by === 1 ? -1 : 1)), onPages(some))
    }),
  )
})
