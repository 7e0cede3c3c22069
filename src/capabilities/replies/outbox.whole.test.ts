import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import pino from 'pino'
import { SMTPServer } from 'smtp-server'
import { addPerson } from '#capabilities/people'
import { newId } from '#platform/ids.ts'
import { queueMessage } from '#platform/mail.ts'
import { type Fate, findMessage, listUnfinished } from '#platform/outbox.ts'
import { smtpPostman } from '#platform/postman.ts'
import { type OwnDatabase, withOwnDatabase } from '#platform/testing.ts'
import { startWorker } from '#platform/worker.ts'
import { slots } from '../../app.ts'

const operator = { kind: 'operator' } as const

interface Letter {
  to: string
  text: string
}

/** A real mail server on this machine: it refuses whoever is called refused, and the first letter to whoever is called later. */
async function mailServer() {
  const letters: Letter[] = []
  let later = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _, done) {
      const answer = address.startsWith('refused') ? 550 : address.startsWith('later') && later++ === 0 ? 451 : 0
      done(answer ? Object.assign(new Error('No'), { responseCode: answer }) : null)
    },
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        letters.push({ to: session.envelope.rcptTo[0]!.address, text: Buffer.concat(parts).toString() })
        done()
      })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    letters,
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    close: () => new Promise<void>((done) => server.close(done)),
  }
}

const queue = ({ house }: OwnDatabase, email: string) =>
  house.within(operator, async (ctx) => {
    const { contactPointId } = await addPerson(ctx, { email })
    return queueMessage(ctx, {
      kind: 'test',
      recipient: { kind: 'contact point', id: contactPointId },
      subject: 'What we decided',
      body: 'See [link]',
      link: { kind: 'person link', subjectId: contactPointId },
    })
  })

const fateOf = ({ house }: OwnDatabase, id: string) => house.within(operator, async (ctx) => (await findMessage(ctx.db, id)).fate)

async function until(own: OwnDatabase, id: string, wanted: Fate, seconds = 30) {
  for (let tries = 0; tries < seconds * 10; tries += 1) {
    if ((await fateOf(own, id)) === wanted) return
    await setTimeout(100)
  }
  assert.equal(await fateOf(own, id), wanted)
}

const withWorker = (work: (own: OwnDatabase, mail: { letters: Letter[]; start(): Promise<void> }) => Promise<void>) =>
  withOwnDatabase(slots, async (own) => {
    const server = await mailServer()
    const postman = smtpPostman({ smtpUrl: server.url, mailFrom: 'involve@example.org' })
    const running: { stop(): Promise<void> }[] = []
    const start = async () =>
      void running.push(
        await startWorker({
          database: own.house.database,
          owner: own.owner,
          slots,
          log: pino({ level: 'silent' }),
          postman,
          publicUrl: 'https://involve.example.org',
        }),
      )
    try {
      await work(own, { letters: server.letters, start })
    } finally {
      for (const worker of running) await worker.stop()
      postman.close()
      await server.close()
    }
  })

test(
  'DEC-4: a message is sent once, with a link made at that moment',
  withWorker(async (own, { letters, start }) => {
    await start()
    const id = await queue(own, 'ann@example.org')
    await until(own, id, 'sent')
    assert.deepEqual(
      letters.map(({ to }) => to),
      ['ann@example.org'],
    )
    assert.match(letters[0]!.text.replaceAll('=\r\n', ''), /https:\/\/involve\.example\.org\/testshire\/me\/open\//)
  }),
)

test(
  'DEC-4: what was written while no mail server was set is sent when one is',
  withWorker(async (own, { letters, start }) => {
    const id = await queue(own, 'ann@example.org')
    await own.psql('delete from graphile_worker._private_jobs')
    assert.equal(await fateOf(own, id), 'waiting')
    await start()
    await until(own, id, 'sent')
    assert.equal(letters.length, 1)
  }),
)

test(
  'DEC-4: a refusal is kept and is not tried again; a temporary one is',
  withWorker(async (own, { letters, start }) => {
    await start()
    const [refused, later] = [await queue(own, 'refused@example.org'), await queue(own, 'later@example.org')]
    await until(own, refused, 'refused')
    await until(own, later, 'sent')
    assert.deepEqual(
      letters.map(({ to }) => to),
      ['later@example.org'],
    )
    const { rows } = await own.psql('select outcome, code from message_outcomes order by at, outcome')
    assert.deepEqual(rows.map(({ outcome, code }) => `${outcome} ${code}`.trim()).sort(), ['failed 451', 'refused 550', 'sent'])
  }),
)

test(
  'DEC-4: a message that was in flight when the worker died is in doubt, and is not sent twice by itself',
  withWorker(async (own, { letters, start }) => {
    const id = await queue(own, 'ann@example.org')
    await own.psql(`insert into message_attempts select commissioner_id, '${newId()}', id, queued_at from messages`)
    await start()
    await until(own, id, 'in doubt')
    await setTimeout(500)
    assert.deepEqual(letters, [])

    const as = await own.house.staff('engagement lead')
    assert.equal((await own.house.post(`/testshire/desk/outbox/${id}/settlement`, { decision: 'send again' }, { as })).status, 303)
    await until(own, id, 'sent')
    assert.equal(letters.length, 1)
  }),
)

test(
  'DEC-4: after a restore, what was still to be sent or tried again is asked for once more, and what is done is not',
  withOwnDatabase(slots, async (own) => {
    const ids: string[] = []
    for (let number = 0; number < 5; number += 1) ids.push(await queue(own, 'ann@example.org'))
    const attempt = async (id: string, outcome: string | null, ago: string) => {
      const { rows } = await own.psql(
        `insert into message_attempts select commissioner_id, '${newId()}', id, $1::timestamptz - $2::interval from messages where id = $3 returning *`,
        [own.house.now, ago, id],
      )
      if (outcome)
        await own.psql('insert into message_outcomes values ($1, $2, $3, $4, $5)', [
          rows[0].commissioner_id,
          rows[0].id,
          outcome,
          '',
          rows[0].at,
        ])
    }
    await attempt(ids[1]!, 'sent', '1 hour')
    await attempt(ids[2]!, 'failed', '1 hour')
    await attempt(ids[3]!, null, '1 hour')
    await attempt(ids[4]!, null, '1 second')
    const unfinished = await own.house.within(operator, (ctx) => listUnfinished(ctx.db, own.house.now))
    assert.deepEqual(unfinished.sort(), [ids[0], ids[2], ids[3]].sort())
  }),
)
