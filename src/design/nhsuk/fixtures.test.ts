import assert from 'node:assert/strict'
import { test } from 'node:test'
import { examples } from './examples.ts'
import { renderMacro } from './macro.ts'

test('every example that the NHS ships with its components comes out byte for byte', () => {
  const wrong = examples.filter(
    ({ folder, macro, context, callBlock, html }) => renderMacro(folder, macro, [context].flat(), callBlock?.trim()) !== html,
  )
  assert.deepEqual(
    wrong.map(({ folder, name }) => `${folder}: ${name}`),
    [],
  )
  assert.ok(examples.length >= 983, `saw only ${examples.length} examples`)
  assert.ok(
    examples.some((example) => example.callBlock),
    'saw none with a caller block',
  )
})

test('no official component lets a plain string through as HTML, whatever the option', () => {
  const attack = 'x"\'><script>y'
  const tried = new Set<string>()
  const leaks: string[] = []
  for (const { folder, macro, context, callBlock } of examples) {
    for (const place of placesOfText(context)) {
      const option = `${folder} ${place.filter((key) => !/^\d+$/.test(key)).join('.')}`
      if (/html$/i.test(option) || tried.has(option)) continue
      tried.add(option)
      if (renderMacro(folder, macro, [replaced(context, place, attack)], callBlock).includes('<script>')) leaks.push(option)
    }
  }
  assert.deepEqual(leaks, [])
  assert.ok(tried.size > 400, `tried only ${tried.size} options`)
})

function placesOfText(value: unknown, place: string[] = []): string[][] {
  if (typeof value === 'string') return [place]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => placesOfText(item, [...place, key]))
}

function replaced(value: unknown, [key, ...rest]: string[], text: string): unknown {
  if (key === undefined) return text
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [...value] : { ...(value as object) }
  return Object.assign(copy, { [key]: replaced((value as Record<string, unknown>)[key], rest, text) })
}
