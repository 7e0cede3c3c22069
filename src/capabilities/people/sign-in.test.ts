import assert from 'node:assert/strict'
import { test } from 'node:test'
import pino from 'pino'
import { contextOf } from '#platform/answering.ts'
import type { Context, Role } from '#platform/context.ts'
import { sendMessage } from '#platform/mail.ts'
import { gather } from '#platform/slots.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { addPerson, addStaff, makeSignInLink, people } from './index.ts'
import { jobs } from './jobs.ts'

const slots = gather([people])
const log = pino({ level: 'silent' })
const signInPath = '/testshire/sign-in'

/** Work in a transaction that may see accounts, as an operator's commands and the worker's jobs do. */
const signingIn = <T>(house: TestHouse, work: (ctx: Context) => Promise<T>, kind: 'operator' | 'system' = 'operator'): Promise<T> =>
  house.database.within({ commissionerId: house.commissioner.id, signingIn: true }, (db) =>
    work(contextOf({ slots, log, clock: () => house.now }, db, house.commissioner, { kind })),
  )

const employ = (house: TestHouse, email: string, ...roles: Role[]) =>
  signingIn(house, (ctx) => addStaff(ctx, { email, name: 'Ada Fell', roles }))

/** What the worker does: answer every request for a link, and send every message. */
async function letters(house: TestHouse, who: 'staff' | 'person' = 'staff', to: string | null = null) {
  const within = <T>(work: (ctx: Context) => Promise<T>) => signingIn(house, work, 'system')
  const ids = (table: 'accounts.sign_in_attempts' | 'messages') =>
    within(async (ctx) => (await ctx.db.selectFrom(table).select('id').orderBy('id').execute()).map(({ id }) => id))
  for (const attempt of await ids('accounts.sign_in_attempts')) await jobs[0]!.run(within, { attempt, who, to })
  const sent: { to: string; text: string }[] = []
  const job = sendMessage({ send: async (letter) => void sent.push(letter), close: () => {} }, 'https://involve.example.org')
  for (const message of await ids('messages')) await job.run(within, { message })
  return sent
}

const linkIn = (text: string) => /https:\/\/involve\.example\.org(\S+)/.exec(text)![1]!
const cookieOf = (reply: { header(name: string): string | undefined }) => String(reply.header('set-cookie')).split(';')[0]!
const ask = (house: TestHouse, email: string, headers = {}) => house.post(signInPath, { email }, { headers })

async function signedIn(house: TestHouse) {
  const { accountId } = await employ(house, 'ada@example.org', 'analyst')
  const opened = await house.post(await signingIn(house, (ctx) => makeSignInLink(ctx, accountId)), {})
  return { accountId, headers: { cookie: cookieOf(opened) } }
}

test(
  'PLT-2: a member of staff signs in by a mailed link and reaches the desk',
  inHouse(slots, async (house) => {
    await employ(house, 'ada@example.org', 'administrator')
    assert.equal((await ask(house, ' Ada@Example.org ')).status, 303)
    const [letter, ...more] = await letters(house, 'staff', '/testshire/desk/staff')
    assert.equal(letter!.to, 'ada@example.org')
    assert.equal(more.length, 0)

    const link = linkIn(letter!.text)
    assert.match((await house.get(link)).text, /<form method="post"[\s\S]*Sign in/)
    const opened = await house.post(link, {})
    assert.equal(opened.status, 303)
    assert.equal(opened.location, '/testshire/desk/staff')
    assert.match(
      String(opened.header('set-cookie')),
      /^goldthread_staff=[\w-]{43}; Path=\/; Expires=Tue, 10 Mar 2026 22:00:00 GMT; HttpOnly; SameSite=Lax$/,
    )
    const desk = await house.get(opened.location, { headers: { cookie: cookieOf(opened) } })
    assert.equal(desk.status, 200)
    assert.match(desk.text, /Ada Fell/)
  }),
)

test(
  'PLT-2: a mail scanner that opens the link spends nothing, and the button works once',
  inHouse(slots, async (house) => {
    const { accountId } = await employ(house, 'ada@example.org', 'analyst')
    const link = await signingIn(house, (ctx) => makeSignInLink(ctx, accountId))
    for (let time = 0; time < 3; time++) assert.equal((await house.get(link)).status, 200)
    assert.equal((await house.post(link, {})).status, 303)
    const again = await house.post(link, {})
    assert.equal(again.status, 404)
    assert.equal(again.header('set-cookie'), undefined)
    assert.match(again.text, /does not work any more[\s\S]*Ask for a new link/)
    assert.equal((await house.get(link)).status, 404)
  }),
)

