import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textOf } from './text-encoding.ts'

async function read(...parts: Buffer[]) {
  const heard = { strayLines: 0 }
  let text = ''
  for await (const more of textOf(
    (async function* () {
      yield* parts
    })(),
    heard,
  ))
    text += more
  return { text, ...heard }
}

test('UTF-8 is read as it is, with a mark at its start or without, cut anywhere', async () => {
  const bytes = Buffer.from('\uFEFFcafé\n😀 done')
  for (let cut = 0; cut <= bytes.length; cut++)
    assert.deepEqual(await read(bytes.subarray(0, cut), bytes.subarray(cut)), { text: 'café\n😀 done', strayLines: 0 })
})

test('a line that is not UTF-8 is read as Windows-1252, and the lines beside it as they are', async () => {
  const bytes = Buffer.concat([
    Buffer.from('café\n'),
    Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x20, 0x93, 0x80, 0x94, 0x0a]),
    Buffer.from('naïve\n'),
  ])
  assert.deepEqual(await read(bytes), { text: 'café\ncafé “€”\nnaïve\n', strayLines: 1 })
})

test('UTF-16, as a spreadsheet saves “Unicode text”, is read by its mark', async () => {
  assert.equal((await read(Buffer.from('\uFEFFa\tb\n', 'utf16le'))).text, 'a\tb\n')
})

test('a NUL is dropped', async () => {
  assert.equal((await read(Buffer.from('a\0b\n'))).text, 'ab\n')
})
