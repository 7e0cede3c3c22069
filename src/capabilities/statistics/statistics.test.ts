import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { Refused } from '#platform/errors.ts'
import { commands } from './commands.ts'

const run = (name: string, words: string) => {
  const place = { open: () => Readable.from([words]) } as unknown as Parameters<(typeof commands)[0]['run']>[0]
  const command = commands.find((one) => one.name === name)
  assert.ok(command)
  return command.run(place, ['counts.json'], {})
}
const suppressFile = (words: string) => run('suppress', words)

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

test('INS-1: goldthread agreement answers alpha on four levels, or the F1 of label sets', async () => {
  const alphas = await run('agreement', '{"id":"two coders","coders_by_units":[[1,2,3,null],[1,2,3,4]]}')
  assert.deepEqual(alphas.json, { nominal: 1, ordinal: 1, interval: 1, ratio: 1, pairable_values: 6 })
  const words = await run('agreement', '{"coders_by_units":[["a","b"],["b","a"]]}')
  assert.deepEqual(words.json, { nominal: -0.5, ordinal: null, interval: null, ratio: null, pairable_values: 4 })
  assert.match(words.text, /^nominal: -0\.5000\nordinal: not defined\n/)
  const { json } = await run('agreement', '{"expected":[["a"],["a","b"]],"got":[["a"],["b"]]}')
  assert.deepEqual(json, { f1_mean: (1 + 2 / 3) / 2, interval: [0, 1], n: 2 })
})

test('INS-1: goldthread agreement says what is wrong with a file', async () => {
  await assert.rejects(
    run('agreement', '{}'),
    (error) => error instanceof Refused && /must hold "coders_by_units", or "expected"/.test(error.message),
  )
  await assert.rejects(run('agreement', '{"expected":[[]]}'), /must hold/)
  await assert.rejects(
    run('agreement', '{"expected":[[]],"got":[]}'),
    (error) => error instanceof Refused && /1 comments expected/.test(error.message),
  )
  await assert.rejects(run('agreement', '{"coders_by_units":[[1,2],[1]]}'), /Coder 2 has 1 units/)
  await assert.rejects(run('agreement', '{"coders_by_units":[[{}]]}'), /coders_by_units\.0\.0/)
})

const voters = { rows: [{ age: 1, note: 'x' }, { age: '2' }, { age: 2 }], margins: { age: { 1: 40, 2: 60 } } }

test('INS-4: goldthread weigh answers a weight for each row and what it cost', async () => {
  const { json, text } = await run('weigh', JSON.stringify(voters))
  assert.deepEqual(Object.keys(json as object), ['weights', 'kish_effect', 'largest', 'iterations'])
  assert.deepEqual((json as { weights: number[] }).weights, [40, 30, 30])
  assert.match(text, /Kish’s effect: 1\.020/)
  const { text: trimmed } = await run('weigh', JSON.stringify({ ...voters, trim: 1.1 }))
  assert.match(trimmed, /1 cut to the cap; margins missed by 3\.33%/)
})

test('INS-4: goldthread weigh refuses what cannot be weighted, with the reason', async () => {
  const refused = (change: object, why: RegExp) =>
    assert.rejects(run('weigh', JSON.stringify({ ...voters, ...change })), (error) => error instanceof Refused && why.test(error.message))
  await refused({ margins: { age: { 1: 40, 2: 50, 3: 10 } } }, /Nobody here has “3” for age/)
  await refused({ rows: [{ age: null }] }, /Row 1 has no value for age/)
  await refused({ base: 'weight' }, /a number above 0, not NaN/)
  await refused({ margins: { age: { 1: '40' } } }, /must be at margins\.age\.1/)
})
