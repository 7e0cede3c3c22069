import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import { gather } from '#platform/slots.ts'
import { withOwnDatabase } from '#platform/testing.ts'
import { exportHistory } from './actions/export-history.ts'
import { verifyFile } from './history-file.ts'
import { assurance, sealEvents } from './index.ts'

const slots = gather([assurance])
const operator = { kind: 'operator' } as const
const script = fileURLToPath(new URL('../../../docs/verify-history.sh', import.meta.url))

/** Nine events in three seals, as lines of the exported file. */
async function exported(own: Parameters<Parameters<typeof withOwnDatabase>[1]>[0]): Promise<string[]> {
  for (let seal = 1; seal <= 3; seal += 1) {
    for (let each = 1; each <= 3; each += 1)
      await own.house.within(operator, (ctx) =>
        record(ctx, 'test.happened', newId(), { words: 'é "}, 🚌 \\', 'hash":"': each, number: 1.5e30 }),
      )
    await own.house.within(operator, (ctx) => sealEvents(ctx))
  }
  const lines: string[] = []
  await own.house.within(operator, (ctx) => exportHistory(ctx, async (line) => void lines.push(line)))
  return lines
}

/** Both verifiers, ours and the script that needs nothing of ours, must come to the same. */
async function verdicts(lines: readonly string[]) {
  async function* each() {
    yield* lines
  }
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-history-'))
  try {
    writeFileSync(join(folder, 'history.jsonl'), lines.map((line) => `${line}\n`).join(''))
    const { status, stdout, stderr } = spawnSync('sh', [script, join(folder, 'history.jsonl')], { encoding: 'utf8' })
    assert.equal(stderr, '')
    return { ours: await verifyFile(each()), script: { ok: status === 0, says: stdout } }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test(
  'ASR-3: an exported history verifies with the product and, without it, with standard tools',
  withOwnDatabase(slots, async (own) => {
    const { ours, script } = await verdicts(await exported(own))
    assert.deepEqual([ours.ok, ours.events, ours.problems], [true, 9, []])
    assert.match(script.says, new RegExp(`^9 events in 3 seals, head ${ours.head}\nThe history verifies\\.\n$`))
    assert.equal(script.ok, true)
  }),
)

test(
  'ASR-3: an empty history verifies',
  withOwnDatabase(slots, async (own) => {
    const lines: string[] = []
    await own.house.within(operator, (ctx) => exportHistory(ctx, async (line) => void lines.push(line)))
    const { ours, script } = await verdicts(lines)
    assert.deepEqual([ours.ok, script.ok], [true, true])
  }),
)

/** Lines: 0 head; 1 to 3 events, 4 seal 1; 5 to 7 events, 8 seal 2; 9 to 11 events, 12 seal 3. */
const tamperings: [what: string, tamper: (lines: string[]) => unknown, ours: string, script: RegExp][] = [
  [
    'an event changed',
    (lines) => (lines[6] = lines[6]!.replace('test.happened', 'test.happenes')),
    'event changed',
    /place 2 of seal 2 was changed/,
  ],
  ['an event removed', (lines) => lines.splice(6, 1), 'event removed', /place 2 was removed/],
  [
    'an event slipped in',
    (lines) => lines.splice(8, 0, lines[3]!.replace('"position":3,"seal":1', '"position":4,"seal":2')),
    'event slipped in',
    /Seal 2: it lists 3 events and 4 are here/,
  ],
  ['a seal changed', (lines) => (lines[8] = lines[8]!.replace('"sealed":"2026', '"sealed":"2025')), 'seal changed', /Seal 2 was changed/],
  ['a seal removed with its events', (lines) => lines.splice(5, 4), 'seal removed', /Seal 2 was removed/],
  ['a seal removed from between', (lines) => lines.splice(8, 1), 'seal removed', /Seal 2 was removed/],
  [
    'a seal slipped in',
    (lines) => lines.push(lines[12]!.replace('"number":3', '"number":4').replace('"events":3', '"events":0')),
    'seal slipped in',
    /Seal 4/,
  ],
]

for (const [what, tamper, ours, says] of tamperings)
  test(
    `ASR-3: ${what} in an exported history is found by both`,
    withOwnDatabase(slots, async (own) => {
      const lines = await exported(own)
      tamper(lines)
      const found = await verdicts(lines)
      assert.deepEqual(
        found.ours.problems.map(({ kind, fault }) => `${kind} ${fault}`),
        [ours],
      )
      assert.match(found.script.says, says)
      assert.deepEqual([found.ours.ok, found.script.ok], [false, false])
    }),
  )

test('a file that is no history is refused by both', async () => {
  await assert.rejects(verdicts(['{"hello":1}']), RangeError)
  assert.equal(spawnSync('sh', [script, script], { encoding: 'utf8' }).status, 1)
})
