import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { render } from '#design'
import type { Body } from '#platform/forms.ts'
import { type Given, isGiven, type Question } from '../question.ts'
import { anId, exampleOf, examples, options, rows } from './examples.ts'
import { fieldsOf, questionTypes, typeOf } from './registry.ts'
import { mistakesIn, questionOf, valuesOf } from './settings.ts'

const anotherId = '019a0000-0000-7000-8000-000000000002'

const chosen = fc.constantFrom(...options.map(({ value }) => value))
const closed = (choice: fc.Arbitrary<string>) => choice.map((value): Given => ({ choices: [value], words: null }))
const inWords = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 }).filter((words) => isSettled(words))
const isSettled = (words: string) =>
  words.trim() === words && words.normalize('NFC') === words && !/[\0\r\n]/.test(words) && [...words].length <= 5

/** Everything that can rightly be given in answer to the example of each kind. */
const givens: Readonly<Record<string, fc.Arbitrary<Given>>> = {
  'long-text': inWords.map((words) => ({ choices: null, words })),
  'short-text': inWords.map((words) => ({ choices: null, words })),
  'one-of': fc.oneof(
    closed(chosen),
    inWords.map((words) => ({ choices: ['other'], words })),
  ),
  'some-of': fc
    .tuple(
      fc.subarray(
        options.map(({ value }) => value),
        { minLength: 1 },
      ),
      fc.option(inWords),
    )
    .map(([choices, words]) => ({ choices: words ? [...choices, 'other'] : choices, words })),
  'yes-no': closed(fc.constantFrom('yes', 'no')),
  'drop-down': closed(fc.oneof(chosen, fc.constant('other'))),
  agreement: closed(fc.constantFrom('strongly-agree', 'neither', 'dont-know')),
  scale: closed(fc.nat(10).map(String)),
  rating: closed(fc.constantFrom('very-good', 'poor', 'dont-know')),
  ranking: fc
    .tuple(fc.shuffledSubarray(['1', '2', '3'], { minLength: 3 }), fc.subarray(options, { minLength: 1 }))
    .map(([places, things]) => ({ choices: things.map(({ value }, at) => `${value}:${places[at]}`), words: null })),
  matrix: fc
    .tuple(fc.subarray(rows, { minLength: 1 }), chosen, chosen)
    .map(([asked, ...columns]) => ({ choices: asked.map(({ value }, at) => `${value}:${columns[at]}`), words: null })),
  budget: fc.tuple(fc.nat(50), fc.nat(50)).map(([bus, train]) => ({
    choices: [`bus:${bus}`, `train:${train}`, `i-drive:${100 - bus - train}`],
    words: null,
  })),
  number: closed(fc.integer({ min: -50, max: 1200 }).map((tenths) => String(tenths / 10))),
  date: closed(
    fc
      .date({ min: new Date('2020-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
      .map((moment) => moment.toISOString().slice(0, 10)),
  ),
  postcode: closed(fc.constantFrom('area:RM1', 'area:SW1A', 'area:M60', 'area:EC1A')),
  email: fc.constantFrom('sam@example.com', 'a.b+c@nhs.example').map((apart) => ({ choices: null, words: null, apart })),
  file: fc.subarray([anId, anotherId], { minLength: 1 }).map((files) => ({ choices: null, words: null, files })),
}

/** What a browser sends of the fields in this HTML. */
function sentFrom(html: string): Body {
  const body: Record<string, string[]> = {}
  const add = (tag: string, value: string) => {
    const name = attribute(tag, 'name')
    if (name) body[name] = [...(body[name] ?? []), value]
  }
  for (const [tag] of html.matchAll(/<input\b[^>]*>/g)) {
    const type = attribute(tag, 'type')
    if (type === 'file' || ((type === 'radio' || type === 'checkbox') && !/\schecked\b/.test(tag))) continue
    add(tag, attribute(tag, 'value') ?? '')
  }
  for (const [, tag = '', typed = ''] of html.matchAll(/(<textarea\b[^>]*>)([\s\S]*?)<\/textarea>/g)) add(tag, unescaped(typed))
  for (const [, tag = '', items = ''] of html.matchAll(/(<select\b[^>]*>)([\s\S]*?)<\/select>/g)) {
    const picked = items.match(/<option\b[^>]*\sselected\b[^>]*>/)?.[0] ?? items.match(/<option\b[^>]*>/)?.[0] ?? ''
    add(tag, attribute(picked, 'value') ?? '')
  }
  return body
}

const attribute = (tag: string, name: string) => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)
  return found ? unescaped(found[1] ?? '') : undefined
}
const unescaped = (text: string) =>
  text.replace(/&(?:#(\d+)|(\w+));/g, (_, code: string, name: string) =>
    code ? String.fromCodePoint(Number(code)) : ({ lt: '<', gt: '>', quot: '"', amp: '&' }[name] ?? ''),
  )
const words = (html: string) =>
  unescaped(html.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()

const drawn = (question: Question, values: Body = {}, errors: Record<string, string> = {}) => {
  const { Field } = typeOf(question)
  return render(<Field question={question} values={values} errors={errors} />)
}
const read = (question: Question, body: Body) => typeOf(question).answer(question, body)

test('SAY-1: there is an example here of every kind of question', () => {
  assert.deepEqual(
    examples.map(({ type }) => type),
    questionTypes.map(({ name }) => name),
  )
  assert.deepEqual(
    examples.map((question) => mistakesIn(question)).filter((mistakes) => mistakes.length > 0),
    [],
  )
})

for (const question of examples) {
  const type = typeOf(question)
  const given = givens[question.type]
  if (given)
    test(`SAY-1: ${question.type}: an answer is drawn, sent and read back as it was`, () => {
      fc.assert(
        fc.property(given, (answer) => {
          const body = type.typed(question, answer)
          const { mistakes, ...again } = read(question, sentFrom(drawn(question, body)))
          assert.deepEqual([mistakes, again], [{}, answer])
          assert.ok(Object.keys(body).every((name) => fieldsOf(question).includes(name)))
          assert.notEqual(type.shown(question, answer), '')
          assert.ok((answer.choices ?? []).every((choice) => type.offers(question, choice)))
          const columns = type.columns(question)
          for (const [key, value] of Object.entries(type.cells(question, answer))) {
            const column = columns.find((one) => one.key === key)
            assert.ok(column, `a cell of no column: ${key}`)
            assert.ok(column.values === null || column.values.some((one) => one.value === value))
          }
        }),
        { numRuns: 40 },
      )
    })

  test(`SAY-1: ${question.type}: whatever is sent, reading never throws, keeps only what was offered, and says where a mistake is`, () => {
    const names = fc.constantFrom(question.key, ...fieldsOf(question), `${question.key}.else`)
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'bus',
        'other',
        'yes',
        '1',
        '2',
        '50',
        '-1',
        '1e9',
        '0x10',
        '31',
        '2024',
        'RM1',
        'RM1 3BD',
        'a@example.com',
        anId,
        '__proto__',
      ),
    )
    fc.assert(
      fc.property(fc.dictionary(names, fc.oneof(value, fc.array(value, { maxLength: 4 }))), fc.boolean(), (body, required) => {
        const asked = { ...question, required }
        const reading = read(asked, body)
        const choices = reading.choices ?? []
        assert.ok(choices.every((choice) => type.offers(question, choice)))
        assert.equal(new Set(choices).size, choices.length)
        assert.notDeepEqual(reading.choices, [])
        if (required && !type.isOnlyRead) assert.ok(isGiven(reading) || Object.keys(reading.mistakes).length > 0)
        // Each mistake is shown on the page, and leads somewhere.
        if (Object.keys(reading.mistakes).length === 0) return
        const html = drawn(asked, body, { ...reading.mistakes })
        for (const [id, mistake] of Object.entries(reading.mistakes)) {
          assert.ok(html.includes(` id="${id}"`), `nothing has the id ${id}`)
          assert.ok(words(html).includes(words(mistake)))
        }
      }),
      { numRuns: 150 },
    )
  })

  test(`SAY-1: ${question.type}: the settings of its form make the question again`, () => {
    const set = type.settings.parse(valuesOf(question))
    assert.deepEqual(questionOf(question.key, question.type, set, question), question)
    assert.notEqual(render(<type.SettingsFields values={valuesOf(question)} errors={{}} />), undefined)
    const placed: Question = { ...question, page: 'About you', block: 'local', asked: { when: 'all', of: [] } }
    assert.deepEqual(questionOf(question.key, question.type, set, placed), placed)
  })

  if (given && type.choices(question).length + Number(/number|date|budget|postcode/.test(question.type)) > 0)
    test(`SAY-1: ${question.type}: rows come to the number who answered, and nothing that was chosen is lost`, () => {
      fc.assert(
        fc.property(fc.array(given, { maxLength: 30 }), fc.boolean(), (answers, withGone) => {
          const tally: Record<string, number> = {}
          for (const choice of answers.flatMap(({ choices }) => choices ?? [])) tally[choice] = (tally[choice] ?? 0) + 1
          const earlier = {
            ...question,
            ...(question.options && { options: options.slice(0, 1) }),
            ...(question.rows && { rows: rows.slice(0, 1) }),
          }
          const { parts } = type.summarise(withGone ? earlier : question, { answered: answers.length, choices: tally })
          const counted = parts.flatMap((part) => part.rows).reduce((sum, { count }) => sum + count, 0)
          assert.equal(
            counted,
            Object.values(tally).reduce((sum, count) => sum + count, 0),
          )
          for (const part of parts) {
            if (!part.several)
              assert.equal(
                part.rows.reduce((sum, { count }) => sum + count, 0),
                part.answered,
              )
            assert.equal(new Set(part.rows.map(({ value }) => value)).size, part.rows.length)
          }
          assert.equal(new Set(parts.map(({ key }) => key)).size, parts.length)
        }),
        { numRuns: 60 },
      )
    })
}

test("SAY-1: where an author words the mistake, it is said in the author's words", () => {
  for (const question of examples.filter((one) => !typeOf(one).isOnlyRead)) {
    const asked = { ...question, required: true, mistake: 'Tell us, or say that you do not know' }
    assert.ok(Object.values(read(asked, {}).mistakes).includes(asked.mistake), question.type)
  }
})

test('field 4: the columns of a question are the same whatever was answered', () => {
  const columns = examples.map((question) =>
    typeOf(question)
      .columns(question)
      .map(({ key }) => key),
  )
  assert.deepEqual(columns, [
    ['why'],
    ['name'],
    ['travel', 'travel-other'],
    ['ways.bus', 'ways.train', 'ways.i-drive', 'ways.other', 'ways-other'],
    ['again'],
    ['town', 'town-other'],
    ['fair'],
    ['ease'],
    ['rated'],
    ['order.bus', 'order.train', 'order.i-drive'],
    ['each.parking', 'each.waiting'],
    ['share.bus', 'share.train', 'share.i-drive'],
    ['years'],
    ['when'],
    ['home.area', 'home.decile'],
    [],
    ['shots'],
    [],
  ])
})

test('SAY-1: files that were kept are shown with their names, and can be removed', () => {
  const question = exampleOf('file')
  const body = { shots: [anId, anotherId], 'shots.name': ['ramp.jpg', '<b>.png'], 'shots.remove': anId }
  const html = drawn(question, body)
  assert.match(html, /ramp\.jpg[\s\S]*Remove[\s\S]*&lt;b/)
  assert.deepEqual(read(question, sentFrom(html)).files, [anotherId])
  assert.match(
    read(question, { shots: [anId, anotherId, anId.replace(/1$/, '3')] }).mistakes['shots.file'] ?? '',
    /Send 2 files or fewer.*Remove one/,
  )
  assert.match(read(question, { shots: '../../secret' }).mistakes['shots.file'] ?? '', /again/)
})
