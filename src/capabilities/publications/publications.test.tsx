import assert from 'node:assert/strict'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import { codeWords } from '#capabilities/codings'
import { closeConsultation, draftConsultation, publishConsultation } from '#capabilities/consultations'
import { contributionsOf, receiveResponse } from '#capabilities/contributions'
import { findSurvey, type Question } from '#capabilities/surveys'
import { makeFrame } from '#capabilities/themes'
import type { Actor } from '#platform/context.ts'
import { canonical } from '#platform/digests.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { slots } from '../../app.ts'

const operator: Actor = { kind: 'operator' }
const address = '/testshire/consultations/blood-tests/results'
const questions: Question[] = [
  {
    key: 'travel',
    type: 'one-of',
    text: 'How do you travel?',
    options: [
      { value: 'bus', label: '=By bus' },
      { value: 'car', label: 'By car' },
    ],
  },
  { key: 'why', type: 'long-text', text: 'Tell us more' },
  {
    key: 'age',
    type: 'one-of',
    text: 'How old are you?',
    block: 'equality',
    options: [
      { value: 'young', label: 'Under 40' },
      { value: 'middle', label: '40 to 69' },
      { value: 'old', label: '70 or over' },
    ],
  },
]

interface Group {
  people: number
  travel?: 'bus' | 'car'
  age?: 'young' | 'middle' | 'old'
  speaks?: boolean
  channel?: 'web' | 'paper'
}

/** A closed consultation that these people answered. */
async function answered(house: TestHouse, groups: readonly Group[]) {
  return house.within(operator, async (ctx) => {
    const words = { title: 'Blood tests', slug: 'blood-tests', summary: 'Where they are done.', canChange: 'Where', cannotChange: 'Nurses' }
    const id = await draftConsultation(ctx, { ...words, opensOn: '2026-03-01', closesOn: '2026-03-31', promise: 'linked', questions })
    const { surveyId } = await publishConsultation(ctx, id)
    const { frameId, themeIds } = await makeFrame(ctx, { title: 'Blood', themes: [{ name: 'Waiting', definition: 'How long' }] })
    const version = await findSurvey(ctx.db, surveyId)
    for (const { people, travel, age, speaks = false, channel = 'web' } of groups)
      for (let one = 0; one < people; one++) {
        const given = { travel: travel && [travel], age: age && [age] } as Record<string, string[] | undefined>
        const answers = version.questions.map((question) => ({
          question,
          choices: given[question.key] ?? null,
          words: question.key === 'why' && speaks ? 'The wait' : null,
        }))
        const { responseId } = await receiveResponse(ctx, {
          version,
          answers: answers.filter((answer) => answer.choices || answer.words),
          channel,
        })
        const [comment] = speaks ? await contributionsOf(ctx.db, [responseId]) : []
        if (comment) await codeWords(ctx, { contributionId: comment.id, span: null, themeIds: [themeIds.Waiting!] })
      }
    await closeConsultation(ctx, id, { reason: 'Enough' })
    return { id, surveyId, frameId, publication: `/testshire/desk/results/${surveyId}/publication` }
  })
}

const crowd: Group[] = [
  { people: 20, travel: 'car', age: 'middle' },
  { people: 15, travel: 'bus', age: 'middle', speaks: true },
  { people: 18, travel: 'car', age: 'old', speaks: true },
  { people: 22, travel: 'bus', age: 'old' },
  { people: 9, travel: 'bus', age: 'young' },
  { people: 3, travel: 'car', age: 'young', speaks: true },
]

const plain = (html: string) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
const byAge = (frameId: string) => ({ rows: ['question:travel', `theme:${frameId}`], by: 'equality:age' })
const bytesOf = async (house: TestHouse, path: string) => (await house.server.fastify.inject({ url: path })).rawPayload

test(
  'INS-3: crosses are chosen before publishing, and the preview shows exactly what everyone will see',
  inHouse(slots, async (house) => {
    const { publication, frameId, surveyId } = await answered(house, crowd)
    const lead = await house.staff('engagement lead')
    const form = await house.get(publication, { as: lead })
    for (const name of ['question:travel', `theme:${frameId}`, 'equality:age', 'channel', 'organisation'])
      assert.match(form.text, new RegExp(`value="${name}"`))
    assert.doesNotMatch(form.text, /Side by side<\/h2>\s*<p>What different groups said/)

    const chosen = byAge(frameId)
    const query = new URLSearchParams([...chosen.rows.map((row, at) => [`rows-${at}`, row]), ['by-0', chosen.by]])
    const preview = await house.get(`${publication}?${query}`, { as: lead })
    assert.match(preview.text, /How do you travel\?, by: How old are you\?/)
    assert.equal((await house.post(publication, chosen, { as: lead })).status, 303)
    const shown = await house.get(address)
    const figures = (html: string) => /<figure[\s\S]*<\/figure>/.exec(html.slice(html.indexOf('How people answered')))?.[0]
    assert.equal(figures(shown.text), figures(preview.text))
    assert.match((await house.get(`/testshire/desk/results/${surveyId}`, { as: lead })).text, /Correct what was published/)
    assert.equal((await house.post(publication, chosen, { as: lead })).status, 409, 'no second table to subtract from the first')
  }),
)

