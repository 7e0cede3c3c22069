import assert from 'node:assert/strict'
import { test } from 'node:test'
import { projectFolder, readConfiguration } from './configuration.ts'
import { StartFault } from './errors.ts'

const wrong: [NodeJS.ProcessEnv, RegExp][] = [
  [{ DATABASE_URL: 'mysql://here' }, /^The setting DATABASE_URL must begin with postgres:\/\/\.$/],
  [{ GOLDTHREAD_URL: 'involve.example' }, /^The setting GOLDTHREAD_URL must be the address people use, such as https:\S+\.$/],
  [{ GOLDTHREAD_URL: 'ftp://involve.example' }, /^The setting GOLDTHREAD_URL must be the address people use/],
  [{ SMTP_URL: 'localhost:25', MAIL_FROM: 'a@b.example' }, /^The setting SMTP_URL must begin with smtp:\/\/ or smtps:\/\/\.$/],
  [{ SMTP_URL: 'smtp://localhost' }, /^The setting MAIL_FROM is missing/],
  [{ SMTP_URL: 'smtp://localhost', MAIL_FROM: 'us' }, /^The setting MAIL_FROM must be an email address\.$/],
  [{ GOLDTHREAD_LOG: 'loud' }, /^The setting GOLDTHREAD_LOG must be debug, info, warn, error or silent\.$/],
]

for (const [variables, sentence] of wrong)
  test(`a wrong setting is told in a sentence that names it: ${JSON.stringify(variables)}`, () => {
    assert.throws(
      () => readConfiguration(variables),
      (fault) => fault instanceof StartFault && sentence.test(fault.message),
    )
  })

test('nothing has to be set, and an empty setting is none', () => {
  const plain = readConfiguration({})
  assert.deepEqual(readConfiguration({ DATABASE_URL: '', SMTP_URL: '', GOLDTHREAD_URL: '', GOLDTHREAD_LOG: '' }), plain)
  assert.equal(plain.dataFolder, `${projectFolder}data`)
  assert.equal(plain.databaseUrl, undefined)
})

test('the address people use is kept without a slash at its end', () => {
  assert.equal(readConfiguration({ GOLDTHREAD_URL: 'https://involve.example.nhs.uk/' }).publicUrl, 'https://involve.example.nhs.uk')
})
