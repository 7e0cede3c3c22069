import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { codeWords } from '#capabilities/codings'
import { closeConsultation, draftConsultation, publishConsultation } from '#capabilities/consultations'
import { contributionsOf, receiveResponse, withhold } from '#capabilities/contributions'
import { consentWordings, recordConsent } from '#capabilities/people'
import { findSurvey, type Question } from '#capabilities/surveys'
import { makeFrame } from '#capabilities/themes'
import type { Actor } from '#platform/context.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { slots } from '../../app.ts'

const operator: Actor = { kind: 'operator' }
const address = '/testshire/consultations/blood-tests'

const questions: Question[] = [
  {
    key: 'travel',
    type: 'one-of',
    text: 'How do you travel?',
    options: [
      { value: 'bus', label: 'By bus' },
      { value: 'car', label: 'By car' },
      { value: 'air', label: 'By air' },
    ],
  },
  {
    key: 'times',
    type: 'some-of',
    text: 'When could you come?',
    options: [
      { value: 'early', label: 'Before work' },
      { value: 'late', label: 'After work' },
    ],
  },
  { key: 'why', type: 'long-text', text: 'Tell us more' },
]

interface Said {
  travel?: string
  times?: string[]
  why?: string
  themes?: string[]
  mayQuote?: boolean
  channel?: 'web' | 'paper'
}

/** A consultation that is open, with a frame to code what it brings. */
async function openConsultation(house: TestHouse) {
  return house.within(operator, async (ctx) => {
    const words = { title: 'Blood tests', slug: 'blood-tests', summary: 'Where they are done.', canChange: 'Where', cannotChange: 'Nurses' }
    const id = await draftConsultation(ctx, { ...words, opensOn: '2026-03-01', closesOn: '2026-03-31', promise: 'linked', questions })
    const { surveyId } = await publishConsultation(ctx, id)
    const frame = { title: 'Blood', themes: ['Parking', 'Waiting', 'Staff'].map((name) => ({ name, definition: `About ${name}` })) }
    return { id, surveyId, themeIds: (await makeFrame(ctx, frame)).themeIds }
  })
}

interface Recount {
  name: string
  comments: number
  responses: number
}

type Consultation = Awaited<ReturnType<typeof openConsultation>>

/** Someone answers; answers with the id of their comment, where they made one. */
const say = (
  house: TestHouse,
  { surveyId, themeIds }: Consultation,
  { travel, times, why, themes = [], mayQuote = false, channel = 'web' }: Said,
) =>
  house.within(operator, async (ctx) => {
    const version = await findSurvey(ctx.db, surveyId)
    const given = { travel: travel ? [travel] : null, times: times ?? null, why: null } as Record<string, string[] | null>
    const answers = version.questions.map((question) => ({
      question,
      choices: given[question.key] ?? null,
      words: question.key === 'why' ? (why ?? null) : null,
    }))
    const { responseId } = await receiveResponse(ctx, {
      version,
      answers: answers.filter(({ choices, words }) => choices || words),
      channel,
    })
    if (mayQuote) await recordConsent(ctx, { responseId, purpose: 'be quoted', wording: consentWordings['be quoted'] })
    const [comment] = await contributionsOf(ctx.db, [responseId])
    if (comment && themes.length > 0)
      await codeWords(ctx, { contributionId: comment.id, span: null, themeIds: themes.map((name) => themeIds[name]!) })
    return comment?.id ?? ''
  })

async function sayTimes(house: TestHouse, consultation: Consultation, times: number, said: Said) {
  for (let time = 0; time < times; time++) await say(house, consultation, said)
}

