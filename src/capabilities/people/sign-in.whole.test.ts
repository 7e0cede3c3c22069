import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import pino from 'pino'
import { contextOf } from '#platform/answering.ts'
import { gather } from '#platform/slots.ts'
import { withOwnDatabase } from '#platform/testing.ts'
import { startWorker } from '#platform/worker.ts'
import { addPerson, addStaff, makeSignInLink, people } from './index.ts'

const slots = gather([people])
const log = pino({ level: 'silent' })

test(
  'PLT-2: of many who press the button of one link at once, one gets in',
  withOwnDatabase(slots, async ({ house, psql }) => {
    const link = await house.database.within({ commissionerId: house.commissioner.id, signingIn: true }, async (db) => {
      const ctx = contextOf({ slots, log, clock: () => house.now }, db, house.commissioner, { kind: 'operator' })
      const { accountId } = await addStaff(ctx, { email: 'ada@example.org', name: 'Ada Fell', roles: ['analyst'] })
      return makeSignInLink(ctx, accountId)
    })
    const replies = await Promise.all(Array.from({ length: 8 }, () => house.post(link, {})))
    assert.deepEqual(replies.map(({ status }) => status).sort(), [303, 404, 404, 404, 404, 404, 404, 404])
    const { rows } = await psql('select count(*)::int as sessions from accounts.sessions')
    assert.equal(rows[0].sessions, 1)
  }),
)

test(
  'PLT-2: of many who ask for a link for one address at once, no more than five are counted',
  withOwnDatabase(slots, async ({ house, psql }) => {
    await Promise.all(Array.from({ length: 12 }, () => house.post('/testshire/sign-in', { email: 'ada@example.org' })))
    const { rows } = await psql('select count(*)::int as attempts from accounts.sign_in_attempts')
    assert.equal(rows[0].attempts, 5)
  }),
)

test(
  'PLT-2, PEO-8: the worker answers requests and mails links that open; no secret waits in the queue',
  withOwnDatabase(slots, async ({ house, owner, psql }) => {
    await house.database.within({ commissionerId: house.commissioner.id, signingIn: true }, async (db) => {
      const ctx = contextOf({ slots, log, clock: () => house.now }, db, house.commissioner, { kind: 'operator' })
      await addStaff(ctx, { email: 'ada@example.org', name: 'Ada Fell', roles: ['auditor'] })
      await addPerson(ctx, { name: 'Graham', email: 'graham@example.org' })
    })
    await house.post('/testshire/sign-in?to=/testshire/desk/staff', { email: 'ada@example.org' })
    await house.post('/testshire/me/sign-in', { email: 'graham@example.org' })
    const { rows: queue } = await psql('select payload::text from graphile_worker._private_jobs')
    assert.equal(queue.length, 2)
    assert.doesNotMatch(JSON.stringify(queue), /example\.org/)

    const letters: { to: string; text: string }[] = []
    const postman = { send: async (letter: { to: string; text: string }) => void letters.push(letter), close: () => {} }
    const worker = await startWorker({
      database: house.database,
      owner,
      slots,
      log,
      clock: () => house.now,
      postman,
      publicUrl: 'https://involve.example.org',
    })
    try {
      for (let wait = 0; letters.length < 2 && wait < 100; wait++) await setTimeout(100)
    } finally {
      await worker.stop()
    }
    const linkTo = (address: string) => /https:\/\/involve\.example\.org(\S+)/.exec(letters.find(({ to }) => to === address)!.text)![1]!
    assert.equal((await house.post(linkTo('ada@example.org'), {})).location, '/testshire/desk/staff')
    assert.equal((await house.post(linkTo('graham@example.org'), {})).location, '/testshire/me')
  }),
)