test(
  'INS-3: the group with a small number is counted together with another, in every table, and no number below 5 is anywhere in public',
  inHouse(slots, async (house) => {
    const { publication, frameId } = await answered(house, crowd)
    await house.post(publication, byAge(frameId), { as: await house.staff('engagement lead') })
    const { results } = JSON.parse((await house.get(`${address}/files/results.json`)).text)
    const numbers: number[] = []
    JSON.stringify(results, (_, value) => {
      if (typeof value === 'number') numbers.push(value)
      return value
    })
    assert.ok(numbers.length > 20)
    assert.deepEqual(
      numbers.filter((number) => number > 0 && number < 5),
      [],
    )
    const [travel, themes] = results.crosses
    assert.deepEqual(
      travel.columns.map(({ label }: { label: string }) => label),
      ['70 or over', 'The others together'],
    )
    assert.deepEqual(travel.together.columns, ['Under 40', '40 to 69'])
    assert.deepEqual(themes.columns, travel.columns)
    assert.deepEqual(
      travel.lines.map(({ label, total }: { label: string; total: number }) => [label, total]),
      [
        ['=By bus', 46],
        ['By car', 41],
      ],
    )
    assert.deepEqual(travel.counts, [
      [22, 24],
      [18, 23],
    ])
    assert.match(plain((await house.get(address)).text), /Groups counted together as few people are in them: Under 40; 40 to 69/)
  }),
)

test(
  'INS-3: where too few answered, a table says so and shows nothing',
  inHouse(slots, async (house) => {
    const { publication, frameId } = await answered(house, [
      { people: 6, travel: 'car', age: 'old' },
      { people: 5, travel: 'bus', age: 'young' },
    ])
    await house.post(publication, byAge(frameId), { as: await house.staff('engagement lead') })
    assert.match(plain((await house.get(address)).text), /Too few people answered for any group to be shown by itself/)
  }),
)

test(
  'INS-3: a choice that would tell too much, or of nothing that there is, is named and nothing is published',
  inHouse(slots, async (house) => {
    const { publication } = await answered(house, crowd)
    const lead = await house.staff('engagement lead')
    const wrong = [
      [{ rows: ['question:none'], by: ['channel'] }, /from the lists/],
      [{ rows: ['question:travel'], by: ['question:travel'] }, /as a question or as a group, not both/],
      [{ rows: ['question:travel'], by: [] }, /Choose which groups/],
      [{ rows: [], by: ['channel'] }, /Choose which questions or themes/],
      [{ rows: ['question:travel'], by: ['equality:age'], licence: 'Mine' }, /Choose a licence/],
    ] as const
    for (const [choice, said] of wrong) {
      const reply = await house.post(publication, choice as never, { as: lead })
      assert.equal(reply.status, 422)
      assert.match(reply.text, said)
      assert.match(reply.text, /href="#(rows|licence)"[\s\S]*id="(rows|licence)"/)
    }
    assert.equal((await house.get(address)).status, 404)
  }),
)

