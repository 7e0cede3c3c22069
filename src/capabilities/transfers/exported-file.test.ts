import assert from 'node:assert/strict'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import { unzipSync } from 'fflate'
import type { Question } from '#capabilities/surveys'
import { formatOf } from './exported-file.ts'
import { layoutOf, type Standing } from './exported-response.ts'
import { workbookParts } from './exported-workbook.ts'

const bus = { value: 'bus', label: "By 'bus'" }
const car = { value: 'car', label: 'By car' }
const questions: Question[] = [
  { key: 'q1', type: 'one-of', text: 'How do you get here?', options: [bus, car] },
  { key: 'by', type: 'scale', text: 'How was it?', least: 0, most: 10, ends: { least: 'bad', most: 'good' } },
  { key: 'q3', type: 'long-text', text: 'Tell us more' },
]
const layout = layoutOf(
  'Getting here',
  [
    { number: 2, questions },
    { number: 1, questions: [{ ...questions[0]!, options: [{ value: 'tram', label: 'Tram' }, bus] }] },
  ],
  { withSetAside: false },
)

const said = (choices: Record<string, string[]>, words: Record<string, string> = {}): Standing => ({
  version: 1,
  channel: 'paper',
  variant: null,
  place: null,
  saidOn: '2026-03-01',
  setAside: false,
  choices,
  words,
})

async function* pagesOf(...pages: Standing[][]) {
  yield* pages
}
async function bytesOf(parts: AsyncIterable<string | Uint8Array>) {
  const all: Buffer[] = []
  for await (const part of parts) all.push(Buffer.from(part))
  return Buffer.concat(all)
}

const two = () => pagesOf([said({ q1: ['tram'], by: ['7'] }, { q3: '+44 is “fine”\n' })], [said({ q1: ['bus'] }, { q3: 'Hid ██ ██ here' })])

test('INS-7: JSON has the value and the label of each choice, and says at its end how many there were', async () => {
  const json = JSON.parse(String(await bytesOf(formatOf.json.parts(layout, two()))))
  assert.equal(json.written, 2)
  assert.deepEqual(json.responses[0], {
    row: '1',
    version: '1',
    channel: { value: 'paper', label: 'On paper' },
    said_on: '2026-03-01',
    q1: { value: 'tram', label: 'Tram' },
    by: { value: '7', label: '7' },
    q3: '+44 is “fine”\n',
  })
  assert.equal(json.responses[1].q3, 'Hid [removed] here')
  assert.deepEqual(JSON.parse(String(await bytesOf(formatOf.json.parts(layout, pagesOf())))).responses, [])
})

test('INS-7: for SPSS there are codes, and a file that says what each stands for, with names that SPSS takes', async () => {
  const files = unzipSync(await bytesOf(formatOf.spss.parts(layout, two())))
  const text = (name: string) => new TextDecoder().decode(files[name])
  assert.equal(
    text('data.csv'),
    `row,version,channel,variant,place,said_on,q1,by_,q3\r\n1,1,2,,,2026/03/01,3,7,"'+44 is “fine” "\r\n2,1,2,,,2026/03/01,1,,"Hid [removed] here"\r\n`,
  )
  const syntax = text('data.sps')
  assert.match(syntax, /q1 F8\.0\r\n {4}by_ F8\.0\r\n {4}q3 A20000\r\n/)
  assert.match(syntax, /VARIABLE LABELS[\s\S]* {2}q1 'How do you get here\?'/)
  assert.match(syntax, / {2}\/q1 1 'By ''bus''' 2 'By car' 3 'Tram'/)
  assert.match(text('README.txt'), /2 responses, a row each/)
})

test('INS-7: a workbook holds the answers, the questions and notes; what is more than a sheet holds goes on the next', async () => {
  const workbook = new ExcelJS.Workbook()
  const three = pagesOf([said({ q1: ['bus'] }, { q3: '=1+1' }), said({ q1: ['car'] }), said({ by: ['10'] })])
  await workbook.xlsx.load((await bytesOf(workbookParts(layout, three, { rowsOnSheet: 3 }))) as unknown as ArrayBuffer)
  assert.deepEqual(
    workbook.worksheets.map(({ name, rowCount }) => [name, rowCount]),
    [
      ['Answers', 3],
      ['Answers 2', 2],
      ['Questions', 10],
      ['Notes', 5],
    ],
  )
  assert.deepEqual(Array.from(workbook.getWorksheet('Answers')?.getRow(2).values as unknown[]).slice(1), [
    1,
    1,
    'On paper',
    undefined,
    undefined,
    '2026-03-01',
    "By 'bus'",
    undefined,
    "'=1+1",
  ])
  assert.equal(workbook.getWorksheet('Answers 2')?.getRow(2).getCell(8).value, 10)
  assert.match(String(workbook.getWorksheet('Notes')?.getRow(2).getCell(1).value), /3/)
})

test('INS-7: a fault while the rows are read ends every format with that fault, not with a file that looks whole', async () => {
  async function* broken() {
    yield [said({ q1: ['bus'] })]
    throw new Error('The database went away')
  }
  for (const { parts } of Object.values(formatOf)) await assert.rejects(bytesOf(parts(layout, broken())), /The database went away/)
})
