import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CharacterCount, Checkboxes, DateInput, FileUpload, Input, Mistakes, Radios, render, Select, Textarea } from './index.ts'

const items = [
  { value: '1', text: 'One' },
  { value: '2', text: 'Two' },
]
const fields = {
  input: <Input name="field" label="Field" />,
  textarea: <Textarea name="field" label="Field" />,
  'character count': <CharacterCount name="field" label="Field" maxlength={10} />,
  select: <Select name="field" label="Field" items={items} />,
  radios: <Radios name="field" fieldset={{ legend: 'Field' }} items={items} />,
  checkboxes: <Checkboxes name="field" fieldset={{ legend: 'Field' }} items={items} />,
  'file upload': <FileUpload name="field" label="Field" />,
}

for (const [kind, field] of Object.entries(fields)) {
  test(`a mistake in ${kind} links to something to fill in that exists`, () => {
    const page = render(
      <>
        <Mistakes errors={{ field: 'Enter the field' }} />
        {field}
      </>,
    )
    assert.match(page, /href="#field"/)
    assert.match(page, /<(input|textarea|select)[^>]* id="field"/)
  })
}

test('a mistake in a date links to its day', () => {
  const page = render(
    <>
      <Mistakes errors={{ on: 'Enter the day' }} ids={{ on: 'on-day' }} />
      <DateInput id="on" namePrefix="on" />
    </>,
  )
  assert.match(page, /href="#on-day"/)
  assert.match(page, /<input[^>]* id="on-day"/)
})

test('without a mistake there is no summary', () => {
  assert.equal(render(<Mistakes errors={{ a: undefined }} />), '')
})
