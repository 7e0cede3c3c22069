import assert from 'node:assert/strict'
import { test } from 'node:test'
import { receiveResponse } from '#capabilities/contributions'
import { draftSurvey, type Question, releaseSurvey } from '#capabilities/surveys'
import { inHouse } from '#platform/testing.ts'
import { slots } from '../../app.ts'

const travel: Question = {
  key: 'travel',
  type: 'one-of',
  text: 'How do you travel?',
  options: [
    { value: 'o0', label: 'By bus' },
    { value: 'o1', label: 'By car' },
  ],
}
const words = (html: string) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')

test(
  'INS-4: weighted shares stand beside the plain ones when they are asked for, with what they cost, and never instead of them',
  inHouse(slots, async (house) => {
    const lead = await house.staff(['engagement lead', 'analyst'])
    const sex: Question = {
      key: 'equality-sex',
      type: 'one-of',
      text: 'What is your sex?',
      options: [
        { value: 'female', label: 'Female' },
        { value: 'male', label: 'Male' },
      ],
      block: 'equality',
    }
    const version = await house.within(lead, async (ctx) => {
      const drafted = await draftSurvey(ctx, { title: 'Weighed', promise: 'linked', questions: [travel, sex] })
      await releaseSurvey(ctx, drafted.surveyId)
      for (const [choice, self, times] of [
        ['o0', 'female', 24],
        ['o1', 'female', 6],
        ['o1', 'male', 10],
      ] as const)
        for (let time = 0; time < times; time++)
          await receiveResponse(ctx, {
            version: drafted,
            answers: [
              { question: travel, choices: [choice], words: null },
              { question: sex, choices: [self], words: null },
            ],
            channel: 'web',
          })
      return drafted
    })
    const csv = [{ name: 'a.csv', bytes: Buffer.from('group,count\nFemale,500\nMale,500') }]
    const source = { source: 'Census 2021', characteristic: 'sex', title: 'The sex of Beckdale' }
    await house.post('/testshire/desk/populations', source, { as: lead, files: { file: csv } })
    const weighting = { title: 'By sex', characteristics: 'equality-sex', trim: 'none', unsaid: 'left out' }
    assert.equal((await house.post(`/testshire/desk/weightings/${version.surveyId}`, weighting, { as: lead })).status, 303)

    const at = `/testshire/desk/results/${version.surveyId}`
    const plain = words((await house.get(at, { as: lead })).text)
    assert.match(plain, /Show weighted shares beside the plain ones: By sex/)
    assert.doesNotMatch(plain, /Kish/)
    for (const query of ['weighted=1', 'rows=question:travel&weighted=1']) {
      const shown = words((await house.get(`${at}?${query}`, { as: lead })).text)
      // 24 of 30 women, each of whom counts for two thirds: 16 of 40.
      assert.match(shown, /By bus 24 60% 40%/, query)
      assert.match(shown, /40 responses that have a weight tell as much as 30 would[^.]*Kish’s design effect 1\.33/)
    }
  }),
)
