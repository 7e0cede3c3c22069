import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import pino from 'pino'
import { newId } from './ids.ts'
import { queueMessage } from './mail.ts'
import { startMailServer } from './mail-server.ts'
import { smtpPostman } from './postman.ts'
import { type Capability, gather } from './slots.ts'
import { type OwnDatabase, withOwnDatabase } from './testing.ts'
import { startWorker } from './worker.ts'

const people = new Map<string, string>()
const secret = 's3cr3t-of-the-link'
const probe: Capability = {
  name: 'probe',
  recipients: [{ kind: 'contact point', emailOf: async (_, id) => people.get(id) ?? null }],
  mailLinks: [{ kind: 'person link', make: async () => `/testshire/me/open/${secret}` }],
}
const slots = gather([probe])

async function queue({ house }: OwnDatabase, email: string) {
  const id = newId()
  if (email) people.set(id, email)
  const message = {
    kind: 'notice',
    recipient: { kind: 'contact point', id },
    subject: 'What came of it',
    body: 'Read it here: [link]',
    link: { kind: 'person link', subjectId: id },
  }
  return house.within({ kind: 'system' }, (ctx) => queueMessage(ctx, message))
}

async function startPost({ house, owner }: OwnDatabase, smtpUrl: string | null) {
  const postman = smtpUrl ? smtpPostman({ smtpUrl, mailFrom: 'involve@example.nhs.uk' }) : null
  const options = {
    database: house.database,
    owner,
    slots,
    log: pino({ level: 'debug' }, { write: (line) => void house.logged.push(line) }),
    publicUrl: 'https://involve.example.nhs.uk',
  }
  const worker = await startWorker({ ...options, postman, beat: 100, silence: 1000 })
  return {
    async stop() {
      await worker.stop()
      postman?.close()
    },
  }
}

const fateOf = async ({ psql }: OwnDatabase, message: string): Promise<string[]> =>
  (
    await psql(
      'select o.outcome, o.code from message_attempts a left join message_outcomes o on o.attempt_id = a.id where a.message_id = $1 order by a.at, a.id',
      [message],
    )
  ).rows.map(({ outcome, code }) => `${outcome} ${code}`.trim())

const waitingJobs = async ({ psql }: OwnDatabase) =>
  (await psql('select last_error, run_at > now() as later from graphile_worker._private_jobs')).rows as {
    last_error: string | null
    later: boolean
  }[]

async function until(isSo: () => Promise<boolean>) {
  for (const end = Date.now() + 10_000; Date.now() < end; await setTimeout(25)) if (await isSo()) return
}

async function untilFate(own: OwnDatabase, message: string, fate: string[]) {
  await until(async () => String(await fateOf(own, message)) === String(fate))
  assert.deepEqual(await fateOf(own, message), fate)
}

const doItsJobsNow = ({ psql }: OwnDatabase) => psql('update graphile_worker._private_jobs set run_at = now(); notify "jobs:insert"')

test(
  'a message is sent with a link made at sending, and neither its secret nor the address is kept or logged',
  withOwnDatabase(slots, async (own) => {
    const server = await startMailServer()
    const post = await startPost(own, server.url)
    try {
      await untilFate(own, await queue(own, 'ada.private@example.org'), ['sent'])
      assert.equal(server.letters.length, 1)
      assert.deepEqual(server.letters[0]!.to, ['ada.private@example.org'])
      assert.match(
        server.letters[0]!.text.replaceAll('=\r\n', ''),
        /Read it here: https:\/\/involve\.example\.nhs\.uk\/testshire\/me\/open\/s3cr3t-of-the-link/,
      )
      assert.match(server.letters[0]!.text, /Subject: What came of it/)
      const kept = JSON.stringify([
        (await own.psql('select * from messages')).rows,
        (await own.psql('select * from message_outcomes')).rows,
        await waitingJobs(own),
        own.house.logged,
      ])
      assert.doesNotMatch(kept, /s3cr3t|ada\.private/)
    } finally {
      await post.stop()
      await server.stop()
    }
  }),
)

