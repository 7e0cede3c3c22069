import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import pino from 'pino'
import { draftSurvey, surveys } from '#capabilities/surveys'
import { startMailServer } from '#platform/mail-server.ts'
import { smtpPostman } from '#platform/postman.ts'
import { gather } from '#platform/slots.ts'
import { withOwnDatabase } from '#platform/testing.ts'
import { startWorker } from '#platform/worker.ts'
import { drafts, saveDraft } from './index.ts'

const slots = gather([surveys, drafts])

test(
  'SAY-3, field 8: through a real mail server the link opens what was saved, and what knew both sides is gone once the letter has left',
  withOwnDatabase(slots, async ({ house, owner, psql }) => {
    const lead = await house.staff('engagement lead')
    const { id, surveyId } = await house.within(lead, (ctx) =>
      draftSurvey(ctx, { title: 'Clinic hours', promise: 'anonymous', questions: [] }),
    )
    const save = (address: string, words: string) =>
      house.within({ kind: 'public' }, (ctx) =>
        saveDraft(ctx, {
          surveyId,
          versionId: id,
          body: { q1: words },
          page: 1,
          address,
          returnPath: (token) => `/testshire/respond?saved=${token}`,
          closesOn: null,
        }),
      )
    await save('ada@example.org', 'hers')
    await save('nobody@example.org', 'lost')
    assert.equal((await psql('select from return_links')).rowCount, 2)

    const server = await startMailServer({ 'nobody@example.org': 'refuse' })
    const postman = smtpPostman({ smtpUrl: server.url, mailFrom: 'involve@nhs.example' })
    const log = pino({ level: 'debug' }, { write: (line) => void house.logged.push(line) })
    const publicUrl = 'https://involve.nhs.example'
    const worker = await startWorker({ database: house.database, owner, slots, log, postman, publicUrl, clock: () => house.now })
    try {
      for (const end = Date.now() + 10_000; Date.now() < end; await setTimeout(25))
        if ((await psql('select from return_links')).rowCount === 0) break
      assert.equal((await psql('select from return_links')).rowCount, 0, 'sent, or refused for good')
      assert.deepEqual(
        server.letters.map(({ to }) => to),
        [['ada@example.org']],
      )
      const words = server.letters[0]!.text.replaceAll('=\r\n', '')
      const token = /https:\/\/involve\.nhs\.example\/testshire\/saved\/([\w-]{43})\r\n/.exec(words)?.[1] ?? ''
      const link = await house.get(`/testshire/saved/${token}`)
      assert.equal(link.status, 200)
      assert.match(link.text, new RegExp(`action="/testshire/respond\\?saved=${token}"`))
      assert.doesNotMatch(house.logged.join('\n'), new RegExp(`${token}|ada@example`))
    } finally {
      await worker.stop()
      postman.close()
      await server.stop()
    }
  }),
)
