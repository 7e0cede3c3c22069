import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { faultOf } from './failures.tsx'
import { newId } from './ids.ts'
import { path } from './paths.ts'
import { type Capability, gather } from './slots.ts'
import { inHouse } from './testing.ts'
import { seeOther } from './web.tsx'

// What a person might write, with a line that looks like one of a stack.
const marker = 'Marguerite Okonjo-Bell'
const words = `My name is ${marker}\n    at the Elms surgery (file:///${marker.replaceAll(' ', '')}) 07700 900123`

const probe: Capability = {
  name: 'probe',
  routes(web) {
    web.open.post(path('/:commissioner/probe/:fault'), async ({ db, body, params }) => {
      const given = String(body.words)
      if (params.fault === 'database') await sql`select ${given}::int`.execute(db)
      if (params.fault === 'constraint')
        await sql`insert into commissioners (id, slug, name, added_at) values (${newId()}, ${given}, ${given}, now())`.execute(db)
      if (params.fault === 'parser') JSON.parse(given)
      if (params.fault === 'own') throw new Error(`No place for ${given}`)
      if (params.fault === 'caused') throw new Error('Outer', { cause: new RangeError(given) })
      if (params.fault === 'thrown') throw given
      if (params.fault === 'slip') (undefined as unknown as string[]).at(0)
      return seeOther('/')
    })
  },
}
const slots = gather([probe])

for (const fault of ['database', 'constraint', 'parser', 'own', 'caused', 'thrown', 'slip'])
  test(
    `a fault of ours (${fault}) is shown with a reference, and nothing that was typed goes into the log`,
    inHouse(slots, async (house) => {
      const reply = await house.post(`/testshire/probe/${fault}`, { words })
      assert.equal(reply.status, 500)
      const [, reference] = /<strong class="gt-reference">([A-Z0-9]{8})<\/strong>/.exec(reply.text) ?? []
      assert.ok(reference)
      const lines = house.logged.filter((line) => line.includes(reference))
      assert.equal(lines.length, 1)
      for (const piece of [...marker.split(/[ -]/), 'Elms', '900123']) assert.ok(!house.logged.join('').includes(piece), piece)
      assert.match(reply.text, /Marguerite Okonjo-Bell/, 'and the person has their words back')
      assert.doesNotMatch(reply.text, /failures\.test|node_modules|select /, 'and no stack')
    }),
  )

test('a slip of ours is logged with what it was and where, so that it can be found', () => {
  try {
    ;(undefined as unknown as string[]).at(0)
  } catch (error) {
    const { fault, message, frames } = faultOf(error) as { fault: string; message: string; frames: string[] }
    assert.equal(fault, 'TypeError')
    assert.match(message, /reading 'at'/)
    assert.match(frames[0]!, /failures\.test\.tsx:\d+/)
  }
})
