import assert from 'node:assert/strict'
import { test } from 'node:test'
import pino from 'pino'
import { addStaff } from '#capabilities/people'
import { NotAllowed, NotFound } from '#platform/errors.ts'
import { newId, newSalt } from '#platform/ids.ts'
import type { Installation } from '#platform/installation.ts'
import { type OwnDatabase, withOwnDatabase } from '#platform/testing.ts'
import { workplaceIn } from '#platform/workplace.ts'
import { slots } from '../../app.ts'

const command = slots.commands.find(({ name }) => name === 'export contributions')!

const placeIn = ({ house }: OwnDatabase) =>
  workplaceIn({
    installation: { database: house.database } as Installation,
    configuration: {} as Parameters<typeof workplaceIn>[0]['configuration'],
    slots,
    log: pino({ level: 'silent' }),
    publicUrl: '',
  })

/** What goes to standard output, caught at the edge of the building. */
async function exported(own: OwnDatabase, options: Record<string, string>) {
  const sent: string[] = []
  const { write } = process.stdout
  process.stdout.write = ((lines: string) => sent.push(lines) > 0) as typeof write
  try {
    await command.run(placeIn(own), [], { commissioner: 'testshire', format: 'csv', ...options })
  } finally {
    process.stdout.write = write
  }
  return sent.join('')
}

/** So many comments of one source, as an import leaves them. */
const comments = (own: OwnDatabase, source: string, words: readonly string[]) =>
  placeIn(own).within('testshire', async ({ db, commissioner, now, today }) => {
    const mine = { commissioner_id: commissioner.id }
    const sourceId = newId()
    await db
      .insertInto('sources')
      .values({ ...mine, id: sourceId, name: source, added_at: now })
      .execute()
    for (const said of words) {
      const response = newId()
      await db
        .insertInto('responses')
        .values({
          ...mine,
          id: response,
          channel: 'import',
          source_id: sourceId,
          respondent: 'R-secret',
          said_on: today,
          received_at: now,
          salt: newSalt(),
        })
        .execute()
      await db
        .insertInto('contributions')
        .values({ ...mine, id: newId(), response_id: response, words: said, salt: newSalt(), source_id: sourceId, source_key: newId() })
        .execute()
    }
  })

test(
  'an export asks for a role, names nobody, is recorded before its first row, and holds every row once over many pages',
  withOwnDatabase(slots, async (own) => {
    const signingIn = { signingIn: true }
    await placeIn(own).within(
      'testshire',
      async (ctx) => {
        await addStaff(ctx, { email: 'analyst@example.nhs.uk', name: 'Ann', roles: ['analyst'] })
        await addStaff(ctx, { email: 'approver@example.nhs.uk', name: 'Bo', roles: ['approver'] })
      },
      signingIn,
    )
    await comments(own, 'Ward cards', [
      '=HYPERLINK("x")',
      'Said "fine",\nand left',
      ...Array.from({ length: 2100 }, (_, at) => `Comment ${at}`),
    ])
    await comments(own, 'Letters', ['Elsewhere'])

    await assert.rejects(exported(own, { as: 'approver@example.nhs.uk' }), NotAllowed)
    await assert.rejects(exported(own, { as: 'nobody@example.nhs.uk' }), NotAllowed)
    await assert.rejects(exported(own, { as: 'analyst@example.nhs.uk', source: 'Nowhere' }), NotFound)
    const before = await own.psql("select from events where name = 'contributions.exported'")
    assert.equal(before.rowCount, 0)

    const text = await exported(own, { as: 'Analyst@example.nhs.uk', source: 'Ward cards' })
    const after = await own.psql("select actor_kind, detail from events where name = 'contributions.exported'")
    assert.deepEqual(
      after.rows.map(({ actor_kind }) => actor_kind),
      ['staff'],
    )
    assert.match(text, /^contribution,response,source,survey,question,channel,place,said_on,score,words\r\n/)
    assert.match(text, /"'=HYPERLINK\(""x""\)"\r\n/)
    assert.match(text, /"Said ""fine"",\nand left"\r\n/)
    assert.doesNotMatch(text, /R-secret|Elsewhere/)
    assert.deepEqual(
      [...text.matchAll(/,Comment (\d+)\r\n/g)].map(([, number]) => Number(number)),
      Array.from({ length: 2100 }, (_, at) => 2099 - at),
    )
  }),
)
