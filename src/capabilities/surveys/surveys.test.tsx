import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Staff } from '#platform/context.ts'
import { Refused } from '#platform/errors.ts'
import { newId, newSalt } from '#platform/ids.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { slots } from '../../app.ts'
import type { ContactPromise, Question } from './index.ts'
import { changePromise, draftSurvey, findReleasedSurvey, findSurvey, findSurveyVersion, readAnswers, releaseSurvey } from './index.ts'

const travel: Question = {
  key: 'travel',
  type: 'one-of',
  text: 'How do you travel?',
  options: [
    { value: 'bus', label: 'Bus' },
    { value: 'drive', label: 'I drive' },
  ],
}
const why: Question = { key: 'why', type: 'long-text', text: 'Why?' }

async function draft(
  house: TestHouse,
  lead: Staff,
  { promise = 'linked', questions = [travel, why] }: { promise?: ContactPromise; questions?: Question[] } = {},
) {
  const { surveyId } = await house.within(lead, (ctx) => draftSurvey(ctx, { title: 'Clinic hours', promise, questions }))
  const at = (rest = '') => `/testshire/desk/surveys/${surveyId}${rest}`
  return { surveyId, at, find: () => house.within(lead, (ctx) => findSurvey(ctx.db, surveyId)) }
}

const release = (house: TestHouse, lead: Staff, surveyId: string) => house.within(lead, (ctx) => releaseSurvey(ctx, surveyId))

/** One response as the public sends it, laid straight into the tables of those who keep it. */
const answer = (house: TestHouse, surveyId: string, body: Record<string, string>) =>
  house.within({ kind: 'public' }, async ({ db, commissioner, now }) => {
    const version = await findReleasedSurvey(db, surveyId)
    assert.ok(version)
    const [id, salt] = [newId(), newSalt()]
    const of = { commissioner_id: commissioner.id, response_id: id }
    const asked = { survey_id: surveyId, survey_version_id: version.id }
    await db
      .insertInto('responses')
      .values({ commissioner_id: commissioner.id, id, channel: 'web', ...asked, said_on: '2026-03-10', received_at: now, salt })
      .execute()
    for (const { question, choices, words } of readAnswers(version, body).answers) {
      if (choices)
        await db
          .insertInto('answers')
          .values({ ...of, question_key: question.key, choices })
          .execute()
      if (words)
        await db
          .insertInto('contributions')
          .values({ ...of, id: newId(), question_key: question.key, words, salt })
          .execute()
    }
  })

test(
  'SAY-1: a survey is built without JavaScript: add, edit, move, remove, preview',
  inHouse(slots, async (house) => {
    const lead = await house.staff('engagement lead')
    const { at, find } = await draft(house, lead, { questions: [] })
    assert.match((await house.get(at(), { as: lead })).text, /There are no questions yet/)
    assert.match((await house.get(at('/new-question'), { as: lead })).text, /How will people answer[\s\S]*value="some-of"/)
    assert.match((await house.get(at('/new-question?type=some-of'), { as: lead })).text, /Answers to choose from/)

    const none = await house.post(at('/questions'), { type: 'one-of', text: ' ', labels: 'Bus' }, { as: lead })
    assert.equal(none.status, 422)
    assert.match(none.text, /href="#text"[\s\S]*href="#labels"[\s\S]*>Bus<\/textarea>/)

    await house.post(
      at('/questions'),
      { type: 'one-of', text: 'How do you travel?', labels: 'Bus\nI drive', other: 'yes', required: 'yes' },
      { as: lead },
    )
    const added = await house.post(
      at('/questions'),
      { type: 'long-text', text: 'Why?', hint: 'In your own words', limit: '' },
      { as: lead },
    )
    assert.equal(added.status, 303)
    const bus = { value: 'bus', label: 'Bus' }
    const drive = { value: 'i-drive', label: 'I drive' }
    assert.deepEqual((await find()).questions, [
      { key: 'q1', type: 'one-of', text: 'How do you travel?', required: true, other: true, options: [bus, drive] },
      { key: 'q2', type: 'long-text', text: 'Why?', limit: 5000, hint: 'In your own words' },
    ])

    assert.match(
      (await house.get(at('/questions/q1'), { as: lead })).text,
      /value="How do you travel\?"[\s\S]*>Bus&#10;I drive<\/textarea>|>Bus\nI drive<\/textarea>/,
    )
    await house.post(at('/questions/q1'), { type: 'some-of', text: 'How did you travel?', labels: 'I drive\nWalk\nBus' }, { as: lead })
    await house.post(at('/questions/q1/place'), { direction: 'down' }, { as: lead })
    await house.post(at('/questions/q1/place'), { direction: 'down' }, { as: lead })
    assert.deepEqual(
      (await find()).questions.map(({ key, type }) => [key, type]),
      [
        ['q2', 'long-text'],
        ['q1', 'some-of'],
      ],
    )
    assert.deepEqual((await find()).questions[1]?.options, [drive, { value: 'walk', label: 'Walk' }, bus])

    const preview = await house.get(at('/preview'), { as: lead })
    assert.match(preview.text, /Why\? \(optional\)[\s\S]*How did you travel\? \(optional\)[\s\S]*value="walk"/)
    assert.doesNotMatch(preview.text, /method="post" action="[^"]*(preview|respond)/)

    assert.match((await house.get(at('/questions/q2/removal'), { as: lead })).text, /Remove this question\?/)
    await house.post(at('/questions/q2/removal'), {}, { as: lead })
    await house.post(at('/questions'), { type: 'short-text', text: 'A name?' }, { as: lead })
    assert.deepEqual(
      (await find()).questions.map(({ key }) => key),
      ['q1', 'q2'],
    )
    assert.match((await house.get(at(), { as: lead })).text, /Added a question[\s\S]*Test engagement lead/)
    assert.equal((await find()).number, 1)
  }),
)

