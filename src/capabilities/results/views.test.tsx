import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codeWords, judgeSentiment } from '#capabilities/codings'
import { contributionsOf, receiveResponse } from '#capabilities/contributions'
import { consentWordings, recordConsent } from '#capabilities/people'
import { draftSurvey, type Question, releaseSurvey } from '#capabilities/surveys'
import { makeFrame } from '#capabilities/themes'
import type { Staff } from '#platform/context.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { slots } from '../../app.ts'

const options = (...labels: string[]) => labels.map((label, at) => ({ value: `o${at}`, label }))
const questions: Question[] = [
  { key: 'travel', type: 'one-of', text: 'How do you travel?', options: options('=1+1', '🚌 <b>bus</b>', 'سيارة') },
  { key: 'agree', type: 'agreement', text: 'The plan is fair' },
  { key: 'order', type: 'ranking', text: 'What comes first?', options: options('Near', 'Soon', 'Kind') },
  { key: 'many', type: 'drop-down', text: 'Which of many?', options: options(...Array.from({ length: 50 }, (_, at) => `Place ${at}`)) },
  { key: 'why', type: 'long-text', text: 'Why?' },
]

interface Said {
  travel?: string
  agree?: string
  order?: string[]
  why?: string
  themes?: string[]
  channel?: 'web' | 'paper'
  mayQuote?: boolean
  sentiment?: number
}

async function survey(house: TestHouse) {
  const lead = await house.staff(['engagement lead', 'analyst'])
  const made = await house.within(lead, async (ctx) => {
    const version = await draftSurvey(ctx, { title: 'Clinics', promise: 'linked', questions })
    await releaseSurvey(ctx, version.surveyId)
    const themes = [{ name: 'Getting there', themes: [{ name: 'Parking' }, { name: 'Buses' }] }, { name: 'Staff' }]
    return { version, frame: await makeFrame(ctx, { title: 'Said', themes }) }
  })
  const say = (said: Said, times = 1) =>
    house.within(lead, async (ctx) => {
      for (let time = 0; time < times; time++) {
        const choices: Record<string, string[] | undefined> = {
          travel: said.travel ? [said.travel] : undefined,
          agree: said.agree ? [said.agree] : undefined,
          order: said.order?.map((thing, at) => `${thing}:${at + 1}`),
        }
        const answers = questions.map((question) => ({
          question,
          choices: choices[question.key] ?? null,
          words: question.key === 'why' ? (said.why ?? null) : null,
        }))
        const { responseId } = await receiveResponse(ctx, {
          version: made.version,
          answers: answers.filter((answer) => answer.choices || answer.words),
          channel: said.channel ?? 'web',
        })
        if (said.mayQuote) await recordConsent(ctx, { responseId, purpose: 'be quoted', wording: consentWordings['be quoted'] })
        const [comment] = await contributionsOf(ctx.db, [responseId])
        if (!comment) continue
        if (said.themes)
          await codeWords(ctx, {
            contributionId: comment.id,
            span: null,
            themeIds: said.themes.map((theme) => made.frame.themeIds[theme]!),
          })
        if (said.sentiment) await judgeSentiment(ctx, { contributionId: comment.id, value: said.sentiment })
      }
    })
  return { id: made.version.surveyId, frameId: made.frame.frameId, at: `/testshire/desk/results/${made.version.surveyId}`, lead, say }
}

