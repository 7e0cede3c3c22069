import assert from 'node:assert/strict'
import { slots } from '../src/app.ts'
import { type Installation, slug } from './acts.ts'
import type { Walker } from './browser.ts'

interface Verdict {
  ok: boolean
  events: number
  problems: { [key: string]: unknown }[]
}

/** The history verifies, as staff see it. */
export async function checkHistory(staff: Walker) {
  await staff.visit(`/${slug}/desk/history`)
  await staff.press(/check/i)
  await staff.sees(/nothing was changed|holds|verifies|unbroken/i)
}

async function verify({ place }: Installation): Promise<Verdict> {
  const command = slots.commands.find(({ name }) => name === 'verify')!
  const { json } = await command.run(place, [], { commissioner: slug })
  return json as unknown as Verdict
}

/** Somebody with the owner's way into the database changes, removes and slips things in: each is found and named, and put right again. */
export async function meddle(house: Installation) {
  const sealed = async () => {
    for (let tries = 0; tries < 60; tries += 1) {
      const { rows } = await house.psql(
        'select count(*)::int as open from events e where not exists (select from seal_members m where m.event_id = e.id)',
      )
      if (rows[0].open === 0) return
      await new Promise((soon) => setTimeout(soon, 250))
    }
    assert.fail('the events are sealed within seconds')
  }
  await sealed()
  assert.deepEqual((await verify(house)).problems, [])

  for (const [what, act, undo] of meddlings) {
    const { rows } = await house.psql(`set session_replication_role = replica; ${act}`).then((results) => [results].flat().at(-1)!)
    assert.equal(rows.length, 1, `${what}: one row was touched`)
    const id = String(rows[0].id)
    const { ok, problems } = await verify(house)
    assert.equal(ok, false, what)
    assert.ok(JSON.stringify(problems).includes(id), `${what}: ${id} is named in ${JSON.stringify(problems).slice(0, 600)}`)
    await house.psql(`set session_replication_role = replica; ${undo}`)
    assert.deepEqual((await verify(house)).problems, [], `${what}: put right again`)
  }
}

const copy = (table: string) => `create table if not exists kept_${table} as select * from ${table} limit 0; truncate kept_${table};`

const meddlings: readonly (readonly [string, string, string])[] = [
  [
    'the words of a contribution are changed',
    `${copy('contributions')} with one as (select * from contributions where words like '%blessing%' limit 1), kept as (insert into kept_contributions select * from one)
     update contributions c set words = 'I am against it.' from one where c.id = one.id returning c.id`,
    'update contributions c set words = k.words from kept_contributions k where k.id = c.id',
  ],
  [
    'a contribution is removed',
    `${copy('contributions')} with one as (select * from contributions where words like 'Yellow%'), kept as (insert into kept_contributions select * from one)
     delete from contributions c using one where c.id = one.id returning c.id`,
    'insert into contributions select * from kept_contributions',
  ],
  [
    'a contribution is slipped in',
    `insert into contributions (commissioner_id, id, response_id, question_key, words, salt) select commissioner_id, '019aaaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa', response_id, question_key, 'I agree with it all.', salt from contributions limit 1 returning id`,
    `delete from contributions where id = '019aaaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa'`,
  ],
  [
    'an event is changed',
    `${copy('events')} with one as (select * from events where name = 'consultation.published' limit 1), kept as (insert into kept_events select * from one)
     update events e set at = e.at - interval '1 day' from one where e.id = one.id returning e.id`,
    'update events e set at = k.at from kept_events k where k.id = e.id',
  ],
  [
    'an event is removed',
    `${copy('events')} with one as (select * from events where name = 'consultation.published' limit 1), kept as (insert into kept_events select * from one)
     delete from events e using one where e.id = one.id returning e.id`,
    'insert into events select * from kept_events',
  ],
  [
    'an event is slipped in, as if long ago',
    `insert into events (commissioner_id, id, at, name, actor_kind, subject_kind, subject_id) select commissioner_id, '01900000-0000-7000-8000-000000000000', '2024-06-01', 'consultation.published', 'operator', 'consultation', subject_id from events limit 1 returning id`,
    `delete from events where id = '01900000-0000-7000-8000-000000000000'`,
  ],
  [
    'a seal is changed',
    `${copy('seals')} with one as (select * from seals where number = 1), kept as (insert into kept_seals select * from one)
     update seals s set sealed_at = s.sealed_at - interval '1 day' from one where s.number = one.number returning s.number as id`,
    'update seals s set sealed_at = k.sealed_at from kept_seals k where k.number = s.number',
  ],
]
