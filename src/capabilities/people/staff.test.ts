import assert from 'node:assert/strict'
import { test } from 'node:test'
import pino from 'pino'
import { contextOf } from '#platform/answering.ts'
import type { Workplace } from '#platform/commands.ts'
import { gather } from '#platform/slots.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { commands } from './commands.ts'
import { people } from './index.ts'

const slots = gather([people])
const desk = '/testshire/desk/staff'
const ada = { name: 'Ada Fell', email: 'ada@example.org', roles: ['analyst', 'approver'] }

async function hire(house: TestHouse, person: Record<string, string | string[]> = ada) {
  const administrator = await house.staff('administrator')
  const added = await house.post(desk, person, { as: administrator })
  return { administrator, added, page: added.location, id: added.location.split('/').at(-1)! }
}

test(
  'PLT-2: an administrator adds someone, who is sent a link, and it is recorded',
  inHouse(slots, async (house) => {
    const { administrator, added, id } = await hire(house)
    assert.equal(added.status, 303)
    const shown = await house.get(added.location, { as: administrator })
    assert.match(shown.text, /Ada Fell[\s\S]*ada@example\.org[\s\S]*analyst, approver/)
    assert.match(shown.text, /Put on the staff as analyst, approver[\s\S]*Test administrator/)
    const { messages, events } = await house.within({ kind: 'operator' }, async ({ db }) => ({
      messages: await db.selectFrom('messages').selectAll().execute(),
      events: await db.selectFrom('events').selectAll().where('subject_id', '=', id).execute(),
    }))
    assert.deepEqual(
      messages.map((message) => [message.kind, message.recipient_kind]),
      [['sign-in link', 'account']],
    )
    assert.doesNotMatch(JSON.stringify([messages, events]), /ada@example\.org/)
  }),
)

test(
  'a mistake keeps what was typed, and the same address cannot be added twice',
  inHouse(slots, async (house) => {
    const { administrator } = await hire(house)
    const wrong = await house.post(desk, { name: 'Ivy', email: 'ivy', roles: 'auditor' }, { as: administrator })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /href="#email"[\s\S]*value="ivy"[\s\S]*value="auditor" checked/)
    const bare = await house.post(desk, { name: 'Ivy', email: 'ivy@example.org' }, { as: administrator })
    assert.match(bare.text, /href="#roles"[\s\S]*id="roles"/)
    const twice = await house.post(desk, { ...ada, email: 'ADA@example.org' }, { as: administrator })
    assert.equal(twice.status, 422)
    assert.match(twice.text, /on the staff already/)
  }),
)

test(
  'PLT-2: only an administrator changes the staff; an auditor sees who may do what, without addresses',
  inHouse(slots, async (house) => {
    const { page } = await hire(house)
    const auditor = await house.staff('auditor')
    assert.match((await house.get(desk, { as: auditor })).text, /Ada Fell/)
    for (const at of [desk, page])
      assert.doesNotMatch((await house.get(at, { as: auditor })).text, /ada@example\.org|<form method="post" action="\/testshire\/desk/)
    for (const role of ['engagement lead', 'analyst', 'approver', 'auditor'] as const) {
      const staff = await house.staff(role)
      for (const at of [desk, `${page}/roles`, `${page}/ending`])
        assert.equal((await house.post(at, ada, { as: staff })).status, 403, `${role} at ${at}`)
    }
  }),
)

test(
  'PLT-2: roles change, and the last administrator cannot be lost',
  inHouse(slots, async (house) => {
    const { administrator, page } = await hire(house)
    assert.equal((await house.post(`${page}/roles`, { roles: 'auditor' }, { as: administrator })).status, 303)
    assert.match((await house.get(page, { as: administrator })).text, /Changed the roles to auditor/)
    assert.equal((await house.post(`${page}/roles`, {}, { as: administrator })).status, 422)

    const own = `${desk}/${administrator.id}`
    assert.match((await house.get(own, { as: administrator })).text, /the only administrator/)
    assert.equal((await house.post(`${own}/roles`, { roles: 'analyst' }, { as: administrator })).status, 409)
    assert.equal((await house.post(`${own}/ending`, {}, { as: administrator })).status, 409)
    await house.post(`${page}/roles`, { roles: ['administrator', 'analyst'] }, { as: administrator })
    assert.equal((await house.post(`${own}/ending`, {}, { as: administrator })).status, 303)
  }),
)

test(
  'PLT-2: someone taken off the staff has no role left, keeps their name in history, and can come back',
  inHouse(slots, async (house) => {
    const { administrator, page, id } = await hire(house)
    assert.match((await house.get(`${page}/ending`, { as: administrator })).text, /Take Ada Fell off the staff\?/)
    assert.equal((await house.post(`${page}/ending`, {}, { as: administrator })).status, 303)
    assert.match((await house.get(desk, { as: administrator })).text, /Ada Fell[\s\S]*Left 10 March 2026/)
    const names = await house.within({ kind: 'operator' }, (ctx) => slots.staffNames(ctx, [id]))
    assert.equal(names.get(id), 'Ada Fell')
    const back = await house.post(desk, { ...ada, name: 'Ada Beck', roles: 'auditor' }, { as: administrator })
    assert.equal(back.location, page)
    assert.match((await house.get(page, { as: administrator })).text, /Ada Beck[\s\S]*auditor/)
  }),
)

function placeIn(house: TestHouse) {
  const within: Workplace['within'] = (_slug, work, binding = {}) =>
    house.database.within({ commissionerId: house.commissioner.id, ...binding }, (db) =>
      work(contextOf({ slots, log: pino({ level: 'silent' }), clock: () => house.now }, db, house.commissioner, { kind: 'operator' })),
    )
  return { within, publicUrl: 'https://involve.example.org' } as unknown as Workplace
}

test(
  'the command line puts someone on the staff and prints a link that signs them in',
  inHouse(slots, async (house) => {
    const run = (name: string, args: string[], options: Record<string, string | string[]>) =>
      commands.find((command) => command.name === name)!.run(placeIn(house), args, options)
    const added = await run('staff add', ['Ada@example.org'], { commissioner: 'testshire', role: ['engagement-lead'] })
    const { link } = added.json as { link: string }
    assert.equal(added.text, link)
    const opened = await house.post(link.replace('https://involve.example.org', ''), {})
    assert.equal(opened.location, '/testshire/desk')

    const again = await run('staff link', ['ada@example.org'], { commissioner: 'testshire' })
    assert.notEqual((again.json as { link: string }).link, link)
    await assert.rejects(run('staff link', ['ivy@example.org'], { commissioner: 'testshire' }), /Nobody on the staff/)
    await assert.rejects(
      run('staff add', ['ada@example.org'], { commissioner: 'testshire', role: ['boss'] }),
      /There is no role boss: the roles are administrator/,
    )
    await assert.rejects(run('staff add', ['ada'], { commissioner: 'testshire', role: ['analyst'] }), /not an email address/)
  }),
)
