import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { emptyFolder } from './another-process.ts'
import { findBinaries } from './binaries.ts'
import { copyForOthers } from './copy-for-others.ts'
import { canReach, chooseSystemUser } from './system-user.ts'

const skip = process.getuid?.() !== 0 && 'only root hands the database to another user'

async function closedCheckout() {
  const { postgres } = await findBinaries()
  const native = join(emptyFolder(), 'native')
  cpSync(join(dirname(postgres), '..'), native, { recursive: true, verbatimSymlinks: true })
  const open = emptyFolder()
  chmodSync(open, 0o755)
  return { native, open, user: chooseSystemUser('/nowhere')! }
}

test('below a folder that only root can enter, two starts at once share one copy that the system user can run', { skip }, async () => {
  const { native, open, user } = await closedCheckout()
  assert.equal(canReach(user, join(native, 'bin', 'postgres')), false)

  const place = join(open, 'goldthread')
  const copies = await Promise.all([1, 2].map(() => copyForOthers(native, '18', user, [place])))
  assert.deepEqual(copies, [join(place, '18'), join(place, '18')])
  assert.deepEqual(readdirSync(place), ['18'])
  const version = execFileSync(join(place, '18', 'bin', 'postgres'), ['--version'], { ...user, cwd: '/', encoding: 'utf8' })
  assert.match(version, /PostgreSQL\) 18/)
})

test('a copy in a place that anyone may write to is not trusted', { skip }, async () => {
  const { native, open, user } = await closedCheckout()
  const place = join(open, 'goldthread')
  mkdirSync(place)
  chmodSync(place, 0o777)
  await assert.rejects(copyForOthers(native, '18', user, [place]), /move Goldthread to a folder that others can enter/)
})
