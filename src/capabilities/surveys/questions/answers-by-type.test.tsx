import assert from 'node:assert/strict'
import { test } from 'node:test'
import { render } from '#design'
import type { Body } from '#platform/forms.ts'
import { equalityBlock } from '../equality-block.ts'
import { friendsAndFamilyBlock } from '../friends-and-family-block.ts'
import type { Question } from '../question.ts'
import { isKey } from '../survey.ts'
import { withDecile } from './postcode.tsx'
import { keepsApart, mergedQuestions, typeOf } from './registry.ts'
import { mistakesIn } from './settings.ts'

const options = ['Bus', 'Train', 'I drive'].map((label) => ({ value: label.toLowerCase().replace(' ', '-'), label }))
const anId = '019a0000-0000-7000-8000-000000000001'
const ways: Question = { key: 'ways', type: 'some-of', text: 'Which ways?', options, other: true }
const order: Question = { key: 'order', type: 'ranking', text: 'What comes first?', options }
const share: Question = { key: 'share', type: 'budget', text: 'Share the money', options, total: 100, unit: '£' }
const years: Question = { key: 'years', type: 'number', text: 'How many years?', least: -5, most: 120, places: 1, unit: 'years' }
const when: Question = { key: 'when', type: 'date', text: 'When did you come?', least: '2020-01-01', most: '2026-12-31' }
const home: Question = { key: 'home', type: 'postcode', text: 'Where do you live?' }
const whole: Question = { ...home, reason: 'To plan bus routes' }
const mail: Question = { key: 'mail', type: 'email', text: 'Where can we write to you?' }
const rated: Question = { key: 'rated', type: 'rating', text: 'Overall, how was your experience of our service?' }
const again: Question = { key: 'again', type: 'yes-no', text: 'Would you come again?' }
const map: Question = { key: 'map', type: 'information', text: 'One thing.\n\nAnother.', picture: { file: anId, description: 'A map' } }

const drawn = (question: Question) => {
  const { Field } = typeOf(question)
  return render(<Field question={question} values={{}} errors={{}} />)
}
const read = (question: Question, body: Body) => typeOf(question).answer(question, body)

test('field 3: "Other, please say" keeps the tick and the words, in columns of their own', () => {
  for (const type of ['one-of', 'some-of', 'drop-down']) {
    const question = { ...ways, type }
    const given = read(question, { ways: 'other', 'ways-other': 'By tractor' })
    assert.deepEqual([given.choices, given.words], [['other'], 'By tractor'])
    const cells = typeOf(question).cells(question, given)
    assert.deepEqual([cells['ways-other'], cells['ways.other'] ?? cells.ways], ['By tractor', type === 'some-of' ? 'yes' : 'other'])
    assert.equal(typeOf(question).shown(question, given), 'Something else: By tractor')
  }
})

test('field 5: a choice that is no longer offered is shown and exported as what it was', () => {
  const now = { ...ways, options: options.slice(1), other: false }
  const before = ways
  const [merged] = mergedQuestions([{ questions: [now] }, { questions: [before] }])
  assert.deepEqual(
    merged?.options?.map(({ value }) => value),
    ['train', 'i-drive', 'bus'],
  )
  assert.equal(typeOf(now).cells(merged!, { choices: ['bus'], words: null })['ways.bus'], 'yes')
  assert.equal(typeOf(now).cells(merged!, { choices: ['bus'], words: null })['ways.train'], 'no')
})

test('SAY-1: a ranking refuses one place for two things, and says which', () => {
  const tied = read(order, { 'order.bus': '1', 'order.train': '1', 'order.i-drive': '2' })
  assert.match(tied.mistakes['order.train'] ?? '', /1st place to both “Bus” and “Train”/)
  assert.deepEqual(read(order, { 'order.train': '1' }).choices, ['train:1'])
  assert.match(read({ ...order, required: true }, { 'order.train': '1' }).mistakes['order.bus'] ?? '', /Give a place to “Bus”/)
  const figures = typeOf(order).summarise(order, { answered: 2, choices: { 'bus:1': 1, 'bus:2': 1 } }).parts[0]?.figures
  assert.deepEqual(figures, [{ name: 'Mean place', value: '1.5' }])
})