test(
  'INS-7: everyone can take the published figures as CSV, Excel, JSON and for SPSS, each with what its columns mean',
  inHouse(slots, async (house) => {
    const { publication, frameId } = await answered(house, crowd)
    const licence = 'Open Government Licence v3.0'
    await house.post(publication, { ...byAge(frameId), licence }, { as: await house.staff('engagement lead') })
    const { text } = await house.get(address)
    const files = [...text.matchAll(/href="([^"]*\/files\/([^"]*))"/g)]
    assert.deepEqual(
      files.map(([, , file]) => file),
      ['results.csv.zip', 'results.xlsx', 'results.json', 'results.spss.zip'],
    )

    const csv = unzipSync(await bytesOf(house, `${address}/files/results.csv.zip`))
    const all = strFromU8(csv['all-tables.csv']!)
    assert.match(all, /cross-1,"How do you travel\?, by: How old are you\?",'=By bus,70 or over,responses,22\r\n/)
    assert.match(strFromU8(csv['dictionary.csv']!), /a hidden number is not nought/)
    assert.match(strFromU8(csv['README.txt']!), /Licence: Open Government Licence v3.0/)
    assert.ok(csv['tables/cross-1.csv'] && csv['tables/responses.csv'])

    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await bytesOf(house, `${address}/files/results.xlsx`)) as never)
    assert.deepEqual(
      ['About', 'responses', 'cross-1', 'Dictionary'].map((name) => book.getWorksheet(name)?.name),
      ['About', 'responses', 'cross-1', 'Dictionary'],
    )
    assert.equal(book.getWorksheet('cross-1')!.getCell('A7').formula, undefined)

    const spss = unzipSync(await bytesOf(house, `${address}/files/results.spss.zip`))
    const [heads, ...lines] = strFromU8(spss['data.csv']!).trimEnd().split('\r\n')
    assert.equal(heads, 'table,row,column,measure,value')
    assert.ok(lines.length > 20 && lines.every((line) => /^\d+,\d+,\d+,\d+,\d*$/.test(line)))
    assert.match(strFromU8(spss['data.sps']!), /VALUE LABELS\r\n {2}table 1 'responses: Responses and comments'/)
    assert.equal((await house.get(`${address}/files/secrets.json`)).status, 404)
    assert.equal((await house.get(`${address}/files/constructor`)).status, 404)
  }),
)

test(
  'INS-7: the page stays at its address and says how to cite it; its fingerprint is that of what other programs read, and is in the history',
  inHouse(slots, async (house) => {
    const { publication, frameId, surveyId } = await answered(house, crowd)
    const lead = await house.staff('engagement lead')
    await house.post(publication, byAge(frameId), { as: lead })
    const json = JSON.parse((await house.get(`${address}/files/results.json`)).text)
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical(json.results)))
    assert.equal(json.sha256, Buffer.from(digest).toString('hex'))
    const shown = await house.get(address)
    assert.match(plain(shown.text), new RegExp(`\\(2026\\)\\. What we heard: Blood tests\\. Published .*${json.sha256}`))
    assert.match(plain(shown.text), /not a vote and not a sample/)
    await house.within(lead, async (ctx) => {
      const event = await ctx.db.selectFrom('events').select('detail').where('name', '=', 'result.published').executeTakeFirstOrThrow()
      assert.deepEqual(event.detail, { survey: surveyId, crosses: 2, sha256: json.sha256 })
    })
    const again = await house.get(address, { headers: { 'if-none-match': shown.header('etag') ?? '' } })
    assert.equal(again.status, 304)
  }),
)

test(
  'INS-7: a correction stands before the figures, in every download too, and changes none of them',
  inHouse(slots, async (house) => {
    const { publication, surveyId } = await answered(house, crowd)
    const correction = `/testshire/desk/results/${surveyId}/correction`
    const lead = await house.staff('engagement lead')
    assert.equal((await house.get(correction, { as: lead })).status, 404)
    await house.post(publication, {}, { as: lead })
    const before = JSON.parse((await house.get(`${address}/files/results.json`)).text)
    assert.equal((await house.post(correction, { note: 'No' }, { as: await house.staff('analyst') })).status, 403)
    const mistake = await house.post(correction, { note: ' ' }, { as: lead })
    assert.equal(mistake.status, 422)
    assert.match(mistake.text, /href="#note"[\s\S]*id="note"/)
    assert.equal((await house.post(correction, { note: 'Two forms were read twice.' }, { as: lead })).status, 303)
    assert.match(plain((await house.get(address)).text), /Correction, .*Two forms were read twice.*Who this is, and who it is not/)
    const after = JSON.parse((await house.get(`${address}/files/results.json`)).text)
    assert.deepEqual(after.results, before.results)
    assert.equal(after.corrections[0].note, 'Two forms were read twice.')
    assert.match((await house.get('/testshire/publications')).text, /corrected/)
  }),
)

test(
  'INS-7: all published results are on one page and in one feed',
  inHouse(slots, async (house) => {
    assert.match((await house.get('/testshire/publications')).text, /No results are published yet/)
    const { publication } = await answered(house, crowd)
    await house.post(publication, {}, { as: await house.staff('engagement lead') })
    assert.match((await house.get('/testshire/publications')).text, new RegExp(`href="${address}"[\\s\\S]*Blood tests`))
    const feed = await house.get('/testshire/publications/feed')
    assert.equal(feed.header('content-type'), 'application/feed+json; charset=utf-8')
    const { items } = JSON.parse(feed.text)
    assert.deepEqual(
      items.map(({ title, url }: { title: string; url: string }) => [title, url.endsWith(address)]),
      [['Blood tests', true]],
    )
  }),
)
