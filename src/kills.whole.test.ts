import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { emptyFolder, goldthread, type Served, type Surroundings, serveGoldthread } from './platform/another-goldthread.ts'
import { startMailServer } from './platform/mail-server.ts'
import { startPostgres } from './platform/postgres/index.ts'

const data = join(emptyFolder(), 'data')
let served: Served | undefined
after(() => served?.end('SIGTERM'))

async function until(isSo: () => boolean | Promise<boolean>, what: string, patience = 30_000) {
  for (const end = Date.now() + patience; Date.now() < end; await setTimeout(50)) if (await isSo()) return
  assert.fail(`${what}, within ${patience / 1000} seconds`)
}

const killPostgres = () => process.kill(Number.parseInt(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8'), 10), 'SIGKILL')
const isReady = async () => served !== undefined && (await fetch(`${served.address}/health/ready`).catch(() => undefined))?.status === 200

/** Look into the database with the owner's eyes, beside whoever uses it. */
async function look<Row extends pg.QueryResultRow>(text: string): Promise<Row[]> {
  const postgres = await startPostgres(join(data, 'postgres'))
  const client = new pg.Client(postgres.owner)
  await client.connect()
  const { rows } = await client.query<Row>(text)
  await client.end()
  await postgres.stop()
  return rows
}

test('a first start that is killed, in the making of the database and in the loading of the demonstration, begins again', {
  timeout: 150_000,
}, async () => {
  for (const [line, later] of [
    [/^Making a new database/, 200],
    [/^Loading the demonstration/, 700],
  ] as const) {
    const killed = serveGoldthread(
      { GOLDTHREAD_DATA: data },
      [],
      (said, child) => line.test(said) && void setTimeout(later).then(() => child.kill('SIGKILL')),
    )
    await assert.rejects(killed, (fault: Error) => fault.message.split('\n').some((said) => line.test(said)), 'it was killed at that line')
  }
  served = await serveGoldthread({ GOLDTHREAD_DATA: data })
  const [northmoor] = await look<{ responses: number; decided: number }>(
    'select (select count(*) from responses)::int as responses, (select count(*) from decision_publications)::int as decided',
  )
  assert.deepEqual(northmoor, {
    responses: JSON.parse(readFileSync(new URL('../demonstration/northmoor/responses.json', import.meta.url), 'utf8')).length,
    decided: 1,
  })
  assert.equal(await served.end('SIGTERM'), 0)
})

/** Everything a browser would send from the public form, with these words in each box. */
async function formOf(address: string): Promise<{ action: string; fill(words: string): URLSearchParams }> {
  const read = async (path: string) => (await fetch(address + path)).text()
  const links = [...(await read('/northmoor/consultations')).matchAll(/href="(\/northmoor\/consultations\/[^"/?]+)"/g)].map(
    ([, path]) => `${path}/respond`,
  )
  for (const action of links) {
    const page = await read(action)
    const boxes = [...page.matchAll(/<textarea[^>]* name="([^"]+)"/g)].map(([, name]) => name!)
    if (boxes.length === 0) continue
    const radios = [...page.matchAll(/<input[^>]* name="([^"]+)" type="radio" value="([^"]+)"/g)]
    const [, version = ''] = /name="survey-version" value="([^"]+)"/.exec(page) ?? []
    const fixed = { 'survey-version': version, ...Object.fromEntries(radios.reverse().map(([, name, value]) => [name, value])) }
    return { action, fill: (words) => new URLSearchParams({ ...fixed, ...Object.fromEntries(boxes.map((box) => [box, words])) }) }
  }
  return assert.fail('no consultation is open')
}

interface Acknowledged {
  responses: Set<string>
  readers: Set<string>
}

/** People who respond, one after another, and ask for news, until told to stop; what was acknowledged is remembered. */
function keepAsking(person: number, { action, fill }: Awaited<ReturnType<typeof formOf>>, { responses, readers }: Acknowledged) {
  let stopped = false
  const post = async (path: string, body: URLSearchParams) => {
    const headers = {
      'sec-fetch-site': 'same-origin',
      'x-forwarded-for': `10.${person}.${Math.trunc(Math.random() * 250)}.${Math.trunc(Math.random() * 250)}`,
    }
    const reply = await fetch(`${served!.address}${path}`, {
      method: 'POST',
      body,
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(20_000),
    }).catch(() => undefined)
    await reply?.arrayBuffer().catch(() => {})
    return reply?.status === 303
  }
  const asking = (async () => {
    for (let turn = 0; !stopped; turn += 1) {
      const mark = `mark-${person}-${Date.now().toString(36)}-${turn}-end`
      if (await post(action, fill(`It is a long way to go. ${mark}`))) responses.add(mark)
      else await setTimeout(100)
      const reader = `${mark}@example.org`
      if (turn % 10 === 0 && (await post('/northmoor/news', new URLSearchParams({ email: reader, agreed: 'yes' })))) readers.add(reader)
    }
  })()
  return async () => {
    stopped = true
    await asking
  }
}

