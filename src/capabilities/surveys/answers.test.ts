import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Body } from '#platform/forms.ts'
import { isLooser } from './promise.ts'
import type { Question } from './question.ts'
import { settleOptions } from './questions/options.ts'
import { typeOf } from './questions/registry.ts'
import { readAnswers } from './reading.ts'
import { isKey, nextKey } from './survey.ts'

const options = [
  { value: 'bus', label: 'Bus' },
  { value: 'drive', label: 'I drive' },
]
const travel: Question = { key: 'travel', type: 'one-of', text: 'How do you travel?', options, other: true }
const times: Question = { key: 'times', type: 'some-of', text: 'When?', options, other: true }
const name: Question = { key: 'name', type: 'short-text', text: 'A name?', limit: 5 }
const why: Question = { key: 'why', type: 'long-text', text: 'Why?' }
const questions = [travel, times, name, why]

const given = (body: Body) => readAnswers({ questions }, body).answers.map(({ question, choices, words }) => [question.key, choices, words])

test('SAY-1: "Something else" keeps the tick and the words', () => {
  assert.deepEqual(given({ travel: 'other', 'travel-other': ' By tractor ' }), [['travel', ['other'], 'By tractor']])
  assert.deepEqual(given({ times: ['drive', 'other'], 'times-other': 'At night' }), [['times', ['drive', 'other'], 'At night']])
})

test('SAY-1: words typed under "Something else" count as its tick, and never push out another', () => {
  assert.deepEqual(given({ 'travel-other': 'By tractor' }), [['travel', ['other'], 'By tractor']])
  assert.deepEqual(given({ travel: 'bus', 'travel-other': 'and a lift' }), [['travel', ['bus'], 'and a lift']])
  assert.deepEqual(given({ times: 'bus', 'times-other': 'At night' }), [['times', ['bus', 'other'], 'At night']])
})

test('SAY-1: an answer that was not offered is a mistake and is not kept', () => {
  const read = readAnswers({ questions }, { travel: 'rocket' })
  assert.deepEqual([read.ok, read.answers], [false, []])
  assert.match(read.errors.travel ?? '', /Choose from the answers shown/)
})

test('SAY-1: what is sent beside the questions on the page is not looked at', () => {
  const read = readAnswers({ questions }, { travel: 'bus', email: 'a@b.org', 'name-other': 'x', __proto__: 'y', constructor: 'z' })
  assert.deepEqual([read.ok, Object.keys(read.values), read.answers.length], [true, ['travel'], 1])
})

test('SAY-1: a limit counts code points after composing: five emoji, or five letters with their accents, are five', () => {
  assert.equal(readAnswers({ questions }, { name: '👍👍👍👍👍' }).ok, true)
  assert.equal(readAnswers({ questions }, { name: 'e\u0301e\u0301e\u0301e\u0301e\u0301' }).ok, true)
  assert.match(readAnswers({ questions }, { name: '👍👍👍👍👍👍' }).errors.name ?? '', /5 characters or fewer. It is 6 now/)
})

test('SAY-1: only what the author says must be answered must be; but an answer to nothing is none', () => {
  assert.equal(readAnswers({ questions }, { why: 'Because' }).ok, true)
  assert.deepEqual(readAnswers({ questions }, { why: '  ' }).errors, { travel: 'Answer at least one question' })
  const strict = questions.map((question) => ({ ...question, required: true }))
  assert.deepEqual(Object.keys(readAnswers({ questions: strict }, {}).errors), ['travel', 'times', 'name', 'why'])
})

const typed = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('bus', 'drive', 'other', '', ' bus'))
const bodies = fc.dictionary(
  fc.oneof(fc.constantFrom('travel', 'travel-other', 'times', 'times-other', 'name', 'why'), fc.string()),
  fc.oneof(typed, fc.array(typed)),
)

test('SAY-1: whatever is sent, reading it never throws, keeps only what was offered, and keeps the limits of what it lets through', () => {
  fc.assert(
    fc.property(bodies, fc.boolean(), (body, required) => {
      const read = readAnswers({ questions: questions.map((question) => ({ ...question, required })) }, body)
      for (const { question, choices, words } of read.answers) {
        const offered = [...(question.options ?? []).map(({ value }) => value), ...(question.other ? ['other'] : [])]
        assert.ok((choices ?? []).every((choice) => offered.includes(choice)))
        assert.equal(new Set(choices).size, choices?.length ?? 0)
        assert.ok(choices || words, 'an answer holds something')
        assert.ok(words === null || (words.isWellFormed() && words.trim() === words && words !== '' && !words.includes('\0')))
        if (read.ok && question.key === 'name') assert.ok([...(words ?? '')].length <= 5)
      }
      assert.equal(read.ok, Object.keys(read.errors).length === 0)
      if (read.ok) assert.ok(read.answers.length > 0)
    }),
    { numRuns: 1000 },
  )
})

test('SAY-1: the value of an option outlives a change of order, and a new one never takes a value in use', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 12 }),
      fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 12 }),
      (before, after) => {
        const had = settleOptions(before)
        const settled = settleOptions(after, had)
        for (const { label, value } of settled) assert.equal(had.find((option) => option.label === label)?.value ?? value, value)
        assert.equal(new Set([...settled, ...had].map(({ value }) => value)).size, new Set([...before, ...after]).size)
        assert.ok(settled.every(({ value }) => value !== 'other'))
      },
    ),
  )
})

test('SAY-1: a summary shows every option in its order, those nobody chose, and those no longer offered', () => {
  const { parts } = typeOf(travel).summarise(travel, { answered: 4, choices: { bus: 3, horse: 1 } })
  assert.deepEqual(
    parts[0]!.rows.map(({ label, count }) => [label, count]),
    [
      ['Bus', 3],
      ['I drive', 0],
      ['Something else', 0],
      ['horse', 1],
    ],
  )
})

test('SAY-1: settings say what to do about each mistake', () => {
  const settings = (type: string, body: object) => typeOf({ type }).settings.safeParse(body)
  const mistakes = (type: string, body: object) => settings(type, body).error?.issues.map(({ path, message }) => `${path}: ${message}`)
  assert.deepEqual(mistakes('one-of', { text: ' ', labels: 'Only one' }), [
    'text: Enter the question',
    'labels: Enter at least 2 answers to choose from, one on each line',
  ])
  assert.deepEqual(mistakes('some-of', { text: 'When?', labels: 'Now\nnow' }), ['labels: Two lines are the same: change or remove one'])
  assert.deepEqual(mistakes('short-text', { text: 'Why?', limit: 'ten' }), ['limit: The limit must be a number from 1 to 1,000'])
  assert.deepEqual(settings('long-text', { text: 'Why?', hint: '', required: 'yes', limit: '4,000' }).data, {
    text: 'Why?',
    hint: undefined,
    required: true,
    limit: 4000,
  })
})

test('a key is short, is no other field of the page, and is never used twice', () => {
  assert.ok(['q1', 'name', 'what-matters'].every(isKey))
  assert.ok(!['', 'Q1', 'your-email', 'q1-other', 'q1-2', 'tell-me', 'a'.repeat(41)].some(isKey))
  assert.equal(nextKey([]), 'q1')
  assert.equal(nextKey(['q2', 'q10', 'travel']), 'q11')
})

test('the promises from loosest to strictest: named, linked, anonymous', () => {
  assert.ok(isLooser('named', 'linked') && isLooser('linked', 'anonymous') && isLooser('named', 'anonymous'))
  assert.ok(!isLooser('anonymous', 'named') && !isLooser('linked', 'linked'))
})
