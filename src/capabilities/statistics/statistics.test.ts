import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { Refused } from '#platform/errors.ts'
import { commands } from './commands.ts'

const suppressFile = (words: string) => {
  const place = { open: () => Readable.from([words]) } as unknown as Parameters<(typeof commands)[0]['run']>[0]
  const command = commands.find(({ name }) => name === 'suppress')
  assert.ok(command)
  return command.run(place, ['counts.json'], {})
}

const wards = { ward: [3, 8, 20].map((total) => ({ keys: { Ward_Name: `Ward ${total}` }, input: { Good: total, total } })) }

test('PEO-6: goldthread suppress answers each level with its rows as they may be published', async () => {
  const { json, text } = await suppressFile(JSON.stringify({ threshold: 5, marker: '*', levels: wards }))
  assert.deepEqual(json, {
    levels: {
      ward: [
        { keys: { Ward_Name: 'Ward 3' }, published: { Good: '*', total: 3 } },
        { keys: { Ward_Name: 'Ward 8' }, published: { Good: '*', total: 8 } },
        { keys: { Ward_Name: 'Ward 20' }, published: { Good: 20, total: 20 } },
      ],
    },
  })
  assert.match(text, /^ward\n {2}Ward 3: Good \*, total 3\n/)
})

test('goldthread suppress says what is wrong with a file, and where', async () => {
  await assert.rejects(suppressFile('{'), (error) => error instanceof Refused && /not JSON/.test(error.message))
  await assert.rejects(suppressFile('{"levels":{"ward":[{"keys":{}}]}}'), /must be at levels\.ward\.0\.input/)
  await assert.rejects(suppressFile('{"levels":{"ward":[{"keys":{"Ward_Name":"Elm"},"input":{"total":-1}}]}}'), /total of Elm/)
})
