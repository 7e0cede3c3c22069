import assert from 'node:assert/strict'
import { test } from 'node:test'
import { receiveResponse } from '#capabilities/contributions'
import { draftSurvey, findSurvey, releaseSurvey } from '#capabilities/surveys'
import type { SpineRow } from '#platform/digests.ts'
import { record } from '#platform/events.ts'
import { newId, newSalt } from '#platform/ids.ts'
import { gather } from '#platform/slots.ts'
import { type OwnDatabase, withOwnDatabase } from '#platform/testing.ts'
import { slots } from '../../app.ts'
import { assurance, sealEvents, verify } from './index.ts'

const operator = { kind: 'operator' } as const

/** Three people speak, and what they said is sealed. */
async function threeSpeak({ house }: OwnDatabase) {
  await house.within(operator, async (ctx) => {
    const { surveyId } = await draftSurvey(ctx, {
      title: 'Buses',
      promise: 'anonymous',
      questions: [{ key: 'words', type: 'long-text', text: 'What matters to you?' }],
    })
    await releaseSurvey(ctx, surveyId)
    const version = await findSurvey(ctx.db, surveyId)
    for (const words of ['The last bus', 'No bus', 'A later bus 🚌'])
      await receiveResponse(ctx, { version, channel: 'web', answers: [{ question: version.questions[0]!, choices: null, words }] })
  })
  await house.within({ kind: 'system' }, (ctx) => sealEvents(ctx))
}

const tampered = (what: string, statement: string, expected: [string, string][]) =>
  test(
    `ASR-3: ${what} is found and named`,
    withOwnDatabase(slots, async (own) => {
      await threeSpeak(own)
      const { rows } = await own.psql(`select id from contributions where words = 'No bus'`)
      assert.deepEqual((await own.house.within(operator, verify)).problems, [])
      await own.psql(`begin; set local session_replication_role = replica; ${statement}; commit`)
      const { ok, problems } = await own.house.within(operator, verify)
      assert.equal(ok, false)
      assert.deepEqual(
        problems.map(({ kind, fault }) => [kind, fault]),
        expected,
      )
      if (!what.includes('slipped'))
        assert.ok(problems.some(({ id, says }) => id === rows[0].id && says.includes(id)) || problems[0]!.kind === 'response')
    }),
  )

tampered('a contribution whose words were changed', `update contributions set words = 'More buses' where words = 'No bus'`, [
  ['contribution', 'changed'],
])
tampered(
  'a contribution whose words and salt were changed',
  `update contributions set words = 'More buses', salt = decode('00', 'hex') where words = 'No bus'`,
  [['contribution', 'changed']],
)
tampered('a contribution removed', `delete from contributions where words = 'No bus'`, [['contribution', 'removed']])
tampered(
  'a contribution slipped in',
  `insert into contributions select commissioner_id, gen_random_uuid(), response_id, question_key, question_text, 'Lovely buses', score, salt, source_id, source_key from contributions limit 1`,
  [['contribution', 'slipped in']],
)
tampered(
  'a response moved to another day',
  `update responses set said_on = said_on - 30 where id = (select response_id from contributions where words = 'No bus')`,
  [['response', 'changed']],
)

/** A capability of one kind of row, whose rows are what the test says they are. */
const boxOf = (box: SpineRow[]) =>
  gather([
    {
      name: 'box',
      spine: [
        {
          kind: 'thing',
          read: async (_, afterId, limit) =>
            box
              .filter(({ id }) => id > afterId)
              .sort((a, b) => (a.id < b.id ? -1 : 1))
              .slice(0, limit),
        },
      ],
    },
    assurance,
  ])

test('ASR-3: rows by the thousand are held against events by the page', async () => {
  const box = Array.from({ length: 2500 }, (_, index): SpineRow => ({ kind: 'thing', id: newId(), salt: newSalt(), content: [index] }))
  const house = boxOf(box)
  await withOwnDatabase(house, async (own) => {
    for (let start = 0; start < box.length; start += 500)
      await own.house.within(operator, (ctx) => record(ctx, 'thing.made', newId(), {}, { rows: box.slice(start, start + 500) }))
    assert.deepEqual((await own.house.within(operator, verify)).problems, [])
    const [removed] = box.splice(1700, 1)
    const changed = box[900]!
    box[900] = { ...changed, content: ['other'] }
    const { problems } = await own.house.within(operator, verify)
    assert.deepEqual(
      problems.map(({ id, fault }) => [id, fault]),
      [
        [changed.id, 'changed'],
        [removed!.id, 'removed'],
      ],
    )
  })()
})

test(
  'ASR-3: a row of a kind that nobody can read is said to be unchecked',
  withOwnDatabase(gather([assurance]), async (own) => {
    await own.house.within(operator, (ctx) =>
      record(ctx, 'thing.made', newId(), {}, { rows: [{ kind: 'thing', id: newId(), salt: newSalt(), content: [] }] }),
    )
    assert.deepEqual(
      (await own.house.within(operator, verify)).problems.map(({ kind, fault }) => [kind, fault]),
      [['thing', 'not checked']],
    )
  }),
)
