import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { Refused } from '#platform/errors.ts'
import { commands } from './commands.ts'

/** A file with two labels, as an analyst's tool writes it: a byte-order mark, a non-breaking space, a question over two lines. */
const fileOf = (people: readonly number[]) =>
  `\ufeff${[
    'Comment ID,Respondent ID,FFT question,FFT answer,Person identifiable info?,Comment sentiment,Getting\u00a0here,Kindness,Never used',
    ...people.flatMap((person) => [
      `${person}a,P${person},"What was\nbad?",The bus came ${person} minutes late,,4,1,,`,
      `${person}b,P${person},What was good?,"A kind nurse, number ${person}",1,1,0,1,`,
      `${person}c,P${person},What was good?,Did not answer,,,,,`,
      `${person}d,P${person},What was good?, ,,,,,`,
    ]),
  ].join('\r\n')}\r\n`

const people = Array.from({ length: 20 }, (_, at) => at + 1)
const trainFile = fileOf(people.slice(0, 14))
const testFile = fileOf(people.slice(14))

interface Printed {
  n: number
  micro_f1: number
  macro_f1: number
  exact_match: number
  sentiment_accuracy: number
  baseline: Record<string, number>
  per_theme: { theme: string; n: number }[]
  not_known: string[]
  comments: number
  themes: number
  suggestions: { id: string; offered: string[] }[]
}

async function run(name: string, files: Record<string, string | Uint8Array>, options: Record<string, string>, args: string[] = []) {
  const heard: string[] = []
  const place = {
    open: (file: string) => Readable.from([Buffer.from(files[file]!)]),
    write: (line: string) => void heard.push(line),
    progress: () => {},
  } as unknown as Parameters<(typeof commands)[0]['run']>[0]
  const command = commands.find((one) => one.name === name)
  assert.ok(command?.pure)
  const { json, text } = await command.run(place, args, options)
  return { json: json as unknown as Printed, text, heard: heard.join('\n') }
}
const evaluateFiles = (files: Record<string, string>, options = {}) =>
  run('suggest eval', files, { train: 'train', test: 'test', ...options })

test('INS-2: goldthread suggest eval learns from one file, tests on the other, and prints the figures beside a baseline', async () => {
  const { json, text, heard } = await evaluateFiles({ train: trainFile, test: testFile })
  assert.deepEqual(
    { n: json.n, micro_f1: json.micro_f1, macro_f1: json.macro_f1, exact_match: json.exact_match },
    { n: 12, micro_f1: 1, macro_f1: 1, exact_match: 1 },
  )
  assert.deepEqual(Object.keys(json.baseline).sort(), ['exact_match', 'macro_f1', 'micro_f1', 'sentiment_accuracy'])
  assert.deepEqual(
    json.per_theme.map(({ theme, n }) => [theme, n]),
    [
      ['Getting here', 6],
      ['Kindness', 6],
    ],
  )
  assert.equal(json.sentiment_accuracy, 1)
  assert.match(heard, /Left out: 14 \(did not answer\)\.[\s\S]*Left out: 14 \(no words\)/)
  assert.match(text, /^Tested on 12 comments\.\n/)
})

test('INS-2: a label that only the test file has is judged, and said to be unknown', async () => {
  const strange = testFile.replace('Never used', 'Parking').replace('number 20",1,1,0,1,', 'number 20",1,1,0,1,1')
  const { json, heard } = await evaluateFiles({ train: trainFile, test: strange })
  assert.deepEqual(json.not_known, ['Parking'])
  assert.equal(json.macro_f1, 2 / 3)
  assert.match(heard, /does not have, so that nobody could learn them: Parking/)
})

test('INS-2: people in both files are noticed, and so are rows that cannot be used', async () => {
  const { heard } = await evaluateFiles({ train: `${trainFile}broken,row\r\n`, test: trainFile.replace(',4,1,,', ',9,1,,') })
  assert.match(heard, /People in both files: 14/)
  assert.match(heard, /It has 2 cells and the header 9/)
  assert.match(heard, /no whole number from 1 to 5/)
})

test('INS-2: columns by other names can be named; a column that is not there is refused with those that are', async () => {
  const renamed = (file: string) => file.replace('FFT answer', 'Said')
  const named = await evaluateFiles({ train: renamed(trainFile), test: renamed(testFile) }, { text: 'said' })
  assert.equal(named.json.micro_f1, 1)
  const refused = (pattern: RegExp) => (error: Error) => error instanceof Refused && pattern.test(error.message)
  await assert.rejects(evaluateFiles({ train: renamed(trainFile), test: testFile }), refused(/--text.*Comment ID, Respondent ID/))
  await assert.rejects(evaluateFiles({ train: trainFile, test: testFile }, { question: 'Why' }), refused(/no column called “Why”/))
  await assert.rejects(evaluateFiles({ train: '', test: testFile }), refused(/empty/))
  await assert.rejects(
    evaluateFiles({ train: trainFile.split('\r\n').slice(0, 1).join(), test: testFile }),
    refused(/no comment with words and a label/),
  )
})

test('INS-2: what suggest train keeps, suggest run suggests with, for comments without any label', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'goldthread-'))
  try {
    const out = join(folder, 'model')
    const trained = await run('suggest train', { train: trainFile }, { train: 'train', out })
    assert.deepEqual({ comments: trained.json.comments, themes: trained.json.themes }, { comments: 28, themes: 2 })
    const file = 'id;question;text\n1;What was bad?;The bus came 50 minutes late\n2;;\n3;What was good?;So kind\n'
    const { json, heard } = await run('suggest run', { file, model: await readFile(out) }, { model: 'model' }, ['file'])
    const made = json.suggestions
    assert.deepEqual(
      made.map(({ id, offered }) => [id, offered]),
      [
        ['1', ['Getting here']],
        ['3', ['Kindness']],
      ],
    )
    assert.match(heard, /Left out: 1 \(no words\)/)
    await assert.rejects(run('suggest run', { file, model: 'not a model' }, { model: 'model' }, ['file']), Refused)
  } finally {
    await rm(folder, { recursive: true })
  }
})
