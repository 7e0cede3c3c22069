import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import pino from 'pino'
import type { Installation } from '#platform/installation.ts'
import { type OwnDatabase, withOwnDatabase } from '#platform/testing.ts'
import { workplaceIn } from '#platform/workplace.ts'
import { slots } from '../../app.ts'

const command = slots.commands.find(({ name }) => name === 'import contributions')!

function bringIn({ house }: OwnDatabase, file: string, options: Record<string, string | string[]>) {
  const place = workplaceIn({
    installation: { database: house.database } as Installation,
    configuration: {} as Parameters<typeof workplaceIn>[0]['configuration'],
    slots,
    log: pino({ level: 'silent' }),
    publicUrl: '',
  })
  const here = { ...place, open: () => Readable.from([Buffer.from(file)]), write: () => {}, progress: () => {} }
  return command.run(here, ['-'], { commissioner: 'testshire', source: 'Ward cards', ...options })
}

const count = async (own: OwnDatabase, what: string) => Number((await own.psql(`select count(${what}) from contributions`)).rows[0].count)

test(
  'two imports of one file at the same moment bring each row in once, and both say so',
  withOwnDatabase(slots, async (own) => {
    const file = `feedback,label\n${Array.from({ length: 4500 }, (_, at) => `Comment ${at % 4000},Label ${at % 7}`).join('\n')}\n`
    const both = await Promise.all([bringIn(own, file, { labels: ['label'] }), bringIn(own, file, { labels: ['label'] })])
    const found = both.map(({ json }) => json as { read: number; imported: number; already: number; rejected: unknown[] })
    for (const { read, imported, already, rejected } of found) assert.deepEqual([read, imported + already, rejected], [4500, 4500, []])
    assert.equal(
      found.reduce((sum, { imported }) => sum + imported, 0),
      4500,
    )
    assert.equal(await count(own, '*'), 4500)
    assert.equal(Number((await own.psql('select count(*) from codings')).rows[0].count), 4500)
    assert.equal(Number((await own.psql('select count(*) from frames')).rows[0].count), 1)
  }),
)

test(
  'one respondent’s words of one day are one response, though their rows stand in batches that are written side by side',
  withOwnDatabase(slots, async (own) => {
    const file = `id,who,feedback\n${Array.from({ length: 3000 }, (_, at) => `${at},R${at % 50},Comment ${at}`).join('\n')}\n`
    await bringIn(own, file, { id: 'id', respondent: 'who' })
    assert.equal(await count(own, 'distinct response_id'), 50)
  }),
)

test(
  'an id that comes again in a later batch is there already',
  withOwnDatabase(slots, async (own) => {
    const file = `id,feedback\n${Array.from({ length: 2500 }, (_, at) => `${at % 1200},Same`).join('\n')}\n`
    const { json } = await bringIn(own, file, { id: 'id' })
    assert.deepEqual(json, { read: 2500, imported: 1200, already: 1300, rejected: [] })
  }),
)

test(
  'a fault in the middle is told, and what was kept before it stays; again brings in the rest',
  withOwnDatabase(slots, async (own) => {
    await own.psql(`
      create function fail() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
      create trigger fail before insert on contributions for each row when (new.words = 'Comment 2500') execute function fail()`)
    const file = `feedback\n${Array.from({ length: 6000 }, (_, at) => `Comment ${at}`).join('\n')}\n`
    await assert.rejects(bringIn(own, file, {}))
    const before = await count(own, '*')
    assert.ok(before >= 1000 && before < 6000)
    await own.psql('drop trigger fail on contributions')
    const { json } = await bringIn(own, file, {})
    assert.deepEqual(json, { read: 6000, imported: 6000 - before, already: before, rejected: [] })
  }),
)