test(
  'PLT-2: a link runs out after 15 minutes',
  inHouse(slots, async (house) => {
    const { accountId } = await employ(house, 'ada@example.org', 'analyst')
    const link = await signingIn(house, (ctx) => makeSignInLink(ctx, accountId))
    house.now = new Date(house.now.getTime() + 15 * 60_000)
    assert.equal((await house.post(link, {})).status, 404)
  }),
)

test(
  'PLT-2: nothing tells whether an account exists: the same answer, and the same rows written',
  inHouse(slots, async (house) => {
    await employ(house, 'ada@example.org', 'analyst')
    const known = await ask(house, 'ada@example.org')
    const unknown = await ask(house, 'nobody@example.org')
    assert.deepEqual([unknown.status, unknown.location, unknown.text], [known.status, known.location, known.text])
    const { messages, attempts } = await signingIn(house, async ({ db }) => ({
      messages: await db.selectFrom('messages').select('id').execute(),
      attempts: await db.selectFrom('accounts.sign_in_attempts').select('id').execute(),
    }))
    assert.equal(messages.length, 0)
    assert.equal(attempts.length, 2)
    assert.deepEqual(
      (await letters(house)).map(({ to }) => to),
      ['ada@example.org'],
    )
  }),
)

test(
  'a request for a link is answered once, however often its job runs',
  inHouse(slots, async (house) => {
    await employ(house, 'ada@example.org', 'analyst')
    await ask(house, 'ada@example.org')
    assert.equal((await letters(house)).length, 1)
    assert.equal((await letters(house)).length, 0)
  }),
)

test(
  'PLT-2: for one address five links in 15 minutes, from one origin twenty; and the answer stays the same',
  inHouse(slots, async (house) => {
    await employ(house, 'ada@example.org', 'analyst')
    const replies = []
    for (let time = 0; time < 7; time++) replies.push(await ask(house, 'ada@example.org', { 'x-forwarded-for': `192.0.2.${time}` }))
    assert.equal(new Set(replies.map((reply) => `${reply.status} ${reply.location} ${reply.text}`)).size, 1)
    assert.equal((await letters(house)).length, 5)

    house.now = new Date(house.now.getTime() + 16 * 60_000)
    for (let time = 0; time < 22; time++) await ask(house, `someone-${time}@example.org`, { 'x-forwarded-for': '192.0.2.99' })
    const counted = () =>
      signingIn(house, async ({ db }) => (await db.selectFrom('accounts.sign_in_attempts').select('id').execute()).length)
    assert.equal(await counted(), 25)

    house.now = new Date(house.now.getTime() + 24 * 60 * 60_000 + 60_000)
    await ask(house, 'ada@example.org')
    assert.equal(await counted(), 1, 'attempts are forgotten after a day')
  }),
)

test(
  'PLT-2: a session ends after twelve hours, on signing out, and everywhere at once',
  inHouse(slots, async (house) => {
    const account = '/testshire/desk/account'
    const here = await signedIn(house)
    const there = await signedIn(house)
    assert.match((await house.get(account, there)).text, /In 2 places/)
    assert.equal((await house.post('/testshire/sign-out', {}, here)).status, 303)
    assert.equal((await house.get(account, { headers: here.headers })).status, 303, 'signed out here')
    assert.equal((await house.get(account, there)).status, 200, 'but not there')

    const third = await signedIn(house)
    const waiting = await signingIn(house, (ctx) => makeSignInLink(ctx, third.accountId))
    assert.equal((await house.post(`${account}/session-endings`, {}, third)).status, 303)
    for (const session of [there, third]) assert.equal((await house.get(account, session)).status, 303)
    assert.equal((await house.post(waiting, {})).status, 404, 'a link not yet opened is spent too')

    const late = await signedIn(house)
    house.now = new Date(house.now.getTime() + 12 * 60 * 60_000)
    assert.equal((await house.get(account, late)).status, 303)
  }),
)

test(
  'PLT-2: the desk of another commissioner is not there, and a link is not spent at its address',
  inHouse(slots, async (house) => {
    await house.addCommissioner('elsewhere')
    const { headers } = await signedIn(house)
    assert.equal((await house.get('/elsewhere/desk/account', { headers })).status, 404)
    const { accountId } = await employ(house, 'ada@example.org', 'analyst')
    const link = await signingIn(house, (ctx) => makeSignInLink(ctx, accountId))
    assert.equal((await house.post(link.replace('testshire', 'elsewhere'), {})).status, 404)
    assert.equal((await house.post(link, {})).status, 303)
  }),
)