/** The rows of the chart's table with this caption: heads and cells as text. */
function tableOf(html: string, caption: string): string[][] {
  const table = html.split('<table').find((part) => new RegExp(`<caption[^>]*>\\s*${caption}`).test(part)) ?? ''
  const text = (cell: string) =>
    cell
      .replaceAll(/<span[^>]*nhsuk-table(?:-responsive)?__[a-z-]*heading[^>]*>[\s\S]*?<\/span>|<[^>]*>/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim()
  return [...table.matchAll(/<tr[\s\S]*?<\/tr>/g)]
    .slice(1)
    .map(([row]) => [...row.matchAll(/<t[hd][\s\S]*?<\/t[hd]>/g)].map(([cell]) => text(cell)))
}

test(
  'INS-3: every closed question is counted, in the order of its author, those nobody chose too, with who did not answer',
  inHouse(slots, async (house) => {
    const consultation = await openConsultation(house)
    await sayTimes(house, consultation, 6, { travel: 'car', times: ['early', 'late'] })
    await sayTimes(house, consultation, 2, { travel: 'bus', times: ['late'], channel: 'paper' })
    await say(house, consultation, { why: 'Too far' })
    const { text } = await house.get(`/testshire/desk/results/${consultation.surveyId}`, { as: await house.staff('auditor') })
    assert.deepEqual(tableOf(text, 'How do you travel'), [
      ['By bus (small number)', '2', '25%'],
      ['By car', '6', '75%'],
      ['By air', '0', '0%'],
    ])
    assert.match(text, /8 answered this question and 1 did not/)
    assert.deepEqual(tableOf(text, 'When could you come'), [
      ['Before work', '6', '75%'],
      ['After work', '8', '100%'],
    ])
    assert.match(text, /could choose more than one answer/)
    const channels = tableOf(text, 'Responses by how they came')
    assert.equal(
      channels.reduce((sum, row) => sum + Number(row[1]), 0),
      9,
    )
  }),
)

test(
  'INS-3: the counts of themes are those that SQL finds in the codings, whatever was coded, uncoded and withheld',
  inHouse(slots, async (house) => {
    const lead = await house.staff('engagement lead')
    const consultation = await openConsultation(house)
    const themes = Object.keys(consultation.themeIds)
    const comment = fc.record({
      themes: fc.subarray(themes),
      removed: fc.boolean(),
      withheld: fc.constantFrom(null, null, 'public' as const, 'everyone' as const),
    })
    let compared = 0
    for (const comments of fc.sample(fc.array(comment, { maxLength: 6 }), { numRuns: 6, seed: 11 })) {
      for (const { themes: spoken, removed, withheld } of comments) {
        const id = await say(house, consultation, { why: 'Words', themes: spoken })
        await house.within(lead, async (ctx) => {
          if (withheld) await withhold(ctx, id, { audience: withheld, reason: 'Names someone' })
          if (removed)
            await sql`insert into coding_removals select commissioner_id, id, ${lead.id}, now() from codings where contribution_id = ${id} limit 1`.execute(
              ctx.db,
            )
        })
      }
      const rows: Recount[] = await house.within(
        operator,
        async (ctx) =>
          (
            await sql<Recount>`
        select w.name, count(distinct c.id) as comments, count(distinct c.response_id) as responses
        from theme_wordings w
        left join (
          codings k join contributions c on c.id = k.contribution_id
          and not exists (select from coding_removals r where r.coding_id = k.id)
          and not exists (select from withholdings h where h.contribution_id = c.id and h.audience = 'everyone')
        ) on k.theme_id = w.theme_id
        group by w.name, w.position order by w.position`.execute(ctx.db)
          ).rows,
      )
      const { text } = await house.get(`/testshire/desk/results/${consultation.surveyId}`, { as: lead })
      const shown = tableOf(text, 'Blood').map((row) => [row[0]!.replace(' (small number)', ''), Number(row[1]), Number(row.at(-2))])
      if (rows.every((row) => row.comments === 0)) continue
      assert.deepEqual(
        shown,
        rows.map((row) => [row.name, row.responses, row.comments]),
      )
      compared++
    }
    assert.ok(compared > 3)
  }),
)

test(
  'INS-3: results are published once, by an engagement lead, after the consultation closed',
  inHouse(slots, async (house) => {
    const consultation = await openConsultation(house)
    await sayTimes(house, consultation, 6, { travel: 'car' })
    const lead = await house.staff('engagement lead')
    const publication = `/testshire/desk/results/${consultation.surveyId}/publication`
    assert.equal((await house.get(`${address}/results`)).status, 404)
    const early = await house.post(publication, {}, { as: lead })
    assert.equal(early.status, 409)
    assert.match(early.text, /when the consultation is closed/)
    assert.match(
      (await house.get(`/testshire/desk/results/${consultation.surveyId}`, { as: lead })).text,
      /when the consultation is closed/,
    )

    house.now = new Date('2026-04-01T09:00:00Z')
    for (const role of ['analyst', 'approver', 'auditor'] as const)
      assert.equal((await house.post(publication, {}, { as: await house.staff(role) })).status, 403)
    assert.match((await house.get(publication, { as: lead })).text, /What everyone will see[\s\S]*By car/)
    assert.equal((await house.post(publication, {}, { as: lead })).status, 303)
    const shown = await house.get(`${address}/results`)
    assert.equal(shown.status, 200)
    assert.match(shown.text, /We had 6 responses/)
    assert.match(shown.text, /not a vote and not a sample/)
    assert.match((await house.get(address)).text, /href="\/testshire\/consultations\/blood-tests\/results"/)
    assert.equal((await house.post(publication, {}, { as: lead })).status, 409)
  }),
)

test(
  'INS-3: on the public page small numbers are hidden, and no shown numbers leave one when taken from each other',
  inHouse(slots, async (house) => {
    const consultation = await openConsultation(house)
    await sayTimes(house, consultation, 20, { travel: 'car', times: ['early'], why: 'Words', themes: ['Waiting'] })
    await sayTimes(house, consultation, 9, { travel: 'air', times: ['late'], why: 'Words' })
    await sayTimes(house, consultation, 3, { travel: 'bus', times: ['early', 'late'], why: 'Words', themes: ['Parking'], channel: 'paper' })
    await house.within(operator, (ctx) => closeConsultation(ctx, consultation.id, { reason: 'Enough' }))
    const lead = await house.staff('engagement lead')
    await house.post(`/testshire/desk/results/${consultation.surveyId}/publication`, {}, { as: lead })
    const { text } = await house.get(`${address}/results`)
    assert.match(text, /We had 32 responses/)
    assert.deepEqual(
      tableOf(text, 'How do you travel').map(([label, count]) => [label, count]),
      [
        ['By bus', 'hidden'],
        ['By car', '20'],
        ['By air', 'hidden'],
      ],
    )
    assert.deepEqual(
      tableOf(text, 'When could you come').map(([label, count]) => [label, count]),
      [
        ['Before work', '23'],
        ['After work', '12'],
      ],
    )
    assert.deepEqual(
      tableOf(text, 'Responses by how').map(([label, count]) => [label, count]),
      [
        ['On this website', 'hidden'],
        ['On paper', 'hidden'],
      ],
    )
    assert.deepEqual(
      tableOf(text, 'Blood').map((row) => [row[0], row[1], row.at(-1)]),
      [
        ['Parking', 'hidden', 'hidden'],
        ['Waiting', '20', '20'],
        ['Staff', '0', '0'],
      ],
    )
    const numbers = [...text.replaceAll(/<[^>]*>/g, ' ').matchAll(/(?<![\w./:])\d+(?![\w%/:])/g)].map(([number]) => Number(number))
    assert.ok(!numbers.includes(3) && !numbers.includes(29))

    await say(house, consultation, { travel: 'bus' })
    assert.match((await house.get(`${address}/results`)).text, /We had 32 responses/)
  }),
)

test(
  'another commissioner’s staff find nothing, and nobody reads the desk unasked',
  inHouse(slots, async (house) => {
    const consultation = await openConsultation(house)
    await say(house, consultation, { travel: 'car' })
    const stranger = await house.staff('administrator', await house.addCommissioner('elsewhere'))
    const page = `/testshire/desk/results/${consultation.surveyId}`
    assert.equal((await house.get(page, { as: stranger })).status, 404)
    assert.equal((await house.get(page.replace('testshire', 'elsewhere'), { as: stranger })).status, 404)
    assert.equal((await house.get(page)).status, 303)
    for (const gone of ['00000000-0000-4000-8000-000000000000', 'nonsense'])
      assert.equal((await house.get(`/testshire/desk/results/${gone}`, { as: await house.staff('analyst') })).status, 404)
  }),
)

test(
  'what there is to count is listed, and an empty list says how it fills',
  inHouse(slots, async (house) => {
    const analyst = await house.staff('analyst')
    assert.match((await house.get('/testshire/desk/results', { as: analyst })).text, /Nobody has answered a survey yet/)
    const consultation = await openConsultation(house)
    await say(house, consultation, { travel: 'car' })
    assert.match(
      (await house.get('/testshire/desk/results', { as: analyst })).text,
      new RegExp(`href="/testshire/desk/results/${consultation.surveyId}"`),
    )
  }),
)
