import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ageBand, binsByAge } from './age-band.ts'
import { decileOptions, questionsAsked } from './asked-question.ts'
import { type Characteristic, totalOf } from './baseline.ts'
import { binsNamed, namingOf } from './bin.ts'
import { type Asked, binsFor, isUnsaid } from './crosswalk.ts'

const options = (labels: readonly string[]) => labels.map((label) => ({ value: label, label }))
const groups = (labels: readonly string[]) => labels.map((label, at) => ({ value: `g${at}`, label, count: 10 + at }))
const asked = (key: string, values: readonly string[], characteristic: Characteristic | null = null): Asked => ({
  dimension: `question:${key}`,
  text: '',
  characteristic,
  options: options(values),
})

// The groups of the Census 2021 of England and Wales, TS021 (Office for National Statistics).
const census19 = [
  'Asian, Asian British or Asian Welsh: Bangladeshi',
  'Asian, Asian British or Asian Welsh: Chinese',
  'Asian, Asian British or Asian Welsh: Indian',
  'Asian, Asian British or Asian Welsh: Pakistani',
  'Asian, Asian British or Asian Welsh: Other Asian',
  'Black, Black British, Black Welsh, Caribbean or African: African',
  'Black, Black British, Black Welsh, Caribbean or African: Caribbean',
  'Black, Black British, Black Welsh, Caribbean or African: Other Black',
  'Mixed or Multiple ethnic groups: White and Asian',
  'Mixed or Multiple ethnic groups: White and Black African',
  'Mixed or Multiple ethnic groups: White and Black Caribbean',
  'Mixed or Multiple ethnic groups: Other Mixed or Multiple ethnic groups',
  'White: English, Welsh, Scottish, Northern Irish or British',
  'White: Irish',
  'White: Gypsy or Irish Traveller',
  'White: Roma',
  'White: Other White',
  'Other ethnic group: Arab',
  'Other ethnic group: Any other ethnic group',
]
const census5 = [
  'Asian, Asian British or Asian Welsh',
  'Black, Black British, Black Welsh, Caribbean or African',
  'Mixed or Multiple ethnic groups',
  'White',
  'Other ethnic group',
]
const nhs16 = [...'ABCDEFGHJKLMNPRS']

test('PEO-6, PEO-9: every NHS ethnic category and every group of the Census is compared once, Chinese where each list has it', () => {
  const ethnic = asked('equality-ethnic-group', [...nhs16, 'prefer-not-to-say'])
  const fine = binsFor(ethnic, { characteristic: 'ethnicity', groups: groups(census19) })
  assert.deepEqual(fine.flatMap(({ choices }) => choices).sort(), nhs16)
  assert.equal(new Set(fine.flatMap((bin) => bin.groups)).size, census19.length)
  const chinese = fine.find(({ choices }) => choices.includes('R'))!
  assert.deepEqual(chinese.groups, ['g1'])
  assert.deepEqual(fine.find(({ choices }) => choices.includes('C'))?.groups.toSorted(), ['g14', 'g15', 'g16'])

  const coarse = binsFor(ethnic, { characteristic: 'ethnicity', groups: groups(census5) })
  assert.deepEqual(coarse.find((bin) => bin.groups.includes('g0'))?.choices, ['H', 'J', 'K', 'L', 'R'])
  assert.deepEqual(coarse.find((bin) => bin.groups.includes('g4'))?.choices, ['S'])
})

test('PEO-9: “not stated” and “not known” are nobody’s group, on either side', () => {
  for (const label of ['Z', '99', 'Not stated', 'Not known', 'I prefer not to say', 'Not answered'])
    assert.ok(isUnsaid({ value: 'x', label }), label)
  const bins = binsFor(asked('own', ['Yes', 'No', 'Not stated']), { characteristic: 'other', groups: groups(['Yes', 'No', 'Not stated']) })
  assert.deepEqual(
    bins.map(({ label }) => label),
    ['Yes', 'No'],
  )
})

test('PEO-9: the equality questions of the product line up with the Census', () => {
  const lists: [string, Characteristic, string[], string[]][] = [
    [
      'equality-religion',
      'religion',
      ['none', 'buddhist', 'christian', 'hindu', 'jewish', 'muslim', 'sikh', 'another'],
      ['Buddhist', 'Christian', 'Hindu', 'Jewish', 'Muslim', 'No religion', 'Not answered', 'Other religion', 'Sikh'],
    ],
    ['equality-disability', 'disability', ['yes', 'no'], ['Disabled under the Equality Act', 'Not disabled under the Equality Act']],
    [
      'equality-sexual-orientation',
      'sexual-orientation',
      ['straight', 'gay-or-lesbian', 'bisexual', 'another'],
      ['Straight or Heterosexual', 'Gay or Lesbian', 'Bisexual', 'All other sexual orientations', 'Not answered'],
    ],
    ['equality-sex', 'sex', ['Female', 'Male'], ['Female', 'Male']],
  ]
  for (const [key, characteristic, values, labels] of lists) {
    const bins = binsFor(asked(key, values), { characteristic, groups: groups(labels) })
    assert.deepEqual(bins.flatMap(({ choices }) => choices).sort(), values.toSorted(), key)
    assert.equal(bins.flatMap((bin) => bin.groups).length, labels.filter((label) => label !== 'Not answered').length, key)
  }
  const deciles = binsFor(
    { ...asked('q1', []), options: decileOptions },
    {
      characteristic: 'deprivation',
      groups: Array.from({ length: 10 }, (_, at) => ({ value: String(at + 1), label: String(at + 1), count: 1 })),
    },
  )
  assert.deepEqual(deciles[9], { label: '10', choices: ['decile:10'], groups: ['10'] })
})

