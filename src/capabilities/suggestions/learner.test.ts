import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Example, fromBytes, learn, suggest, toBytes } from './learner.ts'

const said: [words: string, theme: string, sentiment: number][] = [
  ['The bus stop is too far from the clinic', 'travel', 4],
  ['No bus comes near the clinic', 'travel', 4],
  ['Parking at the clinic is a nightmare', 'travel', 5],
  ['I paid a lot for parking', 'travel', 4],
  ['The bus was late again', 'travel', 4],
  ['Lovely kind receptionist', 'manner', 1],
  ['The nurse was kind and patient with me', 'manner', 1],
  ['Everybody was so kind', 'manner', 1],
  ['A kind doctor listened', 'manner', 2],
  ['Friendly and kind from start to end', 'manner', 1],
]
const examples: Example[] = Array.from({ length: 40 }, (_, at) => {
  const [words, theme, sentiment] = said[at % said.length]!
  return { id: `c${at}`, respondent: `r${at}`, question: 'What was it like?', words: `${words} (${at})`, themes: [theme], sentiment }
})
const model = learn(examples)
const about = (words: string) => suggest(model, [{ question: 'What was it like?', words }])[0]!
const partOf = (words: string, { start, end }: { start: number; end: number }) => [...words].slice(start, end).join('')

test('INS-2: it suggests the theme and the sentiment that people gave to such words', () => {
  assert.deepEqual(about('There is no bus').offered, ['travel'])
  assert.deepEqual(about('So kind').offered, ['manner'])
  assert.ok(about('There is no bus').sentiment!.value > 3)
  assert.ok(about('So kind').sentiment!.value < 3)
})

test('INS-2: a suggestion shows the words that led to it, where they stand in what was said', () => {
  const words = 'On Monday 👍🏽 I could not find parking, sadly'
  const [first] = about(words).themes
  assert.equal(first?.theme, 'travel')
  assert.ok(first.because.length > 0 && first.because.length <= 3)
  assert.match(partOf(words, first.because[0]!), /parking/)
})

test('PEO-8: a name that one person gives in several answers is in no model; what two people say may be', () => {
  const named = (respondents: readonly string[]) => {
    const answers = respondents.map((respondent, at) => ({
      id: `n${at}`,
      respondent,
      question: 'Who helped you?',
      words: 'Quillfeather was kind',
      themes: ['manner'],
      sentiment: 1,
    }))
    return Buffer.from(toBytes(learn([...examples, ...answers]))).toString('latin1')
  }
  assert.doesNotMatch(named(['r900', 'r900', 'r900']), /quillf/i)
  assert.match(named(['r900', 'r901']), /quillf/i)
})

test('INS-2: the same examples in any order teach the same', () => {
  const turned = learn(examples.toReversed())
  assert.deepEqual(turned.weights, model.weights)
  assert.deepEqual(turned.thresholds, model.thresholds)
})

test('INS-2: a model written down and read again suggests the same', () => {
  const again = fromBytes(toBytes(model))
  for (const words of ['No bus and no parking', 'kind', '', 'never heard of'])
    assert.deepEqual(suggest(again, [{ question: '', words }]), suggest(model, [{ question: '', words }]))
})

test('INS-2: a model that was cut short, damaged, or made by another version is refused in words', () => {
  const bytes = toBytes(model)
  for (const length of [0, 3, 10, 200, bytes.length - 1])
    assert.throws(() => fromBytes(bytes.slice(0, length)), /cut short|damaged|not a model/)
  assert.throws(() => fromBytes(Buffer.from('just some words that are no model at all')), /not a model|cut short/)
  const other = Buffer.from(Buffer.from(bytes).toString('latin1').replace('suggestions 1', 'suggestions 9'), 'latin1')
  assert.throws(() => fromBytes(other), /another version/)
})

test('INS-2: before anyone has coded, it suggests from what the themes mean', () => {
  const cold = learn([], {
    definitions: [
      { theme: 'food', words: 'Food and drink. Meals, snacks and drinks. ‘The dinner was cold’, ‘More choice of food please’, ‘Nice tea’' },
      {
        theme: 'travel',
        words: 'Getting there. Parking, buses and trains. ‘Nowhere to park’, ‘The bus is always late’, ‘Parking costs too much’',
      },
    ],
  })
  const [dinner, bus] = suggest(cold, [
    { question: '', words: 'My dinner was late' },
    { question: '', words: 'There was no parking' },
  ])
  assert.deepEqual([dinner?.themes[0]?.theme, bus?.themes[0]?.theme], ['food', 'travel'])
  assert.equal(dinner?.sentiment, null)
})

test('INS-2: where nothing was said nothing is suggested, and nothing that can be typed breaks it', () => {
  for (const words of ['', '   ', '\u0000\u0001\u0002', '—…—'])
    assert.deepEqual(about(words), { themes: [], offered: [], uncertainty: 0, sentiment: null })
  for (const words of ['bus', '👩‍👩‍👧 🚌', 'لا توجد حافلة', 'Pas de bus, no bus, 没有公交车', 'bus '.repeat(5000), 'x'.repeat(20_000)]) {
    const { themes, uncertainty } = about(words)
    assert.ok(uncertainty >= 0 && uncertainty <= 1)
    for (const { likelihood, because } of themes) {
      assert.ok(likelihood >= 0 && likelihood <= 1)
      for (const { start, end } of because) assert.ok(start >= 0 && start < end && end <= [...words].length)
    }
  }
})

test('INS-2: whatever is said, spans lie inside the words and likelihoods between 0 and 1', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (typed) => {
      const words = `${typed} bus`.normalize('NFC')
      const { themes, offered, uncertainty } = about(words)
      const size = [...words].length
      assert.ok(themes.every(({ likelihood }) => likelihood >= 0 && likelihood <= 1))
      assert.ok(themes.every(({ because }) => because.every(({ start, end }) => start >= 0 && start < end && end <= size)))
      assert.ok(offered.every((theme) => themes.some((one) => one.theme === theme)))
      assert.ok(uncertainty >= 0 && uncertainty <= 1)
    }),
  )
})

test('INS-2: it learns from one person alone, and from nothing at all learns nothing', () => {
  const alone = learn(examples.slice(0, 8).map((one) => ({ ...one, respondent: 'only' })))
  assert.ok(suggest(alone, [{ question: '', words: 'no bus' }])[0]!.themes.length > 0)
  assert.deepEqual(suggest(learn([]), [{ question: '', words: 'no bus' }])[0]!.themes, [])
})

test('INS-2: it tells how far it is, and ends at the end', () => {
  const told: [number, number][] = []
  learn(examples, { onProgress: (done, total) => told.push([done, total]) })
  assert.ok(told.every(([done, total], at) => done === at + 1 && total === told.length))
})