test(
  'PLT-2: signing in goes on to a page of this desk and to no other place',
  inHouse(slots, async (house) => {
    const { accountId } = await employ(house, 'ada@example.org', 'analyst')
    const elsewhere = [
      'https://evil.example',
      '//evil.example',
      '/elsewhere/desk',
      '/testshire/deskX',
      '/testshire/desk/../../elsewhere',
      '/testshire/desk//evil.example',
      '/testshire/desk\\evil',
      '/testshire/me',
    ]
    for (const to of elsewhere) {
      const link = await signingIn(house, (ctx) => makeSignInLink(ctx, accountId))
      assert.equal((await house.post(`${link}?${new URLSearchParams({ to })}`, {})).location, '/testshire/desk', to)
      assert.doesNotMatch((await house.get(`${signInPath}?${new URLSearchParams({ to })}`)).text, /evil|elsewhere/)
    }
    const sent = await house.get('/testshire/desk/people?after=somebody')
    assert.equal(sent.location, '/testshire/sign-in?to=%2Ftestshire%2Fdesk%2Fpeople')
  }),
)

test(
  'PLT-2: no secret and no address is found in messages or events, and of links and sessions only hashes',
  inHouse(slots, async (house) => {
    const { headers } = await signedIn(house)
    await ask(house, 'ada@example.org')
    const [letter] = await letters(house)
    const token = linkIn(letter!.text).split('/').at(-1)!
    const secret = headers.cookie.split('=')[1]!
    const kept = await signingIn(house, async ({ db }) =>
      JSON.stringify([
        await db.selectFrom('messages').selectAll().execute(),
        await db.selectFrom('events').selectAll().execute(),
        (await db.selectFrom('accounts.sign_in_links').selectAll().execute()).map((row) => [
          row,
          row.token_hash.toString('base64url'),
          row.token_hash.toString(),
        ]),
        (await db.selectFrom('accounts.sessions').selectAll().execute()).map((row) => [
          row,
          row.token_hash.toString('base64url'),
          row.token_hash.toString(),
        ]),
        await db.selectFrom('accounts.sign_in_attempts').selectAll().execute(),
      ]),
    )
    for (const hidden of [token, secret, 'ada@example.org']) assert.ok(!kept.includes(hidden), hidden)
  }),
)

test(
  'PEO-8: a person known by an address is mailed a link that confirms it, opens a short session, and works once',
  inHouse(slots, async (house) => {
    const ids = await signingIn(house, (ctx) => addPerson(ctx, { name: 'Graham', email: 'Graham@example.org' }))
    const mine = '/testshire/me/sign-in'
    const [known, unknown] = [
      await house.post(mine, { email: 'graham@example.org' }),
      await house.post(mine, { email: 'nobody@example.org' }),
    ]
    assert.deepEqual([unknown.status, unknown.location, unknown.text], [known.status, known.location, known.text])
    const sent = await letters(house, 'person')
    assert.deepEqual(
      sent.map(({ to }) => to),
      ['Graham@example.org'],
    )
    assert.doesNotMatch(sent[0]!.text, /Graham/)

    const link = linkIn(sent[0]!.text)
    const confirmed = () => signingIn(house, ({ db }) => db.selectFrom('contact_confirmations').selectAll().execute())
    assert.match((await house.get(link)).text, /<form method="post"/)
    assert.equal((await confirmed()).length, 0, 'opening the link confirms nothing yet')
    const opened = await house.post(link, {})
    assert.equal(opened.location, '/testshire/me')
    assert.match(
      String(opened.header('set-cookie')),
      /^goldthread_person=[\w-]{43}; Path=\/testshire\/me; Expires=Tue, 10 Mar 2026 12:00:00 GMT; HttpOnly; SameSite=Lax$/,
    )
    assert.equal((await confirmed())[0]!.contact_point_id, ids.contactPointId)
    assert.equal((await house.post(link, {})).status, 404)
  }),
)

test(
  'PEO-4: joining the list for news says the same to everyone, writes to the address, and asks before it counts',
  inHouse(slots, async (house) => {
    const join = (email: string, agreed: string) => house.post('/testshire/news', { email, ...(agreed && { agreed }) })
    const without = await join('ivy@example.org', '')
    assert.equal(without.status, 422)
    assert.match(without.text, /href="#agreed"[\s\S]*value="ivy@example.org"/)
    const [first, second] = [await join('ivy@example.org', 'yes'), await join('Ivy@example.org', 'yes')]
    assert.deepEqual([second.status, second.location, second.text], [first.status, first.location, first.text])
    const rows = await signingIn(house, ({ db }) => db.selectFrom('consents').selectAll().execute())
    assert.equal(rows.length, 1)
    assert.deepEqual([rows[0]!.purpose, rows[0]!.response_id], ['news', null])
    const sent = await letters(house)
    assert.equal(sent.length, 2)
    assert.equal((await house.post(linkIn(sent[0]!.text), {})).location, '/testshire/me')
  }),
)
