import assert from 'node:assert/strict'
import { test } from 'node:test'
import { consultations, draftConsultation, publishConsultation, setOutProposal } from '#capabilities/consultations'
import { contributions, receiveResponse } from '#capabilities/contributions'
import { people } from '#capabilities/people'
import { findReleasedSurvey, type Question, surveys } from '#capabilities/surveys'
import { gather } from '#platform/slots.ts'
import { withOwnDatabase } from '#platform/testing.ts'
import { invitations, useInvitation } from './index.ts'

const slots = gather([people, surveys, contributions, consultations, invitations])
const questions: Question[] = [{ key: 'q1', type: 'short-text', text: 'What do you think?' }]

test(
  'field 9: of many who send answers with one invitation at once, one is received; where receiving fails it is not spent; and by the next day no transaction number pairs the two',
  withOwnDatabase(slots, async ({ house, psql }) => {
    const { id, surveyId } = await house.within({ kind: 'operator' }, async (ctx) => {
      const text = { title: 'Closing the ward', slug: 'ward', summary: 'Beds.', canChange: 'When.', cannotChange: 'Money.' }
      const id = await draftConsultation(ctx, { ...text, opensOn: '2026-03-01', closesOn: '2026-03-31', promise: 'anonymous', questions })
      await setOutProposal(ctx, id, { answering: 'invited' })
      return publishConsultation(ctx, id)
    })
    const as = await house.staff('engagement lead')
    const made = await house.post(
      `/testshire/desk/consultations/${id}/invitations/codes`,
      { name: 'All', count: '1', instruction: 'Go' },
      { as },
    )
    const secret = /gt-slip__code">([^<]*)</.exec(made.text)![1]!
    const answer = (breaks = false) =>
      house.within({ kind: 'public' }, async (ctx) => {
        await useInvitation(ctx, { surveyId, secret })
        const version = (await findReleasedSurvey(ctx.db, surveyId))!
        const answers = [{ question: questions[0]!, choices: null, words: 'Keep it open' }]
        await receiveResponse(ctx, { version, answers, channel: 'web', place: null, personId: null })
        if (breaks) throw new Error('The line broke')
      })
    await assert.rejects(answer(true), /The line broke/)
    assert.equal((await psql('select from invitation_spendings')).rowCount, 0)

    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => answer()))
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
    assert.equal(refused.length, 7)
    for (const { reason } of refused) assert.match(String(reason), /has been used already/)
    assert.equal((await psql('select from responses')).rowCount, 1)
    assert.equal((await psql('select from invitation_spendings')).rowCount, 1)

    const paired = 'select from invitation_spendings s join responses r on r.xmin = s.xmin'
    assert.equal((await psql(paired)).rowCount, 1, 'on the day itself, as the README says')
    house.now = new Date('2026-03-11T03:00:00Z')
    await invitations.jobs!.at(-1)!.run((work) => house.within({ kind: 'system' }, work), {})
    assert.equal((await psql(paired)).rowCount, 0)
  }),
)
