import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proposeThemes } from './cluster.ts'

const numbered = (texts: readonly string[]) => texts.map((words, at) => ({ id: String(at), words }))

const aboutPrayer = [
  'There is no prayer room on the ward',
  'The prayer room was locked when I came',
  'A quiet prayer room would help my family',
  'Where can I find a prayer room',
  'I prayed in the corridor, the prayer room is full of boxes',
  'Prayer room needs a sign',
]
const aboutWifi = [
  'The wifi never works',
  'No wifi signal on the second floor',
  'Could not log in to the wifi',
  'Wifi was slow and stopped',
  'Please mend the wifi signal',
  'My tablet would not join the wifi',
]
const others = [
  'I came by train',
  'My uncle is a baker',
  'It rained',
  'Blue curtains',
  'The form has nine pages',
  'Somebody sang',
  'Two lifts broke',
  'I lost a shoe',
]

test('INS-2: comments that fit no theme and speak of one thing become a proposed theme, named by its telling words', () => {
  const texts = [...aboutPrayer, ...others, ...aboutWifi]
  const found = proposeThemes(numbered(texts))
  assert.equal(found.length, 2)
  const prayer = found.find(({ name }) => /prayer/i.test(name))!
  assert.deepEqual(
    prayer.ids.map(Number).sort((one, other) => one - other),
    [0, 1, 2, 3, 4, 5],
  )
  assert.ok(found.some(({ terms }) => terms[0] === 'wifi'))
})

test('INS-2: where texts have nothing in common, or are few, nothing is proposed rather than nonsense', () => {
  assert.deepEqual(proposeThemes([]), [])
  assert.deepEqual(proposeThemes(numbered(others)), [])
  assert.deepEqual(proposeThemes(numbered(aboutPrayer.slice(0, 4))), [])
  assert.deepEqual(proposeThemes(numbered(['', ' ', '👍', '\u0000\u0001', 'a', 'the and of', 'x'.repeat(20_000)])), [])
})

test('INS-2: one text sent many times is no theme by itself, and goes along with those it is like', () => {
  assert.deepEqual(proposeThemes(numbered(Array.from({ length: 50 }, () => 'Save our prayer room'))), [])
  const [theme] = proposeThemes(numbered([...aboutPrayer, ...others, aboutPrayer[0]!, aboutPrayer[0]!]))
  assert.equal(theme?.ids.length, 8)
})

test('INS-2: the same texts are given the same names', () => {
  const texts = numbered([...aboutWifi, ...others, ...aboutPrayer, 'молитва', 'غرفة الصلاة', 'wifi 没有 signal'])
  assert.deepEqual(proposeThemes(texts), proposeThemes(texts))
})
