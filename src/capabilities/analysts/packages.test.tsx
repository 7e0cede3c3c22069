import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { contributionsOf, receiveResponse, redact, withhold } from '#capabilities/contributions'
import { draftSurvey, type GivenAnswer, type Question, releaseSurvey } from '#capabilities/surveys'
import { makeFrame } from '#capabilities/themes'
import type { Actor, Staff } from '#platform/context.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { slots } from '../../app.ts'
import { findOpenPackage, packedParts } from './actions/take-package.ts'

const operator: Actor = { kind: 'operator' }
const way: Question = {
  key: 'way',
  type: 'one-of',
  text: 'How do you get there?',
  options: ['bus', 'car', 'camel'].map((value) => ({ value, label: `By ${value}` })),
}
const born: Question = { key: 'born', type: 'date', text: 'When were you born?' }
const why: Question = { key: 'why', type: 'long-text', text: 'Why do you say so?' }
const list = '/testshire/desk/analysis-packages'
const mine = '/testshire/desk/my-analysis'

/** Six came by bus, six by car and one by camel; each says why. */
async function heard(house: TestHouse) {
  const version = await house.within(operator, async (ctx) => {
    const drafted = await draftSurvey(ctx, { title: 'The walk-in centre', promise: 'linked', questions: [way, born, why] })
    await releaseSurvey(ctx, drafted.surveyId)
    return drafted
  })
  const ids: string[] = []
  for (const [at, choice] of [...Array(6).fill('bus'), ...Array(6).fill('car'), 'camel'].entries())
    await house.within({ kind: 'public' }, async (ctx) => {
      const answers: GivenAnswer[] = [
        { question: way, choices: [choice], words: null },
        { question: born, choices: ['1961-04-12'], words: null },
        { question: why, choices: null, words: at === 0 ? '=SUM(A1) is what it costs' : `Reason ${at}: the bus 🚌 is late` },
      ]
      ids.push((await receiveResponse(ctx, { version, answers, channel: 'web' })).responseId)
    })
  return { surveyId: version.surveyId, ids }
}

const typed = (analyst: Staff) => ({
  analyst: analyst.id,
  frame: '',
  title: 'Walk-in analysis',
  purpose: 'To count themes',
  agreement: 'C-2026-14',
  'starts-day': '10',
  'starts-month': '3',
  'starts-year': '2026',
  'ends-day': '20',
  'ends-month': '3',
  'ends-year': '2026',
})

async function packed(house: TestHouse) {
  const { surveyId, ids } = await heard(house)
  const lead = await house.staff('engagement lead')
  const analyst = await house.staff('independent analyst')
  const { frameId } = await house.within(operator, (ctx) =>
    makeFrame(ctx, { title: 'Access', themes: [{ name: 'Buses', definition: 'How buses run' }, { name: 'Cost' }] }),
  )
  const made = await house.post(`${list}/new?of=survey-${surveyId}`, { ...typed(analyst), frame: frameId }, { as: lead })
  return { surveyId, ids, lead, analyst, shown: made.location, id: made.location.split('/').at(-1)!, frameId }
}

const filesOf = (house: TestHouse, analyst: Staff, id: string) =>
  house.within(analyst, async (ctx) => {
    const parts: Uint8Array[] = []
    for await (const part of packedParts(ctx, await findOpenPackage(ctx, id))) parts.push(part)
    return Object.fromEntries(
      Object.entries(unzipSync(Buffer.concat(parts))).map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]),
    )
  })

test(
  'INS-6: a package lists what goes in and what is left out before it is made, and says what is wrong with all typed kept',
  inHouse(slots, async (house) => {
    const { surveyId } = await heard(house)
    const lead = await house.staff('engagement lead')
    const analyst = await house.staff('independent analyst')
    assert.match((await house.get(`${list}/new`, { as: lead })).text, /of=survey-/)
    const offer = (await house.get(`${list}/new?of=survey-${surveyId}`, { as: lead })).text
    assert.match(offer, /13 responses[\s\S]*13 comments[\s\S]*How do you get there\?[\s\S]*left out[\s\S]*When were you born/)
    const wrong = await house.post(`${list}/new?of=survey-${surveyId}`, { ...typed(analyst), purpose: '', 'ends-day': '9' }, { as: lead })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /Enter what it is for/)
    assert.match(wrong.text, /value="C-2026-14"/)
    const backwards = await house.post(`${list}/new?of=survey-${surveyId}`, { ...typed(analyst), 'ends-day': '9' }, { as: lead })
    assert.match(backwards.text, /must not be before the first day/)
    const stranger = await house.post(`${list}/new?of=survey-${surveyId}`, typed(lead), { as: lead })
    assert.equal(stranger.status, 409)
    assert.equal((await house.get(`${list}/new?of=survey-${surveyId}`, { as: await house.staff('analyst') })).status, 403)
    assert.equal((await house.get(`${list}/new?of=survey-${randomUUID()}`, { as: lead })).status, 404)
  }),
)