test('SAY-1: a budget says what is left to share, and what is too much', () => {
  const mistake = (body: Body) => read(share, body).mistakes['share.bus']
  assert.match(mistake({ 'share.bus': '£80' }) ?? '', /come to £80\. You have £20 left/)
  assert.match(mistake({ 'share.bus': '80', 'share.train': '1,000' }) ?? '', /come to £1,080, which is £980 too much/)
  assert.match(mistake({ 'share.bus': '-20', 'share.train': '120' }) ?? '', /must be a whole number/)
  assert.deepEqual(read(share, { 'share.train': '100' }).choices, ['bus:0', 'train:100', 'i-drive:0'])
  assert.deepEqual(read(share, {}), { choices: null, words: null, mistakes: {} })
})

test('SAY-1: a number is taken as people write it, and a wrong one is explained', () => {
  const given = (typed: string) => read(years, { years: typed })
  assert.deepEqual(
    ['7', ' 07 ', '7.50', '1,20', '7 years', '−2'].map((typed) => given(typed).choices?.[0]),
    ['7', '7', '7.5', '120', '7', '-2'],
  )
  assert.match(given('many').mistakes.years ?? '', /must be a number, like 12/)
  assert.match(given('7.55').mistakes.years ?? '', /1 decimal place or fewer/)
  assert.match(given('121').mistakes.years ?? '', /from -5 years to 120 years/)
  assert.match(read({ ...years, places: 0 }, { years: '1.5' }).mistakes.years ?? '', /must be a whole number/)
})

test('SAY-1: a date says which part is missing, and takes a month as a word', () => {
  const given = (day: string, month: string, year: string) => read(when, { 'when.day': day, 'when.month': month, 'when.year': year })
  assert.deepEqual(given('1', 'March', '2024').choices, ['2024-03-01'])
  assert.match(given('1', '', '').mistakes['when.day'] ?? '', /must include a month and a year/)
  assert.match(given('31', '2', '2024').mistakes['when.day'] ?? '', /must be a real date/)
  assert.match(given('1', '1', '2019').mistakes['when.day'] ?? '', /must be 1 January 2020 or later/)
  const years = typeOf(when).summarise(when, { answered: 3, choices: { '1951-02-01': 1, '1999-12-31': 2 } }).parts[0]?.rows
  assert.deepEqual([years?.[0]?.label, years?.at(-1)?.label, years?.at(-1)?.count], ['1950 to 1954', '1995 to 1999', 2])
  const months = typeOf(when).summarise(when, { answered: 2, choices: { '2025-12-31': 1, '2026-02-01': 1 } }).parts[0]?.rows
  assert.deepEqual(
    months?.map(({ label, count }) => [label, count]),
    [
      ['December 2025', 1],
      ['January 2026', 0],
      ['February 2026', 1],
    ],
  )
})

test('SAY-1: of a postcode only the area is kept, and the whole only apart and with a reason', () => {
  assert.deepEqual(read(home, { home: ' rm1 3bd' }), { choices: ['area:RM1'], words: null, mistakes: {} })
  assert.deepEqual(read(home, { home: 'SW1A' }).choices, ['area:SW1A'])
  assert.match(read(home, { home: 'RM1 3C' }).mistakes.home ?? '', /Enter a postcode/)
  assert.deepEqual(read(whole, { home: 'rm13bd' }), { choices: ['area:RM1'], words: null, apart: 'RM1 3BD', mistakes: {} })
  assert.match(read(whole, { home: 'RM1' }).mistakes.home ?? '', /Enter a postcode/)
  assert.match(drawn(whole), /Why we ask for it: To plan bus routes/)
  assert.deepEqual(withDecile({ choices: ['area:RM1'], words: null }, 3).choices, ['area:RM1', 'decile:3'])
  const { parts } = typeOf(home).summarise(home, { answered: 3, choices: { 'area:RM1': 3, 'decile:3': 2 } })
  assert.deepEqual(
    parts.map(({ key, answered }) => [key, answered]),
    [
      ['home', 3],
      ['home:decile', 2],
    ],
  )
})

test('SAY-1: what says who or where someone is goes apart, and never into what is counted, read or exported', () => {
  assert.deepEqual(
    [home, whole, mail, ways].filter(keepsApart).map(({ type }) => type),
    ['postcode', 'email'],
  )
  const given = read(mail, { mail: ' Sam@Example.com ' })
  assert.deepEqual(given, { choices: null, words: null, apart: 'sam@example.com', mistakes: {} })
  assert.match(read(mail, { mail: 'sam at home' }).mistakes.mail ?? '', /like name@example.com/)
  assert.deepEqual([typeOf(mail).columns(mail), typeOf(mail).cells(mail, given)], [[], {}])
  assert.ok(!JSON.stringify(typeOf(whole).cells(whole, read(whole, { home: 'RM1 3BD' }))).includes('3BD'))
})