const words = (html: string) => html.replaceAll(/<(script|style)[\s\S]*?<\/\1>|<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')

test(
  'INS-3: a view is an address: it comes back as it was, says how it was counted, and a form’s empty fields are not in it',
  inHouse(slots, async (house) => {
    const { at, lead, say } = await survey(house)
    await say({ travel: 'o0', agree: 'agree' }, 21)
    await say({ travel: 'o1', agree: 'disagree', channel: 'paper' }, 24)
    const sent = await house.get(
      `${at}?rows=question%3Atravel&with=&by=channel&filter=&only1=question%3Aagree%3Dagree&only4=question%3Aagree%3Ddisagree`,
      { as: lead },
    )
    assert.equal(sent.status, 303)
    assert.equal(sent.location, `${at}?rows=question%3Atravel&by=channel&only=question%3Aagree%3Dagree%7Cquestion%3Aagree%3Ddisagree`)
    const { text } = await house.get(sent.location, { as: lead })
    assert.match(
      words(text),
      /Counted: “How do you travel\?”, by “How it came to us”\. Only responses with “The plan is fair”: Agree or Disagree\. 45 responses at 10 March 2026 at 10am/,
    )
    assert.match(words(text), /21 \(100%\)/)
    // 0 of 24 against 21 of 21: everyone, in points, and by how much.
    assert.match(words(text), /100 points less \(large\)/)
    assert.match(words(text), /no margin of error/)
    assert.doesNotMatch(text, /<b>bus<\/b>/)
    const adding = await house.get(`${at}?rows=question%3Atravel&filter=channel`, { as: lead })
    assert.match(adding.text, /name="only2"[^>]*value="channel=paper"/)
  }),
)

test(
  'INS-3: a table of something by itself is refused in words, and what there is none of is not found',
  inHouse(slots, async (house) => {
    const { at, lead, say } = await survey(house)
    const empty = await house.get(`${at}?rows=question:travel&by=channel`, { as: lead })
    assert.match(words(empty.text), /0 of 0 responses answered this/)
    assert.equal((await house.get(at, { as: lead })).status, 200)
    await say({ travel: 'o0' })
    const itself = await house.get(`${at}?rows=channel&by=channel`, { as: lead })
    assert.equal(itself.status, 409)
    assert.match(itself.text, /Choose two different things/)
    for (const query of ['rows=nonsense', 'by=question:gone', 'only=question:travel=tram', 'only=nonsense=1'])
      assert.equal((await house.get(`${at}?${query}`, { as: lead })).status, 404, query)
    const many = await house.get(`${at}?rows=question:many&by=question:travel`, { as: lead })
    assert.match(words(many.text), /Place 49/)
  }),
)

test(
  'INS-3: a group that nobody is in has no column, and is named',
  inHouse(slots, async (house) => {
    const { at, lead, say } = await survey(house)
    await say({ travel: 'o0', agree: 'agree' }, 6)
    await say({ travel: 'o1', agree: 'disagree' }, 7)
    const shown = words((await house.get(`${at}?rows=question:travel&by=question:agree`, { as: lead })).text)
    assert.match(shown, /Nobody who answered is in: /)
    assert.match(shown, /Agree \(of 6\) Disagree \(of 7\)/)
    assert.doesNotMatch(shown, /\(of 0\)/)
  }),
)

test(
  'PEO-6: a filter that leaves fewer than 5 people says so, and marks their numbers',
  inHouse(slots, async (house) => {
    const { at, lead, say } = await survey(house)
    await say({ travel: 'o0' }, 6)
    await say({ travel: 'o1', channel: 'paper' }, 2)
    assert.doesNotMatch((await house.get(at, { as: lead })).text, /fewer than 5 people/)
    const few = await house.get(`${at}?only=channel=paper`, { as: lead })
    assert.match(few.text, /These are fewer than 5 people/)
    assert.match(words(few.text), /bus&lt;\/b&gt; \(small number\) 2/)
  }),
)

test(
  'INS-3: shares have a range only where somebody said that people were picked at random, and every page says how they were chosen',
  inHouse(slots, async (house) => {
    const { at, lead, say } = await survey(house)
    await say({ travel: 'o0' }, 30)
    await say({ travel: 'o1' }, 20)
    const before = words((await house.get(at, { as: lead })).text)
    assert.match(before, /chose to answer\. Nobody picked them/)
    assert.doesNotMatch(before, /46% to 72%/)

    const sampling = `${at}/sampling`
    const wrong = await house.post(sampling, { way: 'random sample', description: ' ' }, { as: lead })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /Enter who was picked[\s\S]*value="random sample" checked/)
    for (const role of ['auditor', 'approver'] as const)
      assert.equal((await house.post(sampling, { way: 'self-selected' }, { as: await house.staff(role) })).status, 403)
    assert.equal(
      (await house.post(sampling, { way: 'random sample', description: '500 adults from the register.' }, { as: lead })).status,
      303,
    )
    const after = words((await house.get(at, { as: lead })).text)
    // Wilson's interval of 30 in 50.
    assert.match(after, /46% to 72%/)
    assert.match(after, /500 adults from the register\./)
    await house.post(sampling, { way: 'self-selected' }, { as: lead })
    assert.doesNotMatch(words((await house.get(at, { as: lead })).text), /46% to 72%/)
  }),
)

test(
  'INS-3: an order is counted in two ways, each named; and an answer in steps has its middle',
  inHouse(slots, async (house) => {
    const { at, lead, say } = await survey(house)
    await say({ order: ['o0', 'o1', 'o2'], agree: 'agree' }, 3)
    await say({ order: ['o1', 'o0', 'o2'], agree: 'disagree' }, 2)
    await say({ order: ['o1', 'o2', 'o0'], agree: 'dont-know' }, 2)
    const shown = words((await house.get(at, { as: lead })).text)
    // Near: 3 × 2 + 2 × 1; Soon: 4 × 2 + 3 × 1; Kind: 2 × 1.
    assert.match(
      shown,
      /Answer Soon First preferences 4 Borda’s points 11 Points for each person 1\.57 Answer Near First preferences 3 Borda’s points 8 Points for each person 1\.14 Answer Kind First preferences 0 Borda’s points 2 Points for each person 0\.29/,
    )
    assert.match(shown, /Median: Agree\. The middle half of the answers is from Agree to Disagree \(of 5\)/)
    const alone = words((await house.get(`${at}?rows=question:agree&by=channel`, { as: lead })).text)
    assert.match(alone, /Group On this website Median Agree The middle half Agree to Disagree Answers 5/)
  }),
)