test(
  'INS-6: what an analyst takes has numbers and no ids, no rare answer, no birthday, words as they may be read, and a sum for each file',
  inHouse(slots, async (house) => {
    const { surveyId, ids, analyst, id, lead } = await packed(house)
    await house
      .within(lead, async (ctx) => {
        const said = async (at: number) => (await contributionsOf(ctx.db, [ids[at]!]))[0]!.id
        await withhold(ctx, await said(3), { audience: 'everyone', reason: 'Names a nurse' })
        await redact(ctx, await said(4), { spans: [{ startAt: 0, endAt: 6 }], reason: 'A name' })
      })
      .catch((error) => assert.fail(error))
    const files = await filesOf(house, analyst, id)
    const all = Object.values(files).join('\n')
    for (const secret of [surveyId, ...ids, '1961-04-12', 'camel;', 'Reason 3']) assert.ok(!all.includes(secret), secret)
    const lines = files['responses.csv']!.trim().split('\r\n')
    assert.equal(lines[0]!.replace('\uFEFF', ''), 'response,why (words)', 'one gap alone would tell who came by camel')
    assert.equal(lines.length, 14)
    assert.match(files['responses.csv']!, /,'=SUM/)
    assert.match(files['responses.jsonl']!, /"=SUM\(A1\) is what it costs"/)
    assert.match(files['responses.jsonl']!, /██████/)
    assert.match(files['README.txt']!, /12 comments[\s\S]*“How do you get there\?”: some of its answers are too rare/)
    assert.match(files['frame.csv']!, /Buses,How buses run/)
    assert.equal(files['question_part_1/responses.jsonl']!.trim().split('\n').length, 12)
    const manifest = JSON.parse(files['manifest.json']!) as { files: { name: string; sha256: string }[] }
    assert.equal(manifest.files.length, Object.keys(files).length - 1)
    for (const { name, sha256 } of manifest.files) assert.equal(createHash('sha256').update(files[name]!).digest('hex'), sha256, name)
    assert.deepEqual(await filesOf(house, analyst, id), files, 'the numbers stay')
  }),
)

test(
  'INS-6: only its own analyst takes a package, only between its days, each time written down, until access is taken back',
  inHouse(slots, async (house) => {
    const { lead, analyst, id, shown } = await packed(house)
    const other = await house.staff('independent analyst')
    assert.match((await house.get(mine, { as: analyst })).text, /Walk-in analysis/)
    assert.doesNotMatch((await house.get(mine, { as: other })).text, /Walk-in analysis/)
    assert.equal((await house.get(`${mine}/${id}`, { as: analyst })).status, 200)
    const taken = await house.post(`${mine}/${id}/download`, {}, { as: analyst })
    assert.equal(taken.status, 200)
    assert.match(taken.header('content-disposition') ?? '', /attachment; filename="analysis-package-2026-03-10\.zip"/)
    for (const reply of [await house.get(`${mine}/${id}`, { as: other }), await house.post(`${mine}/${id}/download`, {}, { as: other })])
      assert.equal(reply.status, 404)
    assert.equal((await house.post(`${mine}/${id}/download`, {}, { as: lead })).status, 403)
    assert.match(
      (await house.get(shown, { as: await house.staff('auditor') })).text,
      /Downloaded it whole[\s\S]*Began to download it[\s\S]*Looked at it/,
    )
    for (const [day, says] of [
      ['2026-03-09', /opens on a later day/],
      ['2026-03-21', /is over/],
    ] as const) {
      house.now = new Date(`${day}T12:00:00Z`)
      const late = await house.post(`${mine}/${id}/download`, {}, { as: analyst })
      assert.equal(late.status, 409)
      assert.match(late.text, says)
    }
    house.now = new Date('2026-03-11T12:00:00Z')
    assert.equal((await house.post(`${shown}/closure`, { reason: '' }, { as: lead })).status, 422)
    assert.equal((await house.post(`${shown}/closure`, { reason: 'The contract ended' }, { as: lead })).status, 303)
    assert.equal((await house.post(`${shown}/closure`, { reason: 'Again' }, { as: lead })).status, 409)
    assert.equal((await house.post(`${mine}/${id}/download`, {}, { as: analyst })).status, 409)
    assert.match((await house.get(shown, { as: lead })).text, /The contract ended/)
  }),
)

test(
  'INS-6: an independent analyst opens nothing of the desk but their packages, by any address',
  inHouse(slots, async (house) => {
    const { analyst, id, surveyId, frameId } = await packed(house)
    const own = /\/desk(\/my-analysis.*|\/account.*|\/sign-out)?$/
    const routes = house.server.routes.filter(({ access, pattern }) => access.kind === 'desk' && !own.test(pattern))
    assert.ok(routes.length > 200)
    for (const { method, pattern } of routes)
      for (const known of [id, surveyId, frameId, analyst.id]) {
        const url = pattern.replace(':commissioner', 'testshire').replaceAll(/:\w+/g, known)
        const { status } = method === 'get' ? await house.get(url, { as: analyst }) : await house.post(url, {}, { as: analyst })
        assert.ok(status === 403 || status === 404, `${method} ${url} ${status}`)
        if (!pattern.replace(':commissioner', '').includes('/:')) break
      }
    const desk = (await house.get('/testshire/desk', { as: analyst })).text
    const links = [...desk.matchAll(/href="(\/testshire\/desk\/[^"]+)"/g)].map(([, href]) => href)
    assert.deepEqual(
      [...new Set(links)].filter((href) => !/account|sign-out/.test(href!)),
      [mine],
    )
  }),
)

const back = (
  house: TestHouse,
  id: string,
  as: Staff,
  codings: Uint8Array | string,
  body = {},
  report?: { name: string; bytes: Uint8Array },
) =>
  house.post(`${mine}/${id}/return`, body, {
    as,
    files: { codings: [{ name: 'codings', bytes: Buffer.from(codings) }], ...(report && { report: [report] }) },
  })
const standing = (house: TestHouse) =>
  house.within(operator, ({ db }) => db.selectFrom('current_codings').select(['coder_name', 'coder_kind', 'start_at', 'end_at']).execute())

test(
  'INS-6: a return is checked wholly before anything is kept, and each mistake is said with its row',
  inHouse(slots, async (house) => {
    const { analyst, id, lead } = await packed(house)
    const wrong =
      'response,question,theme,start,end,sentiment\n99,why,Buses,,,\n2,where,Buses,,,\n2,why,Buses,,,\n2,why,buses,,,\n3,why,Cost,5,900,\n4,why,,,,7\nx,why,,,,\n'
    const reply = await back(house, id, analyst, wrong)
    assert.equal(reply.status, 422)
    for (const says of [
      /Row 2: there is no response 99/,
      /Row 3: there is no question “where”/,
      /Row 5: the same as Row 4/,
      /Row 6: start and end are not within/,
      /Row 7: sentiment must be/,
      /Row 8: response must be a number/,
    ])
      assert.match(reply.text, says)
    assert.match((await back(house, id, analyst, 'a,b\n1,2\n')).text, /no column “response” and no column “theme”/)
    assert.match((await back(house, id, analyst, 'PK nothing')).text, /The zip cannot be opened/)
    assert.match((await back(house, id, analyst, 'response,theme\n')).text, /no codings in it/)
    const program = await back(house, id, analyst, 'response,theme\n1,Cost\n', {}, { name: 'report.pdf', bytes: Buffer.from('MZ program') })
    assert.equal(program.status, 422)
    assert.match(program.text, /not what its name says/)
    const kept = await house.within(lead, ({ db }) => db.selectFrom('analysis_returns').select('id').execute())
    assert.deepEqual(kept, [])
  }),
)

test(
  'INS-6: what is returned counts once staff accept it, as one coder, with new themes added, its spans and its report; and no second return does',
  inHouse(slots, async (house) => {
    const { analyst, id, lead, shown } = await packed(house)
    const csv = 'response,theme,start,end,sentiment\n1,Buses,0,6,4\n2,Parking,,,\n3,,,,\n'
    const offer = await back(house, id, analyst, csv)
    assert.equal(offer.status, 422)
    assert.match(offer.text, /These themes are not in the frame[\s\S]*Parking/)
    const pdf = { name: 'report.pdf', bytes: Buffer.from('%PDF-1.4\n%%EOF') }
    assert.equal((await back(house, id, analyst, csv, { add: 'yes' }, pdf)).status, 303)
    assert.equal((await back(house, id, analyst, 'response,theme\n1,Cost\n')).status, 303)
    assert.deepEqual(await standing(house), [], 'not before it is accepted')
    const page = (await house.get(shown, { as: lead })).text
    const [second, first] = [...page.matchAll(/action="([^"]+\/acceptance)"/g)].map(([, href]) => href!)
    assert.match(page, /New themes[\s\S]*Parking/)
    const report = await house.get(/href="([^"]+\/report)"/.exec(page)![1]!, { as: lead })
    assert.match(report.text, /^%PDF/)
    assert.equal((await house.post(first!, {}, { as: analyst })).status, 403)
    assert.equal((await house.post(first!, {}, { as: lead })).status, 303)
    assert.equal((await house.post(second!, {}, { as: lead })).status, 409)
    const codings = await standing(house)
    assert.deepEqual(codings.map(({ coder_kind, start_at, end_at }) => [coder_kind, start_at, end_at]).sort(), [
      ['import', null, null],
      ['import', 0, 6],
    ])
    assert.match(codings[0]!.coder_name, /^Test independent analyst: Walk-in analysis/)
    const { finished, felt } = await house.within(operator, async ({ db }) => ({
      finished: await db.selectFrom('finished_comments').select('contribution_id').execute(),
      felt: await db.selectFrom('current_sentiments').select('value').execute(),
    }))
    assert.equal(finished.length, 3, 'the one that no theme fits too')
    assert.deepEqual(felt, [{ value: 4 }])
  }),
)