test(
  'SAY-1: a released version never changes; a change makes the next, which nobody answers until it is released',
  inHouse(slots, async (house) => {
    const lead = await house.staff('engagement lead')
    const { surveyId, at, find } = await draft(house, lead)
    const first = await find()
    await release(house, lead, surveyId)
    await house.post(at('/questions/why'), { type: 'long-text', text: 'Why, in your own words?' }, { as: lead })
    await house.post(at('/questions'), { type: 'short-text', text: 'Anything else?' }, { as: lead })

    const next = await find()
    assert.deepEqual([next.number, next.released, next.questions.length], [2, false, 3])
    const kept = await house.within(lead, (ctx) => findSurveyVersion(ctx.db, first.id))
    assert.deepEqual([kept.questions, kept.released], [first.questions, true])
    const live = () => house.within({ kind: 'public' }, (ctx) => findReleasedSurvey(ctx.db, surveyId))
    assert.equal((await live())?.id, first.id)
    assert.match((await house.get(at(), { as: lead })).text, /People still answer version 1/)

    assert.equal((await house.post(at('/release'), {}, { as: lead })).status, 303)
    assert.equal((await live())?.number, 2)
    const again = await house.post(at('/release'), {}, { as: lead })
    assert.deepEqual([again.status, /There is nothing new to release/.test(again.text)], [409, true])
  }),
)

test(
  'SAY-1: the database itself refuses to change a released version',
  inHouse(slots, async (house) => {
    const lead = await house.staff('engagement lead')
    const { surveyId } = await draft(house, lead)
    const change = () =>
      house.within(lead, (ctx) =>
        ctx.db.updateTable('survey_versions').set({ questions: '[]' }).where('survey_id', '=', surveyId).execute(),
      )
    await change()
    await house.within(lead, (ctx) =>
      ctx.db
        .updateTable('survey_versions')
        .set({ questions: JSON.stringify([why]) })
        .where('survey_id', '=', surveyId)
        .execute(),
    )
    await release(house, lead, surveyId)
    await assert.rejects(change, /never changed/)
  }),
)

test(
  'SAY-1: a question that people answered is not removed or retyped, and a choice they made stays',
  inHouse(slots, async (house) => {
    const lead = await house.staff('engagement lead')
    const { surveyId, at } = await draft(house, lead)
    await release(house, lead, surveyId)
    await answer(house, surveyId, { travel: 'bus' })

    const removal = await house.post(at('/questions/travel/removal'), {}, { as: lead })
    assert.deepEqual([removal.status, /One person answered this question, so it cannot be removed/.test(removal.text)], [409, true])
    const retyped = await house.post(at('/questions/travel'), { type: 'short-text', text: 'How do you travel?' }, { as: lead })
    assert.deepEqual([retyped.status, /its type cannot change/.test(retyped.text)], [409, true])
    const reworded = await house.post(at('/questions/travel'), { type: 'one-of', text: 'How?', labels: 'Coach\nI drive' }, { as: lead })
    assert.deepEqual([reworded.status, /One person chose “Bus”, so it has to stay/.test(reworded.text)], [409, true])

    assert.equal(
      (await house.post(at('/questions/travel'), { type: 'one-of', text: 'How?', labels: 'Tram\nBus' }, { as: lead })).status,
      303,
    )
    assert.equal((await house.post(at('/questions/why/removal'), {}, { as: lead })).status, 303)
  }),
)

