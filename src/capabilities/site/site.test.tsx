import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { draftConsultation, publishConsultation } from '#capabilities/consultations'
import { consentWordings } from '#capabilities/people'
import { contactPromises, promiseSentences } from '#capabilities/surveys'
import { render } from '#design'
import { readGlossary } from '#platform/glossary.ts'
import { inHouse } from '#platform/testing.ts'
import { slots } from '../../app.ts'
import { frontPage } from './index.ts'

const said = (text: string) => text.replaceAll('&#39;', "'").replaceAll('&amp;', '&')

test(
  'the home page says what is open, and when nothing is',
  inHouse(slots, async (house) => {
    assert.match((await house.get('/testshire')).text, /Nothing is open at the moment/)
    const words = { title: 'Clinic hours', slug: 'clinic-hours', summary: 'Later.', canChange: 'Hours', cannotChange: 'Place' }
    const question = { key: 'why', type: 'long-text', text: 'Why?' }
    await house.within({ kind: 'operator' }, async (ctx) => {
      const id = await draftConsultation(ctx, {
        ...words,
        opensOn: '2026-03-01',
        closesOn: '2026-03-12',
        promise: 'linked',
        questions: [question],
      })
      await publishConsultation(ctx, id)
    })
    assert.match(
      (await house.get('/testshire')).text,
      /href="\/testshire\/consultations\/clinic-hours"[\s\S]*12 March 2026[\s\S]*Closing soon/,
    )
  }),
)

test(
  'PUB-2: the glossary shows every word of docs/words.md',
  inHouse(slots, async (house) => {
    const { text } = await house.get('/testshire/words')
    const lines = readFileSync('docs/words.md', 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('- '))
    const { sections } = readGlossary(readFileSync('docs/words.md', 'utf8'))
    assert.equal(sections.flatMap(({ entries }) => entries).length, lines.length)
    for (const { word } of sections.flatMap(({ entries }) => entries)) assert.ok(said(text).includes(`<strong>${word}</strong>`), word)
  }),
)

test(
  'the privacy page repeats every promise and every consent word for word',
  inHouse(slots, async (house) => {
    const { text } = await house.get('/testshire/privacy')
    for (const sentence of [...contactPromises.map((promise) => promiseSentences[promise]), ...Object.values(consentWordings)])
      assert.ok(said(text).includes(sentence), sentence)
    assert.match(text, /href="\/testshire\/accessibility"/)
    assert.equal((await house.get('/testshire/accessibility')).status, 200)
  }),
)

test('the front page leads to every commissioner, and says when there is none', () => {
  assert.match(render(frontPage([{ slug: 'northmoor', name: 'NHS Northmoor' }]).html), /href="\/northmoor"[\s\S]*NHS Northmoor/)
  assert.match(render(frontPage([]).html), /no commissioner here yet/)
})
