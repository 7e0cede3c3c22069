import assert from 'node:assert/strict'
import { test } from 'node:test'
import { render } from '#design'
import type { Body } from '#platform/forms.ts'
import type { Question } from '../question.ts'
import { isKey } from '../survey.ts'
import { exampleOf, examples } from './examples.ts'
import { fieldsOf, typeOf } from './registry.ts'

const drawn = (question: Question, values: Body = {}, errors: Record<string, string> = {}) => {
  const { Field } = typeOf(question)
  return render(<Field question={question} values={values} errors={errors} />)
}

const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
const words = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** What a screen reader calls each field. */
function namesOf(html: string): { id: string; name: string }[] {
  return [...html.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)].flatMap(({ 0: tag, index }) => {
    if (attribute(tag, 'type') === 'hidden') return []
    const id = attribute(tag, 'id') ?? ''
    const around = html.slice(html.lastIndexOf('<label', index), html.indexOf('</label>', index))
    const isWithin = html.lastIndexOf('<label', index) > html.lastIndexOf('</label>', index)
    const beside = new RegExp(`<label[^>]*\\sfor="${id.replaceAll('.', '\\.')}"[^>]*>([\\s\\S]*?)</label>`).exec(html)?.[1]
    return [{ id, name: words(isWithin ? around : (beside ?? '')) }]
  })
}

for (const question of examples) {
  const type = typeOf(question)
  test(`SAY-1: ${question.type}: every field has a name for a screen reader, and a mistake about the whole has a place`, () => {
    const html = drawn(question, {}, { [question.key]: 'Answer at least one question' })
    assert.ok(html.includes(` id="${question.key}"`))
    for (const { id, name } of namesOf(html)) assert.notEqual(name, '', `nothing names ${id}`)
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id)
    assert.equal(new Set(ids).size, ids.length)
    if (!type.isOnlyRead) assert.match(html, /Answer at least one question/)
    for (const name of fieldsOf(question))
      assert.ok(name === question.key || name.startsWith(`${question.key}.`) || name === `${question.key}-other`)
    assert.ok(
      fieldsOf(question).every((name) => !isKey(name) || name === question.key),
      'no other question can have this field',
    )
  })

  test(`SAY-1: ${question.type}: on paper it has its number and its words, and nothing that only a screen can do`, () => {
    const html = render(<type.Paper question={question} number={3} />)
    assert.ok(words(html).includes(question.text.split('\n')[0] ?? ''))
    assert.equal(/3\. /.test(words(html)), !type.isOnlyRead)
    assert.doesNotMatch(html, /<(input|select|textarea|button)\b/)
    for (const { label } of question.options ?? []) assert.ok(words(html).includes(label))
  })
}

test('field 27: each radio of a matrix is called by its row and its column', () => {
  const html = drawn(exampleOf('matrix'), {}, { 'each.waiting': 'Choose an answer for “Waiting”' })
  assert.deepEqual(
    namesOf(html).map(({ name }) => name),
    ['Parking: Bus', 'Parking: Train', 'Parking: I drive', 'Waiting: Bus', 'Waiting: Train', 'Waiting: I drive'],
  )
  assert.match(html, /<th scope="col">Bus<\/th>[\s\S]*<th scope="row">Parking/)
  assert.match(html, /<fieldset[^>]*id="each"[\s\S]*How hard is each\? \(optional\)/)
  assert.equal([...html.matchAll(/aria-describedby="each\.waiting-error"/g)].length, 3)
})
