import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entriesUnder } from '#platform/glossary.ts'
import { findingsIn } from './check-finding.ts'
import { equalityBlock } from './equality-block.ts'
import type { Question } from './question.ts'
import { readabilityOf } from './readability.ts'
import { minutesToAnswer } from './time-to-answer.ts'
import { differencesBetween } from './version-difference.ts'

const lists = { avoided: entriesUnder('Words we do not use'), letters: entriesUnder('Letters that stand for words') }
const found = (...questions: Partial<Question>[]) =>
  findingsIn(
    questions.map((question, at) => ({ key: `q${at + 1}`, type: 'long-text', text: 'Why?', ...question })),
    lists,
  ).map(({ question, what, toDo }) => `${question}: ${what}. ${toDo}`)
const labelled = (...labels: string[]) => labels.map((label) => ({ value: label.toLowerCase(), label }))

test('PUB-2: the reading age of a passage is as Flesch and Kincaid reckon it, and a short one is a rough guide', () => {
  // 7 words, 1 sentence, 13 syllables: 0.39 × 7 + 11.8 × 13 / 7 − 15.59 = 9.05, and five years.
  assert.deepEqual(readabilityOf('People travel to hospital appointments by bus.'), { words: 7, sentences: 1, age: 14, isRough: true })
  const easy = 'We want to move the clinic. It would be at the new site by the bus stop. You can walk there or take the bus.'
  assert.deepEqual(readabilityOf(easy), { words: 25, sentences: 3, age: 5, isRough: true })
  const hard = readabilityOf(
    'The reconfiguration of ambulatory orthopaedic rehabilitation necessitates multidisciplinary consideration of accessibility.',
  )
  assert.ok(hard && hard.age > 18)
  assert.equal(readabilityOf(' … '), null)
  assert.equal(readabilityOf(`${easy} ${easy} ${easy} ${easy}`)?.isRough, false)
})

test('PUB-2: jargon, letters nobody explained and long words are found, and each says what to do', () => {
  assert.deepEqual(found({ text: 'What do stakeholders say?' }), [
    'q1: It says “stakeholder”. We say who we mean: patients, carers, staff, a council.',
  ])
  assert.deepEqual(found({ text: 'Is your ICB near?' }, { text: 'And the ICB?' }), [
    'q1: “ICB” is not explained. Write “integrated care board (ICB)” the first time.',
  ])
  assert.deepEqual(found({ text: 'Is your integrated care board (ICB) near?' }, { text: 'Is the NHS or a GP there?' }), [])
  assert.match(
    found({ text: 'To what extent does the proposed reconfiguration of rehabilitation facilities inconvenience you?' })[0] ?? '',
    /reading age is about \d\d, as a rough guide/,
  )
  assert.deepEqual(found({ text: 'How do you travel to the clinic?' }), [])
})

test('PUB-2: questions that ask two things, suggest an answer or leave no way out are found', () => {
  const says = (question: Partial<Question>) => found(question).map((finding) => finding.replace(/^q1: (.*?)\. .*/, '$1'))
  const two = 'It may ask two things at once'
  assert.deepEqual(says({ text: 'Was the ward clean and quiet?', type: 'yes-no' }), [two])
  assert.deepEqual(says({ text: 'Do you use the bus and/or the train?' }), [two])
  assert.deepEqual(says({ text: 'What went well and what could be better?' }), [two])
  assert.deepEqual(says({ text: 'Do you agree that the clinic should move?' }), ['It may suggest an answer'])
  assert.deepEqual(says({ text: 'How excellent was the food?' }), ['It may suggest an answer'])
  assert.deepEqual(says({ text: 'How good or bad was the food?' }), [])
  const bus = { type: 'one-of', text: 'How do you travel?' }
  assert.deepEqual(says({ ...bus, options: labelled('Bus', 'Car') }), ['Nobody can say that no answer fits'])
  assert.deepEqual(says({ ...bus, options: labelled('Bus', 'None of these') }), [])
  assert.deepEqual(says({ ...bus, options: labelled('Bus', 'Car'), other: true }), [])
})

test('PUB-2: too much to ask is found: long lists, many that must be answered, a long time', () => {
  const many = Array.from({ length: 14 }, (_, at) => `Place ${at}`)
  assert.match(found({ type: 'some-of', text: 'Where?', options: labelled(...many), other: true })[0] ?? '', /14 answers to choose from/)
  assert.match(found({ type: 'ranking', text: 'What first?', options: labelled(...many.slice(0, 9)) })[0] ?? '', /9 things in order/)
  assert.match(found(...Array.from({ length: 5 }, () => ({ required: true })))[0] ?? '', /^null: 5 of 5 questions must be answered/)
  assert.match(found(...Array.from({ length: 12 }, () => ({})))[0] ?? '', /^null: It may take about 12 minutes/)
  assert.equal(minutesToAnswer([]), 1)
  assert.deepEqual(findingsIn(equalityBlock.questions, lists), [])
})

test('SAY-1: what changed from one version to the next is told in sentences, each once', () => {
  const question = (key: string, more: Partial<Question> = {}): Question => ({
    key,
    type: 'one-of',
    text: `Is it ${key}?`,
    options: labelled('Yes', 'No'),
    ...more,
  })
  const tell = (before: Question[], after: Question[]) =>
    differencesBetween({ questions: before, promise: 'linked' }, { questions: after, promise: 'linked' })
  const [a, b, c] = [question('a'), question('b'), question('c')]
  assert.deepEqual(tell([a, b, c], [a, b, c]), [])
  assert.deepEqual(tell([a, b, c], [c, a, b]), ['Moved “Is it c?”.'])
  assert.deepEqual(tell([a, b], [{ ...a, text: 'Was it a?' }, c]), [
    'Reworded “Is it a?” to “Was it a?”.',
    'Added “Is it c?”.',
    'Removed “Is it b?”.',
  ])
  assert.deepEqual(tell([a], [{ ...a, options: labelled('Yes', 'No', 'Maybe') }]), ['Added answers to “Is it a?”: “Maybe”.'])
  assert.deepEqual(tell([a], [{ ...a, options: labelled('No', 'Yes') }]), ['Put the answers to “Is it a?” in another order.'])
  assert.deepEqual(tell([a, b], [a, { ...b, page: 'Two', required: true }]), [
    'A page starts at “Is it b?”.',
    'Changed the settings of “Is it b?”.',
  ])
})