test(
  'INS-3: a theme counts those below it once each, with how people feel; words stand beside it with consent, and reading them is recorded',
  inHouse(slots, async (house) => {
    const { at, frameId, lead, say } = await survey(house)
    await say({ why: 'Buses and parking', themes: ['Getting there/Parking', 'Getting there/Buses'], mayQuote: true, sentiment: 5 })
    await say({ why: 'Kept to us', themes: ['Getting there/Parking'], sentiment: 2 })
    await say({ why: 'Staff', themes: ['Staff'] })
    const all = words((await house.get(at, { as: lead })).text)
    assert.match(all, /Theme Getting there \(small number\) Responses 2 Share 67% Comments 2 Words Words : Getting there/)
    assert.match(all, /Theme Getting there: Parking \(small number\) Responses 2 Share 67% Comments 2/)
    assert.match(all, /Theme Positive Neither or both Negative Getting there 1 0 1/)
    assert.doesNotMatch(all, /Buses and parking/)

    const before = (
      await house.within(lead, (ctx) =>
        ctx.db.selectFrom('recorded_events').select('id').where('name', '=', 'contributions.read').execute(),
      )
    ).length
    const alone = words((await house.get(`${at}?rows=theme:${frameId}`, { as: lead })).text)
    assert.match(alone, /In people’s own words[\s\S]*Buses and parking/)
    assert.doesNotMatch(alone, /Kept to us/)
    const reads = await house.within(lead, (ctx) =>
      ctx.db.selectFrom('recorded_events').select('id').where('name', '=', 'contributions.read').execute(),
    )
    assert.equal(reads.length, before + 1)
  }),
)

test(
  'INS-3: a view is kept under a name by who works with results, and taken off again',
  inHouse(slots, async (house) => {
    const { at, lead, say } = await survey(house)
    await say({ travel: 'o0' })
    const query = 'rows=question%3Atravel&by=channel'
    const nameless = await house.post(`${at}/views`, { title: ' ', query }, { as: lead })
    assert.equal(nameless.status, 422)
    assert.match(
      nameless.text,
      /Enter a name for this view[\s\S]*How do you travel\?[\s\S]*name="query" value="rows=question%3Atravel&amp;by=channel"/,
    )
    assert.equal((await house.post(`${at}/views`, { title: 'Travel', query }, { as: await house.staff('auditor') })).status, 403)
    const kept = await house.post(`${at}/views`, { title: 'Travel <i>', query }, { as: lead })
    assert.equal(kept.location, `${at}?${query}`)
    const listed = (await house.get(at, { as: await house.staff('auditor') })).text
    assert.match(listed, /href="[^"]*\?rows=question%3Atravel&amp;by=channel"[^>]*>\s*Travel &lt;i>/)
    const [, removal] = /action="([^"]*\/removal)"/.exec((await house.get(at, { as: lead })).text) ?? []
    assert.equal((await house.post(removal!, {}, { as: lead })).status, 303)
    assert.doesNotMatch((await house.get(at, { as: lead })).text, /Travel &lt;i>/)
    assert.equal((await house.post(removal!, {}, { as: lead })).status, 404)
  }),
)

test(
  'INS-7: what is on the page is a file: CSV, JSON, a workbook and SPSS, each with its dictionary, safe to open, and recorded',
  inHouse(slots, async (house) => {
    const { at, lead, say } = await survey(house)
    const file = (address: string, as: Staff) => house.get(address, { as })
    await say({ travel: 'o0' }, 6)
    await say({ travel: 'o1', channel: 'paper' }, 2)
    const view = 'rows=question:travel&by=channel&only=channel=web|channel=paper'
    const csv = await file(`${at}/file?format=csv&${view}`, lead)
    assert.match(csv.header('content-disposition') ?? '', /results-2026-03-10\.csv/)
    const lines = csv.text.split('\r\n')
    assert.equal(lines[0]?.replace('\uFEFF', '').split(',')[0], 'table')
    assert.ok(lines.includes("question:travel,How do you travel?,o0,'=1+1,web,On this website,,Everyone,6,6,1,,0"))
    assert.ok(lines.some((line) => /,paper,On paper,,Everyone,2,2,1,,1$/.test(line)))
    const meant = (await file(`${at}/file?format=dictionary&${view}`, lead)).text
    assert.match(meant, /how this was counted[\s\S]*taken out by,,Test engagement lead and analyst/)
    assert.match(meant, /filter,channel=web,Only responses with “How it came to us”: On this website/)
    assert.match(meant, /question:travel,o0,'=1\+1/)
    const json = JSON.parse((await file(`${at}/file?format=json`, lead)).text)
    assert.equal(json.figures.find((row: { row: string; table: string }) => row.table === 'question:travel' && row.row === 'o0').count, 6)

    for (const format of ['xlsx', 'spss']) assert.equal((await file(`${at}/file?format=${format}&${view}`, lead)).status, 200)
    assert.equal((await file(`${at}/file?format=exe`, lead)).status, 404)
    assert.equal((await file(`${at}/file?format=csv`, await house.staff('approver'))).status, 403)
    const taken = await house.within(lead, (ctx) =>
      ctx.db.selectFrom('recorded_events').select('detail').where('name', '=', 'result.taken-out').execute(),
    )
    assert.equal(taken.length, 5)
    assert.match((await house.get(at, { as: lead })).text, /figures out as a file \(csv\)/)
  }),
)