test(
  'what becomes of a message is what the mail server said: refused, tried again later, or in doubt and not sent twice',
  withOwnDatabase(slots, async (own) => {
    const server = await startMailServer({
      'gone@example.org': 'refuse',
      'full@example.org': 'later',
      'slow@example.org': 'later, once read',
      'cut@example.org': 'cut when read',
      'early@example.org': 'cut before reading',
    })
    const post = await startPost(own, server.url)
    try {
      const [gone, full, slow, cut, early, nobody] = [
        await queue(own, 'gone@example.org'),
        await queue(own, 'full@example.org'),
        await queue(own, 'slow@example.org'),
        await queue(own, 'cut@example.org'),
        await queue(own, 'early@example.org'),
        await queue(own, ''),
      ]
      await untilFate(own, gone, ['refused 550'])
      await untilFate(own, full, ['failed 451'])
      await untilFate(own, slow, ['failed 452'])
      await untilFate(own, cut, ['in doubt ECONNECTION'])
      await untilFate(own, early, ['failed ECONNECTION'])
      await untilFate(own, nobody, ['refused no address'])
      await setTimeout(200)
      const jobs = await waitingJobs(own)
      assert.equal(jobs.length, 3, 'only what failed is tried again')
      assert.ok(
        jobs.every(({ later, last_error }) => later && /^Error (451|452|ECONNECTION)$/.test(last_error ?? '')),
        JSON.stringify(jobs),
      )
      for (const address of ['full@example.org', 'slow@example.org', 'early@example.org']) delete server.manner[address]
      await doItsJobsNow(own)
      await untilFate(own, full, ['failed 451', 'sent'])
      await untilFate(own, slow, ['failed 452', 'sent'])
      await untilFate(own, early, ['failed ECONNECTION', 'sent'])
      assert.equal(server.letters.filter(({ to }) => to[0] === 'cut@example.org').length, 1)
      assert.doesNotMatch(own.house.logged.join(''), /example\.org|s3cr3t/)
    } finally {
      await post.stop()
      await server.stop()
    }
  }),
)

test(
  'a try that was cut short by a crash is in doubt, and the message is not sent again by itself',
  withOwnDatabase(slots, async (own) => {
    const server = await startMailServer()
    const message = await queue(own, 'ada@example.org')
    await own.psql('insert into message_attempts (commissioner_id, id, message_id, at) values ($1, $2, $3, now())', [
      own.house.commissioner.id,
      newId(),
      message,
    ])
    const post = await startPost(own, server.url)
    try {
      await untilFate(own, message, ['in doubt interrupted'])
      assert.deepEqual(server.letters, [])
    } finally {
      await post.stop()
      await server.stop()
    }
  }),
)

test(
  'messages wait while there is no mail server, and go once there is one',
  withOwnDatabase(slots, async (own) => {
    const none = await startPost(own, null)
    const message = await queue(own, 'ada@example.org')
    await until(async () => (await waitingJobs(own)).length === 0).finally(none.stop)
    assert.deepEqual(await fateOf(own, message), [])

    const server = await startMailServer()
    const post = await startPost(own, server.url)
    await untilFate(own, message, ['sent']).finally(post.stop)
    await server.stop()
    assert.equal(server.letters.length, 1)
  }),
)

test(
  'a mail server that is down, or shuts us out, refuses nobody: the message goes when it is right again',
  withOwnDatabase(slots, async (own) => {
    const message = await queue(own, 'ada@example.org')
    const down = await startMailServer()
    await down.stop()
    const failing = await startPost(own, down.url)
    await untilFate(own, message, ['failed ESOCKET']).finally(failing.stop)

    const server = await startMailServer()
    const shutOut = await startPost(own, server.url.replace('//', '//somebody:wrong@'))
    await until(async () => /^failed ESOCKET,failed (?!ESOCKET)/.test(String(await fateOf(own, message)))).finally(shutOut.stop)

    const post = await startPost(own, server.url)
    await until(async () => (await fateOf(own, message)).at(-1) === 'sent').finally(post.stop)
    await server.stop()
    assert.equal(server.letters.length, 1)
  }),
)