test('SAY-1: the two wordings of the Friends and Family Test are never added up', () => {
  const choices = { 'very-good': 3, 'dont-know': 1, 'extremely-likely': 5, 'dont-know-if-likely': 2 }
  const { parts } = typeOf(rated).summarise(rated, { answered: 11, choices })
  assert.deepEqual(
    parts.map(({ key, answered, rows, figures }) => [key, answered, rows.length, figures?.[0]?.value]),
    [
      ['rated', 4, 6, '75%'],
      ['rated:recommend', 7, 6, '71.4%'],
    ],
  )
  assert.ok(!typeOf(rated).offers(rated, 'extremely-likely'))
  assert.equal(typeOf(rated).settings.parse({ text: '', wording: 'recommend' }).text.slice(0, 10), 'How likely')
})

test('SAY-1: information is read, with the description of its picture where the picture cannot be shown', () => {
  const { Field } = typeOf(map)
  assert.match(drawn(map), /<p>One thing\.<\/p><p>Another\.<\/p><p>Picture: A map<\/p>/)
  const shown = render(<Field question={map} values={{}} errors={{}} addressOf={(file) => `/pictures/${file}`} />)
  assert.match(shown, new RegExp(`<img[^>]*src="/pictures/${anId}" alt="A map"`))
})

test('SAY-1: answers that are ours and not the author’s can be said in another language', () => {
  const question = { ...again, labels: { yes: 'Tak', optional: 'opcjonalne' } }
  assert.match(drawn(question), /\(opcjonalne\)[\s\S]*Tak[\s\S]*No/)
  assert.equal(typeOf(question).shown(question, { choices: ['yes'], words: null }), 'Tak')
})

test('SAY-1: settings say what to do about each mistake', () => {
  const mistakes = (type: string, body: object) =>
    typeOf({ type })
      .settings.safeParse(body)
      .error?.issues.map(({ path, message }) => `${path}: ${message}`)
  assert.deepEqual(mistakes('matrix', { text: 'Each?', labels: 'Good\nBad' }), [
    'rowLabels: Enter the things to ask about, one on each line',
  ])
  assert.deepEqual(mistakes('number', { text: 'How many?', least: '9', most: '3' }), ['most: The most must be more than the least'])
  assert.deepEqual(mistakes('number', { text: 'How many?', least: 'few' }), [
    'least: The least must be a number from -10,000,000,000 to 10,000,000,000',
  ])
  assert.deepEqual(mistakes('date', { text: 'When?', 'least-day': '31', 'least-month': '2', 'least-year': '2026' }), [
    'least-day: The earliest date must be a real date, like 27 3 2026',
  ])
  assert.deepEqual(mistakes('scale', { text: 'How?', 'least-means': 'low' }), ['most-means: Enter what the highest number means'])
  assert.deepEqual(mistakes('information', { text: 'Read this', picture: anId }), [
    'picture-description: Describe the picture for people who cannot see it',
  ])
})

test('SAY-1: a question that did not come from our form is looked at by the same rules', () => {
  assert.deepEqual(mistakesIn({ key: 'x', type: 'one-of', text: 'Which?', options: [{ value: 'a:b', label: 'A' }] }).length, 2)
  assert.deepEqual(mistakesIn({ key: 'x', type: 'hologram', text: 'Which?' }), ['There is no type of question called “hologram”'])
})

test('SAY-1: every equality question may be skipped, and lets people say that they prefer not to', () => {
  for (const question of equalityBlock.questions) {
    assert.deepEqual(mistakesIn(question), [], question.key)
    assert.ok(isKey(question.key))
    assert.deepEqual([question.required, question.block], [undefined, 'equality'])
    assert.equal(question.options?.at(-1)?.value, 'prefer-not-to-say')
  }
  const ethnic = equalityBlock.questions.find(({ key }) => key === 'equality-ethnic-group')
  assert.equal(
    ethnic?.options
      ?.map(({ value }) => value)
      .join('')
      .slice(0, 16),
    'ABCDEFGHJKLMNPRS',
  )
  assert.deepEqual(friendsAndFamilyBlock.questions.flatMap(mistakesIn), [])
})
