import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { receiveResponse } from '#capabilities/contributions'
import { draftSurvey, type Question, readAnswers, releaseSurvey, type SurveyVersion, typeOf } from '#capabilities/surveys'
import { render } from '#design'
import type { Actor } from '#platform/context.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { slots } from '../../app.ts'
import { ChooseVariant, InVariant, inWordsOf, listOffered, missingFrom } from './index.ts'
import { textPlaces } from './text-place.ts'

const operator: Actor = { kind: 'operator' }

const travel: Question = {
  key: 'q1',
  type: 'one-of',
  text: 'How do you get there?',
  hint: 'Think of the last time.',
  options: [
    { value: 'bus', label: 'By bus' },
    { value: 'car', label: 'By car' },
  ],
}
const agree: Question = { key: 'q2', type: 'yes-no', text: 'Do you agree?' }
const questions = [travel, agree]
const version = { title: 'The clinic', questions, surveyId: '' }

const welsh = {
  title: 'Y clinig',
  'q1.text': 'Sut ydych chi’n cyrraedd yno?',
  'q1.choice.bus': 'Ar y bws',
  'q2.choice.yes': 'Ydw',
}

test('SAY-5: a variant changes words and nothing else, so that answers join', () => {
  const said = inWordsOf(version, welsh)
  assert.equal(said.title, 'Y clinig')
  assert.deepEqual(said.questions[0]!.options, [
    { value: 'bus', label: 'Ar y bws' },
    { value: 'car', label: 'By car' },
  ])
  assert.equal(said.questions[0]!.hint, 'Think of the last time.')
  const body = { q1: 'bus', q2: 'yes' }
  const given = ({ answers }: ReturnType<typeof readAnswers>) => answers.map(({ question, choices }) => [question.key, choices])
  assert.deepEqual(given(readAnswers(said, body)), given(readAnswers(version, body)))
  assert.match(render(typeOf(agree).Field({ question: said.questions[1]!, values: {}, errors: {} })), />\s*Ydw/)
})

test('SAY-5: what is missing is listed, place by place, and nothing is when all is written', () => {
  assert.deepEqual(
    missingFrom(version, welsh).map(({ at }) => at),
    ['optional', 'q1.hint', 'q1.choice.car', 'q2.text', 'q2.choice.no'],
  )
  const all = Object.fromEntries(textPlaces(version).map(({ at }) => [at, 'x']))
  assert.deepEqual(missingFrom(version, all), [])
})

test('SAY-5: whatever words are written, the questions keep their keys, kinds, values and conditions', () => {
  const places = textPlaces(version).map(({ at }) => at)
  fc.assert(
    fc.property(fc.dictionary(fc.oneof(fc.constantFrom(...places), fc.string()), fc.string()), (texts) => {
      const said = inWordsOf(version, texts)
      const bones = (those: readonly Question[]) =>
        those.map(({ key, type, asked, options }) => [key, type, asked, options?.map(({ value }) => value)])
      assert.deepEqual(bones(said.questions), bones(questions))
    }),
  )
})

test('PUB-3: words from right to left are drawn so, and each link is in its own language', () => {
  const arabic = { code: 'ar', name: 'العربية', language: 'ar', kind: 'language' as const }
  assert.match(render(<InVariant variant={arabic}>x</InVariant>), /lang="ar" dir="rtl"/)
  assert.match(render(<ChooseVariant variants={[arabic]} hrefOf={(code) => `?in=${code}`} />), /href="\?in=ar" lang="ar" hreflang="ar"/)
})

const surveyIn = (house: TestHouse): Promise<SurveyVersion> =>
  house.within(operator, async (ctx) => {
    const survey = await draftSurvey(ctx, { title: 'The clinic', promise: 'linked', questions })
    await releaseSurvey(ctx, survey.surveyId)
    return survey
  })