test('PEO-9: bands of age are summed where they nest, and left out where they do not', () => {
  const answers = options(['Under 16', '16 to 24', '25 to 34', '35 to 44', '45 or over'])
  const fives = options(['0_4', '5_9', '10_14', '15_19', '20_24', '25_29', '30_34', '35-39', '40 to 44', '45+'])
  assert.deepEqual(
    binsByAge(answers, fives).map(({ label, choices, groups: parts }) => [label, choices.length, parts.length]),
    [
      ['Under 25', 2, 5],
      ['25 to 34', 1, 2],
      ['35 to 44', 1, 2],
      ['45 or over', 1, 1],
    ],
  )
  const years = options([...Array.from({ length: 90 }, (_, age) => String(age)), '90+'])
  assert.deepEqual(
    binsByAge(answers, years).map(({ groups: parts }) => parts.length),
    [16, 9, 10, 10, 46],
  )
  assert.ok(binsByAge(answers, options(['0 to 17', '18 to 64', '65 and over'])).length < 2)
  assert.deepEqual(['85plus', 'Over 64', '16 and under', 'Aged 4 years', 'old', '9 to 5'].map(ageBand), [
    { from: 85, to: Number.POSITIVE_INFINITY },
    { from: 65, to: Number.POSITIVE_INFINITY },
    { from: 0, to: 16 },
    { from: 4, to: 4 },
    null,
    null,
  ])
})

test('PEO-9: whatever the bands, every bin holds exactly the same ages on both sides, and no age twice', () => {
  const bands = fc.uniqueArray(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 12 }).map((cuts) => {
    const edges = [0, ...cuts.toSorted((a, b) => a - b)]
    return edges.map((from, at) => ({ value: `${from}`, label: at + 1 < edges.length ? `${from} to ${edges[at + 1]! - 1}` : `${from}+` }))
  })
  fc.assert(
    fc.property(bands, bands, (answers, living) => {
      const agesOf = (all: typeof answers, values: readonly string[]) =>
        all.flatMap(({ value, label }) => {
          const { from, to } = ageBand(label)!
          return values.includes(value) ? Array.from({ length: Math.min(to, 150) - from + 1 }, (_, at) => from + at) : []
        })
      const seen = new Set<number>()
      for (const { choices, groups: parts } of binsByAge(answers, living)) {
        const ages = agesOf(answers, choices)
        assert.deepEqual(ages, agesOf(living, parts))
        for (const age of ages) {
          assert.ok(!seen.has(age))
          seen.add(age)
        }
      }
    }),
    { numRuns: 200 },
  )
})

test('PEO-9: the names a person gives make the bins again, and one-sided names are refused in words', () => {
  const answers = options(['A', 'B', 'C'])
  const living = groups(['a', 'b', 'c', 'd'])
  const bins = [
    { label: 'First', choices: ['A'], groups: ['g0', 'g1'] },
    { label: 'Second', choices: ['B', 'C'], groups: ['g2'] },
  ]
  assert.deepEqual(binsNamed(namingOf(bins, answers, living), living), { bins })
  const mistake = (choices: Record<string, string>, parts: Record<string, string>) => {
    const named = binsNamed({ choices, groups: parts }, living)
    return 'mistake' in named ? named.mistake : ''
  }
  assert.match(mistake({ A: 'x' }, { g0: 'x', g1: 'Roma' }), /No answer is called “Roma”/)
  assert.match(mistake({ A: 'x', B: 'y' }, { g0: 'x' }), /No group of the population is called “y”/)
  assert.match(mistake({ A: ' X' }, { g0: 'x' }), /at least two groups/)
})

test('PEO-9: only questions that put each person into one group are held against a population', () => {
  const question = (type: string, key: string) => ({ key, type, text: key, options: [{ value: 'a', label: 'A' }] })
  const found = questionsAsked([
    { id: 'v', questions: ['one-of', 'some-of', 'long-text', 'postcode', 'yes-no', 'ranking'].map((type) => question(type, type)) },
  ])
  assert.deepEqual(
    found.map(({ dimension }) => dimension),
    ['question:one-of', 'question:postcode', 'question:yes-no'],
  )
  assert.equal(totalOf([]), 0)
})