test(
  'SAY-1: words hold a question as ticks do',
  inHouse(slots, async (house) => {
    const lead = await house.staff('engagement lead')
    const { surveyId, at } = await draft(house, lead)
    await release(house, lead, surveyId)
    await answer(house, surveyId, { why: 'It is far' })
    assert.equal((await house.post(at('/questions/why/removal'), {}, { as: lead })).status, 409)
    assert.equal((await house.post(at('/questions/travel/removal'), {}, { as: lead })).status, 303)
  }),
)

test(
  'field 6: questions are edited while people have answered only some of them, and have taken answers back',
  inHouse(slots, async (house) => {
    const lead = await house.staff('engagement lead')
    const { surveyId, at, find } = await draft(house, lead)
    await release(house, lead, surveyId)
    await answer(house, surveyId, { travel: 'bus' })
    const edit = (key: string, body: Record<string, string>) => house.post(at(`/questions/${key}`), body, { as: lead })
    assert.equal((await edit('why', { type: 'some-of', text: 'Why so?', labels: 'Cost\nTime' })).status, 303)
    assert.equal((await edit('travel', { type: 'one-of', text: 'How do you travel?', labels: 'Bus\nTram' })).status, 303)
    assert.equal((await house.post(at('/questions/travel/place'), { direction: 'down' }, { as: lead })).status, 303)
    assert.deepEqual(
      (await find()).questions.map(({ key, type }) => [key, type]),
      [
        ['why', 'some-of'],
        ['travel', 'one-of'],
      ],
    )

    await house.within({ kind: 'public' }, async ({ db, commissioner, now }) => {
      const rows = await db.selectFrom('responses').select('id').where('survey_id', '=', surveyId).execute()
      const withdrawals = rows.map(({ id }) => ({ commissioner_id: commissioner.id, response_id: id, withdrawn_at: now }))
      await db.insertInto('response_withdrawals').values(withdrawals).execute()
    })
    // What was taken back is kept, so what it answered stays as it was asked.
    assert.equal((await house.post(at('/questions/travel/removal'), {}, { as: lead })).status, 409)
    assert.match((await house.get(at(), { as: lead })).text, /Responses so far[\s\S]*?>\s*0\s*</)
  }),
)

test(
  'field 11: anonymity cannot be switched off after the first answer: a promise becomes stricter and never looser, even after it was made stricter',
  inHouse(slots, async (house) => {
    const lead = await house.staff('engagement lead')
    const { surveyId, at, find } = await draft(house, lead, { promise: 'anonymous' })
    assert.equal((await house.post(at('/promise'), { promise: 'linked' }, { as: lead })).status, 303)
    await release(house, lead, surveyId)
    await answer(house, surveyId, { why: 'It is far' })

    const looser = await house.post(at('/promise'), { promise: 'named' }, { as: lead })
    assert.deepEqual([looser.status, /You can make it stricter, not looser/.test(looser.text)], [409, true])
    assert.equal((await house.post(at('/promise'), { promise: 'anonymous' }, { as: lead })).status, 303)
    assert.equal((await find()).promise, 'anonymous')
    // Nobody has answered under the stricter one yet, so that goes back; the first promise still holds.
    await house.within(lead, (ctx) => changePromise(ctx, surveyId, 'linked'))
    await assert.rejects(
      house.within(lead, (ctx) => changePromise(ctx, surveyId, 'named')),
      Refused,
    )
  }),
)

test(
  'SAY-1: auditors and analysts look at the questions and cannot change them; others are told nothing',
  inHouse(slots, async (house) => {
    const lead = await house.staff('engagement lead')
    const { at } = await draft(house, lead)
    for (const role of ['auditor', 'analyst', 'approver'] as const) {
      const as = await house.staff(role)
      const shown = await house.get(at(), { as })
      assert.equal(shown.status, 200)
      assert.doesNotMatch(shown.text, /Add a question<|Move up|Remove</)
      assert.equal((await house.post(at('/questions'), { type: 'short-text', text: 'Mischief?' }, { as })).status, 403)
    }
    const stranger = await house.staff('engagement lead', await house.addCommissioner('elsewhere'))
    assert.equal((await house.get(at(), { as: stranger })).status, 404)
    assert.equal((await house.get('/testshire/desk/surveys/not-an-id', { as: lead })).status, 404)
    assert.equal((await house.get(at('/questions/none'), { as: lead })).status, 404)
  }),
)
