import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeFrame, themes } from '#capabilities/themes'
import type { Actor, Context } from '#platform/context.ts'
import { newId, newSalt } from '#platform/ids.ts'
import { gather } from '#platform/slots.ts'
import { inHouse } from '#platform/testing.ts'
import { keyOf, readKey } from './batch.ts'
import { codings } from './index.ts'

const slots = gather([themes, codings])
const operator: Actor = { kind: 'operator' }

/** A consultation that is open, with one answer in words. */
async function consultation({ db, commissioner, now, today }: Context) {
  const mine = { commissioner_id: commissioner.id }
  const [id, surveyId, versionId, responseId] = [newId(), newId(), newId(), newId()]
  await db
    .insertInto('surveys')
    .values({ ...mine, id: surveyId, title: 'Six questions', added_at: now })
    .execute()
  const version = { ...mine, id: versionId, survey_id: surveyId, number: 1, promise: 'anonymous', questions: '[]', made_at: now }
  await db.insertInto('survey_versions').values(version).execute()
  const planned = { title: 'Clinic hours', slug: 'clinic-hours', summary: '', can_change: '', cannot_change: '' }
  const dates = { opens_on: '2026-03-01', closes_on: '2026-04-01', drafted_at: now }
  await db
    .insertInto('consultations')
    .values({ ...mine, ...planned, ...dates, id, survey_id: surveyId })
    .execute()
  await db
    .insertInto('consultation_publications')
    .values({ ...mine, consultation_id: id, published_at: now })
    .execute()
  const response = {
    ...mine,
    id: responseId,
    channel: 'web',
    survey_id: surveyId,
    survey_version_id: versionId,
    said_on: today,
    received_at: now,
    salt: newSalt(),
  }
  await db.insertInto('responses').values(response).execute()
  await db
    .insertInto('contributions')
    .values({ ...mine, id: newId(), response_id: responseId, words: 'Open later', salt: newSalt() })
    .execute()
  return id
}

test(
  'a consultation leads to coding its answers, already chosen, under its own name',
  inHouse(slots, async (house) => {
    const as = await house.staff('analyst')
    const id = await house.within(operator, consultation)
    const { frameId } = await house.within(operator, (ctx) =>
      makeFrame(ctx, { title: 'Hours', themes: [{ name: 'Evenings', definition: 'After six' }] }),
    )
    const [link] = await house.within(as, (ctx) => ctx.slots.neighboursOf(ctx, 'consultation', 'desk', id))
    const start = await house.get(link!.href, { as })
    assert.match(start.text, /Clinic hours/)
    const batch = /name="batch"[^>]*value="(survey-[^"]+)" checked/.exec(start.text)?.[1]
    const comment = await house.get((await house.get(`/testshire/desk/coding?batch=${batch}&frame=${frameId}`, { as })).location, { as })
    assert.match((await house.get(comment.location, { as })).text, /Open later/)
  }),
)

test(
  'a consultation that is not there, or another commissioner’s, leads nowhere',
  inHouse(slots, async (house) => {
    const id = await house.within(operator, consultation)
    const elsewhere = await house.addCommissioner('otherham')
    const links = (wanted: string) =>
      house.within(operator, (ctx) => ctx.slots.neighboursOf(ctx, 'consultation', 'desk', wanted), elsewhere)
    assert.deepEqual(await links(id), [])
    assert.deepEqual(await links('nonsense'), [])
  }),
)

test('a key names a survey or a source, and nothing else', () => {
  const id = newId()
  for (const kind of ['survey', 'source'] as const) assert.deepEqual(readKey(keyOf({ kind, id })), { kind, id })
  for (const key of ['', id, `person-${id}`, 'survey-1', `survey-${id}x`]) assert.equal(readKey(key), null)
})