test('killed ten times under a stream of responses, it starts again by itself: every acknowledged response is there once, no job is lost, no mail is doubled', {
  timeout: 175_000,
}, async () => {
  const post = await startMailServer({}, { milliseconds: 150 })
  after(post.stop)
  const surroundings: Surroundings = {
    GOLDTHREAD_DATA: data,
    SMTP_URL: post.url,
    MAIL_FROM: 'involve@example.org',
    GOLDTHREAD_LOG: 'silent',
  }
  const acknowledged: Acknowledged = { responses: new Set(), readers: new Set() }
  served = await serveGoldthread(surroundings)
  const form = await formOf(served.address)

  const rounds = ['node', 'postgres', 'both', 'postgres', 'node', 'both', 'postgres', 'node', 'postgres', 'both']
  for (const [round, victim] of rounds.entries()) {
    const had = acknowledged.responses.size
    const stops = Array.from({ length: 4 }, (_, person) => keepAsking(round * 10 + person, form, acknowledged))
    await until(() => acknowledged.responses.size >= had + 12, `round ${round}: responses are acknowledged`)
    if (victim !== 'node') killPostgres()
    if (victim !== 'postgres') await served!.end('SIGKILL')
    if (victim !== 'postgres') served = await serveGoldthread(surroundings)
    await until(isReady, `round ${round}: after killing ${victim} it is ready again`)
    await Promise.all(stops.map((stop) => stop()))
  }

  // A minute in which nothing was heard of the dead: what they held is freed at the next beat of the living.
  await look("update graphile_worker._private_jobs set locked_at = locked_at - interval '1 minute' where locked_at is not null")
  await look("update graphile_worker.goldthread_workers set seen_at = seen_at - interval '1 minute'")
  await look('update graphile_worker._private_jobs set run_at = now()')
  const unsettled = `select m.id from messages m where m.kind = 'news' and not exists (
    select from message_attempts a join message_outcomes o on o.attempt_id = a.id where a.message_id = m.id and o.outcome in ('sent', 'in doubt'))`
  await until(async () => (await look(unsettled)).length === 0, 'every letter was sent or is in doubt')
  assert.equal(await served!.end('SIGTERM'), 0)
  served = undefined

  const words = await look<{ words: string; responses: number }>(
    "select words, count(distinct response_id)::int as responses from contributions where words like '%mark-%' group by words",
  )
  const found = new Map(words.map(({ words: said, responses }) => [/mark-\S+-end/.exec(said)?.[0], responses]))
  assert.ok(acknowledged.responses.size >= 120)
  assert.deepEqual(
    [...acknowledged.responses].filter((mark) => found.get(mark) !== 1),
    [],
    'every acknowledged response is there',
  )
  assert.deepEqual(
    [...found].filter(([, times]) => times !== 1),
    [],
    'and none is there twice',
  )
  assert.deepEqual(
    await look(
      'select r.id from responses r where survey_id is not null and (select count(*) from receipts c where c.response_id = r.id) <> 1',
    ),
    [],
    'nor by half',
  )
  assert.equal((await goldthread(['verify', '--commissioner', 'northmoor'], surroundings)).code, 0, 'the history verifies')

  const letters = new Map<string, number>()
  for (const { to } of post.letters) letters.set(to[0]!, (letters.get(to[0]!) ?? 0) + 1)
  const fates = await look<{ reader: string; messages: number; fates: string[] }>(`
    select p.value as reader, count(distinct m.id)::int as messages, array_agg(o.outcome) as fates
    from contact_points p join messages m on m.recipient_id = p.id join message_attempts a on a.message_id = m.id left join message_outcomes o on o.attempt_id = a.id
    where m.kind = 'news' group by p.value`)
  assert.ok(acknowledged.readers.size >= 10, `${acknowledged.readers.size} asked for news`)
  assert.deepEqual(
    [...acknowledged.readers].filter((reader) => !fates.some((fate) => fate.reader === reader)),
    [],
    'no job is lost',
  )
  assert.deepEqual(
    [...letters].filter(([, times]) => times > 1),
    [],
    'no mail is doubled',
  )
  for (const { reader, messages, fates: outcomes } of fates) {
    assert.equal(messages, 1, reader)
    assert.ok(
      outcomes.every((outcome) => ['sent', 'in doubt', 'failed'].includes(outcome)),
      `${reader}: ${outcomes}`,
    )
    if (outcomes.includes('sent')) assert.equal(letters.get(reader), 1, reader)
  }
})