test(
  'INS-6: outputs of i.AI come back by either set of names, into a frame of their own where the package has none',
  inHouse(slots, async (house) => {
    const { surveyId } = await heard(house)
    const lead = await house.staff('engagement lead')
    const analyst = await house.staff('independent analyst')
    const made = await house.post(`${list}/new?of=survey-${surveyId}`, typed(analyst), { as: lead })
    const id = made.location.split('/').at(-1)!
    const part = 'outputs/mapping/2026-03-10/question_part_1'
    const zip = (mapping: string, sentiment: string) =>
      zipSync({
        [`${part}/themes.json`]: strToU8('[{"theme_key":"A","theme_name":"Late"},{"topic_id":"B","topic_label":"Dear"}]'),
        [`${part}/mapping.jsonl`]: strToU8(mapping),
        [`${part}/sentiment.jsonl`]: strToU8(sentiment),
        [`${part}/detail_detection.jsonl`]: strToU8('{"response_id":1,"evidence_rich":"YES"}\n'),
      })
    const bad = await back(house, id, analyst, zip('{"response_id":1,"labels":["Z"]}\n{}\n', '{"response_id":77,"position":"AGREE"}'))
    assert.equal(bad.status, 422)
    assert.match(bad.text, /mapping\.jsonl, line 1: themes\.json has no theme “Z”/)
    assert.match(bad.text, /mapping\.jsonl, line 2: it is no line of JSON with an id/)
    assert.match(bad.text, /sentiment\.jsonl, line 1: there is no response 77/)
    const good = zip(
      '{"response_id":1,"labels":["A","B"]}\n{"themefinder_id":2,"theme_keys":[]}\n',
      '{"themefinder_id":2,"sentiment":"DISAGREEMENT"}\n',
    )
    assert.equal((await back(house, id, analyst, good)).status, 303)
    const [accept] = [...(await house.get(made.location, { as: lead })).text.matchAll(/action="([^"]+\/acceptance)"/g)].map(
      ([, href]) => href!,
    )
    assert.equal((await house.post(accept!, {}, { as: lead })).status, 303)
    assert.equal((await standing(house)).length, 2)
  }),
)