test(
  'SAY-5: a language is added, written and offered, and its reach is counted with the rest',
  inHouse(slots, async (house) => {
    const lead = await house.staff('engagement lead')
    const survey = await surveyIn(house)
    const home = `/testshire/desk/surveys/${survey.surveyId}/variants`
    assert.match((await house.get(home, { as: lead })).text, /Add a language, Easy Read/)

    const nameless = await house.post(home, { kind: 'language', language: 'cy', name: '' }, { as: lead })
    assert.equal(nameless.status, 422)
    assert.match(nameless.text, /href="#name"/)
    assert.match(nameless.text, /value="cy"/)

    const added = await house.post(home, { kind: 'language', language: 'cy', name: 'Cymraeg' }, { as: lead })
    assert.equal(added.location, `${home}/cy`)
    assert.equal((await house.post(home, { kind: 'language', language: 'cy', name: 'Cymraeg' }, { as: lead })).status, 409)
    assert.equal((await house.post(`${home}/cy/offer`, {}, { as: lead })).status, 409)

    await house.post(`${home}/cy/texts`, { 'text-title': 'Y clinig', 'text-q1.text': 'Sut?' }, { as: lead })
    const page = await house.get(`${home}/cy`, { as: lead })
    assert.match(page.text, /What is missing: \d+ texts/)
    assert.match((await house.get(`${home}/cy/texts`, { as: lead })).text, /Y clinig/)
    await house.post(`${home}/cy/offer`, {}, { as: lead })
    await house.within(operator, async (ctx) => {
      assert.deepEqual(
        (await listOffered(ctx.db, survey.surveyId)).map(({ code, texts }) => [code, texts.title]),
        [['cy', 'Y clinig']],
      )
      const answers = [{ question: travel, choices: ['bus'], words: null }]
      await receiveResponse(ctx, { version: survey, answers, channel: 'web', variant: 'cy' })
      await receiveResponse(ctx, { version: survey, answers, channel: 'web' })
    })
    const list = (await house.get(home, { as: lead })).text
    assert.match(list, /Cymraeg[\s\S]*?>\s*1\s*</)

    const silent = await house.post(`${home}/cy/withdrawal`, { reason: '' }, { as: lead })
    assert.equal(silent.status, 422)
    await house.post(`${home}/cy/withdrawal`, { reason: 'The translation had mistakes' }, { as: lead })
    assert.deepEqual(await house.within(operator, (ctx) => listOffered(ctx.db, survey.surveyId)), [])
  }),
)

test(
  'SAY-5: a recording is public while its variant is offered; what is no recording is refused with the reason beside the field',
  inHouse(slots, async (house) => {
    const lead = await house.staff('engagement lead')
    const survey = await surveyIn(house)
    const home = `/testshire/desk/surveys/${survey.surveyId}/variants`
    await house.post(home, { kind: 'audio' }, { as: lead })
    const lie = { recording: [{ name: 'question.mp3', bytes: Buffer.from('<html>not a recording</html>') }] }
    const refused = await house.post(`${home}/audio/recordings`, { part: 'q1' }, { as: lead, files: lie })
    assert.equal(refused.status, 422)
    assert.match(refused.text, /href="#recording"/)

    // A frame header of MPEG-1 layer III (ISO/IEC 11172-3), and silence.
    const frame = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(413)])
    const sound = { recording: [{ name: 'question.mp3', bytes: Buffer.concat([frame, frame, frame]) }] }
    assert.equal((await house.post(`${home}/audio/recordings`, { part: 'q1' }, { as: lead, files: sound })).status, 303)
    const src = /src="(\/testshire\/recordings\/[^"]+)"/.exec((await house.get(`${home}/audio/recordings`, { as: lead })).text)![1]!
    assert.equal((await house.get(src)).status, 404)
    assert.equal((await house.get(src, { as: lead })).status, 200)
    await house.post(`${home}/audio/offer`, {}, { as: lead })
    assert.equal((await house.get(src)).status, 200)
  }),
)

test(
  'SAY-5: only those who write the questions make variants; another commissioner finds none',
  inHouse(slots, async (house) => {
    const survey = await surveyIn(house)
    const home = `/testshire/desk/surveys/${survey.surveyId}/variants`
    const analyst = await house.staff('analyst')
    assert.equal((await house.post(home, { kind: 'bsl' }, { as: analyst })).status, 403)
    assert.doesNotMatch((await house.get(home, { as: analyst })).text, /Add a language or format/)
    const other = await house.addCommissioner('othershire')
    const stranger = await house.staff('administrator', other)
    assert.equal((await house.get(`/othershire/desk/surveys/${survey.surveyId}/variants`, { as: stranger })).status, 404)
  }),
)
