import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { emptyFolder, startAnother } from './another-process.ts'
import { StartFault, startPostgres } from './index.ts'

const isRoot = process.getuid?.() === 0

async function refusal(folder: string) {
  const fault = await startPostgres(folder).then(
    () => assert.fail('it started'),
    (error: Error) => error,
  )
  assert.ok(fault instanceof StartFault, String(fault))
  assert.doesNotMatch(fault.message, /\n/)
  return fault.message
}

function folderWith(files: Record<string, string>) {
  const folder = join(emptyFolder(), 'postgres')
  mkdirSync(folder)
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

test('a folder made by a newer version is refused, with what to do', async () => {
  assert.match(
    await refusal(folderWith({ PG_VERSION: '19\n' })),
    /PostgreSQL 19, and this Goldthread has PostgreSQL 18: start it with the newer/,
  )
})

test('a folder made by an older version is refused, with what to do', async () => {
  assert.match(await refusal(folderWith({ PG_VERSION: '17\n' })), /PostgreSQL 17, .*: back it up with the Goldthread that made it/)
})

test('a folder that holds other things is refused and left alone', async () => {
  const folder = folderWith({ 'letters.txt': 'Dear' })
  assert.match(await refusal(folder), /did not put there/)
  assert.deepEqual(readdirSync(folder), ['letters.txt'])
})

test('a file where the folder should be is refused', async () => {
  const file = join(emptyFolder(), 'data')
  writeFileSync(file, '')
  assert.match(await refusal(join(file, 'postgres')), /in the way/)
})

test('a folder left half made, with PG_VERSION in it, is set aside whole and a new one is made', async () => {
  const folder = folderWith({ PG_VERSION: '18\n', 'postgresql.conf': '' })
  const lines: string[] = []
  const postgres = await startPostgres(folder, { log: (line) => lines.push(line) })
  await postgres.stop()
  const aside = readdirSync(dirname(folder)).find((name) => name.startsWith('postgres.half-made-'))
  assert.deepEqual(readdirSync(join(dirname(folder), aside!)), ['PG_VERSION', 'postgresql.conf'])
  assert.match(lines.join('\n'), /never finished/)
})

test('a database that has lost a file it cannot live without says so in one sentence', async () => {
  assert.match(await refusal(folderWith({ PG_VERSION: '18\n', 'made-by-goldthread': '' })), /did not start in .+: .+/)
})

test('a folder that we may not use is refused in one sentence', {
  skip: !isRoot && 'only root can become someone with fewer rights',
}, async () => {
  const closed = emptyFolder()
  chmodSync(closed, 0o755)
  const child = startAnother(join(closed, 'data', 'postgres'), { asNobody: true })
  assert.match((await child.ready()).fault ?? '', /^Goldthread may not use .+: run it as the user who owns that folder/)
  await child.leave()
})

test('a full disk is refused in one sentence and leaves nothing half done', async (context) => {
  const disk = emptyFolder()
  if (spawnSync('/bin/mount', ['-t', 'tmpfs', '-o', 'size=6m', 'none', disk]).status !== 0)
    return context.skip('no small disk can be mounted here')
  try {
    assert.match(await refusal(join(disk, 'postgres')), /no space left on the disk/)
    assert.deepEqual(readdirSync(disk), [])
  } finally {
    spawnSync('/bin/umount', [disk])
  }
  assert.equal(existsSync(disk), true)
})
