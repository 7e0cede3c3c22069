import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assert as always, array, constantFrom, property, record } from 'fast-check'
import { type Question, readAnswers } from '#capabilities/surveys'
import { names, oneOf, sheetOf, turnOf } from './sheet.ts'
import { progressOf, stepBefore, stepsOf } from './step.ts'

const text = (key: string, more: Partial<Question> = {}): Question => ({ key, type: 'short-text', text: `About ${key}?`, ...more })
const answered = (question: string): Question['asked'] => ({ when: 'all', of: [{ question, is: 'answered' }] })
const survey = (questions: Question[]) => ({ questions, promise: 'linked' as const })

test('one page is one step; many end with what someone says of themselves, and a look at it all', () => {
  assert.deepEqual(stepsOf(survey([text('q1'), text('q2')]), []), [1])
  const two = survey([text('q1'), text('q2', { page: 'Two', asked: answered('q1') })])
  assert.deepEqual(stepsOf(two, []), [1, 'about-you', 'check'])
  assert.deepEqual(stepsOf(two, readAnswers(two, { q1: 'x' }).answers), [1, 2, 'about-you', 'check'])
})

test('the number of pages is certain once no answer that is still to come can change it', () => {
  const version = survey([text('q1'), text('q2', { page: 'Two', asked: answered('q1') }), text('q3', { page: 'Three' })])
  const { answers } = readAnswers(version, { q1: 'x' })
  assert.deepEqual(progressOf(version, [], 1), { number: 1, of: 4, settled: false })
  assert.deepEqual(progressOf(version, answers, 2), { number: 2, of: 5, settled: true })
  assert.deepEqual(progressOf(version, answers, 'check'), { number: 5, of: 5, settled: true })
})

/** Surveys of up to six pages, some of them asked only where the question before was answered. */
const surveys = array(record({ isPage: constantFrom(true, false), depends: constantFrom(true, false) }), {
  minLength: 1,
  maxLength: 6,
}).map((shape) =>
  survey(
    shape.map(({ isPage, depends }, at) =>
      text(`q${at + 1}`, {
        ...(isPage && at > 0 && { page: 'A page' }),
        ...(isPage && depends && at > 0 && { asked: answered(`q${at}`) }),
      }),
    ),
  ),
)
const bodies = array(constantFrom('q1', 'q2', 'q3', 'q4', 'q5', 'q6')).map((keys) => Object.fromEntries(keys.map((key) => [key, 'x'])))

test('from any step "Continue" comes to the end, and "Back" undoes it', () => {
  always(
    property(surveys, bodies, (version, body) => {
      const { answers } = readAnswers(version, body)
      const steps = stepsOf(version, answers)
      let at = sheetOf(version, body).step
      for (const next of steps.slice(1)) {
        const turn = turnOf(version, [], { ...body, [names.step]: String(at), [names.go]: 'continue' })
        assert.ok(turn.kind === 'draw')
        assert.deepEqual(turn.sheet.step, next)
        assert.deepEqual(stepBefore(version, answers, next), at)
        at = next
      }
      assert.equal(stepBefore(version, answers, steps[0] ?? 1), null)
    }),
  )
})

test('a field that is sent twice counts as it was sent last', () => assert.equal(oneOf({ a: ['1', '2'] }, 'a'), '2'))
