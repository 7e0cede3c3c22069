import assert from 'node:assert/strict'
import { test } from 'node:test'
import { render } from '../render.ts'
import { Button, Details, Fieldset, Input, InsetText, Radios, Table, Textarea } from './index.ts'
import { renderMacro } from './macro.ts'

test('a component from JSX is the same as the official macro, with nothing around it', () => {
  assert.equal(render(<Button text="Save" />), renderMacro('button', 'button', [{ text: 'Save' }]))
  assert.equal(
    render(
      <p>
        <Button text="Save" /> now
      </p>,
    ),
    `<p>${renderMacro('button', 'button', [{ text: 'Save' }])} now</p>`,
  )
})

test('text is escaped, and JSX given as HTML escapes the text inside it', () => {
  assert.match(render(<Button text="<script>" />), /&lt;script&gt;/)
  const html = render(<InsetText html={<b>{'<script>'}</b>} />)
  assert.match(html, /<b>&lt;script/)
  assert.doesNotMatch(html, /<script>/)
})

test('a component may hold others, as children and in its options', () => {
  const html = render(
    <Details summary="More">
      <Button text="One" />
      {'<two>'}
    </Details>,
  )
  assert.match(html, /<button[\s\S]*One[\s\S]*&lt;two/)
  assert.match(render(<Table rows={[[<b>bold</b>, 'plain']]} />), /<b>bold<\/b>/)
})

test('a text area inside other components keeps every space and line of what was typed', () => {
  const typed = 'one\n  two\n\n<three> & "four"'
  const area = <Textarea name="a" label="A" value={typed} />
  const html = render(
    <Fieldset legend="L">
      <Radios name="r" items={[{ value: '1', text: 'Other', conditional: { html: area } }]} />
    </Fieldset>,
  )
  const content = /<textarea[^>]*>([\s\S]*?)<\/textarea>/.exec(html)![1]!
  const decoded = content
    .replaceAll('&#10;', '\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
  assert.equal(decoded, typed)
})

test('a missing option, undefined or null, is as if it had not been given', () => {
  const bare = render(<Input name="a" label="A" />)
  assert.equal(render(<Input name="a" label="A" hint={undefined} errorMessage={null} value={undefined} />), bare)
})

// What must not compile: the type check fails if one of these lines begins to.
export const refused = [
  // @ts-expect-error a string is not HTML
  () => <Button html="<b>Save</b>" />,
  // @ts-expect-error misspelt
  () => <Button txet="Save" />,
  // @ts-expect-error not a variant of the button
  () => <Button text="Save" variant="golden" />,
  // @ts-expect-error an input must have a label
  () => <Input name="a" />,
  // @ts-expect-error attributes as a string would not be escaped
  () => <Input name="a" label="A" attributes="onclick=x" />,
]
