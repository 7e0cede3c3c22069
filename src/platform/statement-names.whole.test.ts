import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { connect } from './db.ts'
import { gather } from './slots.ts'
import { nameOf } from './statement-names.ts'
import { withOwnDatabase } from './testing.ts'

test('a statement gets a name when it comes again and again, and keeps it', () => {
  assert.deepEqual(
    [1, 2].map(() => nameOf('select $1 as often')),
    [undefined, undefined],
  )
  const name = nameOf('select $1 as often')
  assert.ok(name)
  assert.equal(nameOf('select $1 as often'), name)
})

test('lists of every length do not use up the names', () => {
  for (let length = 0; length < 10_000; length++) assert.equal(nameOf(`select ${length}`), undefined)
})

test(
  'a statement that a migration changed fails once on a connection that had prepared it, and never again',
  withOwnDatabase(gather([]), async ({ owner, psql }) => {
    await psql('create table drawer (id integer, label text)')
    await psql('grant select on drawer to goldthread_app')
    await psql("insert into drawer values (1, 'a')")
    const database = connect(owner, { max: 1 })
    const look = () =>
      database.within({ commissionerId: null }, async (db) => (await sql`select * from drawer where id = ${1}`.execute(db)).rows)
    try {
      for (let times = 0; times < 5; times++) assert.deepEqual(await look(), [{ id: 1, label: 'a' }])
      await psql('alter table drawer add column note text')
      await assert.rejects(look(), { code: '0A000' })
      assert.deepEqual(await look(), [{ id: 1, label: 'a', note: null }])
    } finally {
      await database.close()
    }
  }),
)
