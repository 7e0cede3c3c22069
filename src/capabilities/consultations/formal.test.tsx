import assert from 'node:assert/strict'
import { test } from 'node:test'
import { saveDraft } from '#capabilities/drafts'
import type { Staff } from '#platform/context.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { slots } from '../../app.ts'
import {
  addDocument,
  closeConsultation,
  draftConsultation,
  extendConsultation,
  findToAnswer,
  publishConsultation,
  setOutProposal,
} from './index.ts'

const page = '/testshire/consultations/clinic-hours'
const desk = '/testshire/desk/consultations'
const pdf = Buffer.from('%PDF-1.4\n%%EOF')
const why = [{ key: 'why', type: 'long-text', text: 'What do you think?' }]

const draft = (house: TestHouse, lead: Staff, dates: { opensOn?: string; closesOn?: string } = {}) =>
  house.within(lead, (ctx) =>
    draftConsultation(ctx, {
      kind: 'formal consultation',
      title: 'Clinic hours',
      slug: 'clinic-hours',
      summary: 'We plan to open later.',
      canChange: 'The hours',
      cannotChange: 'The building',
      decides: 'The board decides.',
      opensOn: '2026-09-01',
      closesOn: '2026-11-23',
      promise: 'anonymous',
      questions: why,
      ...dates,
    }),
  )

/** A formal consultation with everything a fair one needs, still a draft. */
async function completeDraft(house: TestHouse, dates: { opensOn?: string; closesOn?: string } = {}) {
  house.now = new Date('2026-08-20T10:00:00Z')
  const lead = await house.staff('engagement lead')
  const id = await draft(house, lead, dates)
  await house.within(lead, async (ctx) => {
    await setOutProposal(ctx, id, {
      options: [{ title: 'Open until 8pm', description: 'On weekdays', preferred: true, reason: 'Most people asked for it' }],
      discarded: [{ title: 'Open all night', why: 'There is nobody to work then' }],
      involvement: [{ what: 'We asked at the clinic', when: 'In March', who: 'Forty patients', changed: 'We added Saturdays' }],
      noQuality: 'Care itself stays as it is.',
      noPrivacy: 'We keep nothing new.',
      notDecided: true,
      decidesFrom: '2026-12-15',
      notAVote: true,
      feedbackHow: 'On this page',
      feedbackDueOn: '2027-02-01',
      communities: ['Testby'],
      otherWays: 'Paper forms are at the clinic.',
      formatsWithin: 5,
    })
    for (const kind of ['proposal', 'involvement', 'equality'] as const)
      await addDocument(ctx, id, { title: `The ${kind} paper`, kind, file: { name: `${kind}.pdf`, bytes: pdf } })
  })
  return { lead, id, record: `${desk}/${id}` }
}

async function openConsultation(house: TestHouse) {
  const made = await completeDraft(house)
  await house.within(made.lead, (ctx) => publishConsultation(ctx, made.id))
  house.now = new Date('2026-09-10T10:00:00Z')
  return made
}

test(
  'SAY-2: a formal consultation is not published while anything is missing, and each missing thing links to where it is put right',
  inHouse(slots, async (house) => {
    house.now = new Date('2026-08-20T10:00:00Z')
    const lead = await house.staff('engagement lead')
    const record = `${desk}/${await draft(house, lead, { closesOn: '2026-10-01' })}`
    const shown = await house.get(record, { as: lead })
    assert.match(shown.text, /What is missing[\s\S]*The options, or why there are none yet[\s\S]*less than twelve weeks/)
    assert.doesNotMatch(shown.text, />\s*Publish\s*</)
    const fixes = [...shown.text.matchAll(/href="([^"]*\/(?:sections\/[a-z]+|documents))"/g)].map(([, href]) => href as string)
    assert.ok(new Set(fixes).size >= 6)
    for (const href of new Set(fixes)) assert.equal((await house.get(href, { as: lead })).status, 200, href)

    const refused = await house.post(`${record}/publication`, {}, { as: lead })
    assert.deepEqual([refused.status, /cannot be published without these/.test(refused.text)], [409, true])
    assert.equal((await house.get(page)).status, 404)
  }),
)

test(
  'SAY-2: staff set out each part on a page of its own, keep what they typed, and publish when nothing is missing',
  inHouse(slots, async (house) => {
    house.now = new Date('2026-08-20T10:00:00Z')
    const as = await house.staff('engagement lead')
    const record = `${desk}/${await draft(house, as)}`
    const send = (section: string, body: Record<string, string>) => house.post(`${record}/sections/${section}`, body, { as })
    const dated = (name: string, day: string, month: string, year: string) => ({
      [`${name}-day`]: day,
      [`${name}-month`]: month,
      [`${name}-year`]: year,
    })

    const wrong = await send('options', { 'option-1-description': 'Kept words' })
    assert.deepEqual([wrong.status, /href="#option-1-title"[\s\S]*Kept words/.test(wrong.text)], [422, true])
    await send('options', { 'option-1-title': 'Open late', noneDiscarded: 'We thought of nothing else' })
    await send('involvement', { 'involvement-1-what': 'We asked', 'involvement-1-changed': 'We listened' })
    await send('assessments', { noEquality: 'a', noQuality: 'b', noPrivacy: 'c', noDocument: 'd' })
    const badDate = await send('decision', { ...dated('decidesFrom', '31', '2', '2027'), feedbackHow: 'By post' })
    assert.deepEqual([badDate.status, /href="#decidesFrom-day"[\s\S]*By post/.test(badDate.text)], [422, true])
    const told = { notDecided: 'yes', notAVote: 'yes', feedbackHow: 'By post', ...dated('feedbackDueOn', '1', '2', '2027') }
    await send('decision', { ...told, ...dated('decidesFrom', '15', '12', '2026') })
    assert.match((await house.get(`${record}/sections/time`, { as })).text, /People can answer for 84 days/)

    const lie = { document: { title: 'Notes', kind: 'involvement' }, file: [{ name: 'notes.pdf', bytes: Buffer.from('not a PDF') }] }
    const lied = await house.post(`${record}/documents`, lie.document, { as, files: { file: lie.file } })
    assert.deepEqual([lied.status, /href="#file"[\s\S]*value="Notes"/.test(lied.text)], [422, true])
    assert.match((await house.post(`${record}/documents`, { title: '', kind: 'other' }, { as })).text, /Choose a file/)
    await house.post(`${record}/documents`, lie.document, { as, files: { file: [{ name: 'notes.pdf', bytes: pdf }] } })

    assert.doesNotMatch((await house.get(record, { as })).text, /What is missing/)
    assert.equal((await house.post(`${record}/publication`, {}, { as })).status, 303)
    assert.equal((await send('decision', told)).status, 409)
    assert.equal((await send('nonsense', {})).status, 404)
  }),
)

test(
  'PUB-1: its page sets out what a fair consultation needs, under headings that its contents link to',
  inHouse(slots, async (house) => {
    await openConsultation(house)
    const { text } = await house.get(page)
    for (const part of [
      /We prefer this[\s\S]*Most people asked for it/,
      /Open all night[\s\S]*There is nobody to work then/,
      /We asked at the clinic[\s\S]*We added Saturdays/,
      /We looked into it\. See “The equality paper”[\s\S]*Care itself stays as it is/,
      /The proposal paper \(PDF, 1 KB\)/,
      /Nothing has been decided[\s\S]*15 December 2026[\s\S]*This is not a vote/,
      /what is decided and why, by[\s\S]*1 February 2027/,
      /Paper forms are at the clinic[\s\S]*within\s+5 working days/,
    ])
      assert.match(text, part)
    const contents = [...text.matchAll(/contents-list__link" href="#([a-z-]+)"/g)].map(([, id]) => id)
    assert.ok(contents.length >= 10)
    for (const id of contents) assert.match(text, new RegExp(`<h2 class="nhsuk-heading-m" id="${id}"`))
  }),
)

test(
  'PUB-1: documents are downloads of what is published, and one that is withdrawn stays on the page with the reason alone',
  inHouse(slots, async (house) => {
    const { lead, id, record } = await completeDraft(house)
    const of = (text: string) => /documents\/([0-9a-f-]{36})/.exec(text)?.[1]
    const document = of((await house.get(`${record}/documents`, { as: lead })).text)
    assert.equal((await house.get(`${page}/documents/${document}`)).status, 404)
    assert.equal((await house.get(`${record}/documents/${document}`, { as: lead })).status, 200)

    await house.within(lead, (ctx) => publishConsultation(ctx, id))
    const got = await house.get(`${page}/documents/${document}`)
    assert.match(got.header('content-disposition') ?? '', /^attachment; filename="proposal.pdf"/)
    const withdrawal = `${record}/documents/${document}/withdrawal`
    assert.equal((await house.post(withdrawal, { reason: '' }, { as: lead })).status, 422)
    assert.equal((await house.post(withdrawal, { reason: 'It had a wrong table' }, { as: lead })).status, 303)
    assert.match((await house.get(page)).text, /The proposal paper[\s\S]*We withdrew this document on[\s\S]*It had a wrong table/)
    assert.equal((await house.get(`${page}/documents/${document}`)).status, 404)
  }),
)

test(
  'SAY-2: more time is an act with a reason: the last day moves everywhere, and what hangs on it moves too',
  inHouse(slots, async (house) => {
    const { lead, record } = await openConsultation(house)
    const until = (day: string, month: string) => ({
      'closesOn-day': day,
      'closesOn-month': month,
      'closesOn-year': '2026',
      reason: 'The post was late',
    })
    assert.equal((await house.post(`${record}/extension`, until('22', '11'), { as: lead })).status, 422)
    assert.equal((await house.post(`${record}/extension`, until('30', '11'), { as: lead })).status, 303)
    assert.match(
      (await house.get(page)).text,
      /until midnight at the end of <time datetime="2026-11-30">[\s\S]*before <time datetime="2026-12-22">[\s\S]*by <time datetime="2027-02-08">[\s\S]*we gave people more time[\s\S]*The post was late/,
    )
    const view = await house.within(lead, (ctx) => ctx.db.selectFrom('published_consultations').selectAll().executeTakeFirstOrThrow())
    assert.deepEqual([view.closes_on, view.feedback_due_on, view.kind], ['2026-11-30', '2027-02-08', 'formal consultation'])
    assert.match((await house.get(record, { as: lead })).text, /Gave people more time, until 30 November 2026/)
    house.now = new Date('2026-12-01T10:00:00Z')
    assert.equal((await house.post(`${record}/extension`, { ...until('20', '12') }, { as: lead })).status, 409)
  }),
)

test(
  'SAY-2: everyone who saved answers is told of more time, and of less',
  inHouse(slots, async (house) => {
    const { lead, id } = await openConsultation(house)
    await house.within({ kind: 'public' }, async (ctx) => {
      const { version } = await findToAnswer(ctx.db, 'clinic-hours')
      const draft = { surveyId: version.surveyId, versionId: version.id, body: { why: 'Buses' }, page: 1, address: 'ada@example.org' }
      await saveDraft(ctx, {
        ...draft,
        returnPath: (token) => `${page}/respond?saved=${token}`,
        closesOn: '2026-11-23',
      })
    })
    await house.within(lead, (ctx) => extendConsultation(ctx, id, { closesOn: '2026-11-30', reason: 'The post was late' }))
    await house.within(lead, (ctx) => closeConsultation(ctx, id, { reason: 'The building was sold' }))
    const sent = await house.within(lead, (ctx) => ctx.db.selectFrom('messages').select(['subject', 'body']).orderBy('id').execute())
    assert.deepEqual(sent.map(({ subject }) => subject).slice(-2), ['More time to answer: Clinic hours', 'Closed early: Clinic hours'])
    assert.match(sent.at(-2)?.body ?? '', /30 November 2026[\s\S]*The post was late/)
    assert.match(sent.at(-1)?.body ?? '', /The building was sold/)
  }),
)

test(
  'SAY-2: a published page is put right in public: what changed, when, why, and what it said before',
  inHouse(slots, async (house) => {
    const { lead, record } = await openConsultation(house)
    const words = {
      summary: 'We plan to open earlier.',
      canChange: 'The hours',
      cannotChange: 'The building',
      decides: 'The board decides.',
      otherWays: 'Paper forms are at the clinic.',
      feedbackHow: 'On this page',
    }
    assert.equal((await house.post(`${record}/correction`, { ...words, correction: '' }, { as: lead })).status, 422)
    assert.equal((await house.post(`${record}/correction`, { ...words, correction: 'It said later' }, { as: lead })).status, 303)
    assert.match(
      (await house.get(page)).text,
      /We plan to open earlier[\s\S]*We corrected “What it is about” on[\s\S]*It said later[\s\S]*We plan to open later/,
    )
    const options = { 'option-1-title': 'Open until 9pm', noneDiscarded: 'Nothing' }
    const silent = await house.post(`${record}/sections/options`, options, { as: lead })
    assert.deepEqual([silent.status, /Open until 9pm/.test(silent.text)], [422, true])
    await house.post(`${record}/sections/options`, { ...options, correction: 'A slip' }, { as: lead })
    assert.match((await house.get(page)).text, /We corrected “The options” on[\s\S]*A slip[\s\S]*We corrected “What we set aside”/)
    assert.equal((await house.post(`${record}/sections/options`, { ...options, correction: 'Again' }, { as: lead })).status, 409)
  }),
)

test(
  'SAY-2: feedback is tracked: its day is public, staff see what is late, and a later day needs a reason that everyone reads',
  inHouse(slots, async (house) => {
    const { lead, record } = await openConsultation(house)
    const say = (about: string, body: Record<string, string>) => house.post(`${record}/statements/${about}`, body, { as: lead })
    assert.equal((await say('feedback-given', { words: 'On the page' })).status, 409)
    house.now = new Date('2027-02-02T10:00:00Z')
    assert.match((await house.get(desk, { as: lead })).text, /Waiting to hear what came of it[\s\S]*Late. Promised by 1 February 2027/)
    assert.match((await house.get('/testshire/desk', { as: lead })).text, /Say what came of it: Clinic hours/)
    const on = { 'dueOn-day': '1', 'dueOn-month': '3', 'dueOn-year': '2027' }
    assert.equal((await say('late-feedback', { ...on, 'dueOn-month': '2', words: 'Many answered' })).status, 422)
    assert.equal((await say('late-feedback', { ...on, words: 'Many answered' })).status, 303)
    assert.match((await house.get(page)).text, /1 March 2027[\s\S]*later than we promised[\s\S]*Many answered/)
    assert.equal((await say('feedback-given', { words: 'Read it in the library' })).status, 303)
    assert.match((await house.get(page)).text, /What happened[\s\S]*Read it in the library/)
    assert.doesNotMatch((await house.get(desk, { as: lead })).text, /Waiting to hear/)
    assert.equal((await say('late-feedback', { ...on, 'dueOn-month': '4', words: 'Too late' })).status, 409)
  }),
)

test(
  'SAY-2: before an election an open one goes quiet: off the home page and the feed, still found and answered; a public reason brings it back',
  inHouse(slots, async (house) => {
    const { lead, record } = await completeDraft(house, { opensOn: '2027-01-11', closesOn: '2027-06-30' })
    await house.within(lead, async (ctx) => {
      const [id] = record.split('/').slice(-1)
      await setOutProposal(ctx, id!, { decidesFrom: '2027-07-20', feedbackDueOn: '2027-08-30' })
      await publishConsultation(ctx, id!)
    })
    // Local elections are on 6 May 2027: nothing is promoted from late March.
    house.now = new Date('2027-04-20T10:00:00Z')
    assert.doesNotMatch((await house.get('/testshire')).text, /Clinic hours/)
    assert.doesNotMatch((await house.get('/testshire/consultations/feed')).text, /Clinic hours/)
    assert.match((await house.get('/testshire/consultations')).text, /Open now[\s\S]*Clinic hours/)
    assert.match((await house.get(page)).text, /Have your say/)
    assert.match((await house.get(record, { as: lead })).text, /It is quiet until the end of/)
    await house.post(`${record}/statements/election`, { words: 'The old rota ends in May' }, { as: lead })
    assert.match((await house.get('/testshire')).text, /Clinic hours/)
    assert.match((await house.get('/testshire/consultations/feed')).text, /Clinic hours/)
    assert.match((await house.get(page)).text, /why it could not wait until after an election[\s\S]*The old rota ends in May/)
  }),
)

test(
  'only engagement leads and administrators set out, correct, extend and state',
  inHouse(slots, async (house) => {
    const { record } = await openConsultation(house)
    const as = await house.staff(['analyst', 'auditor', 'approver'])
    for (const act of ['sections/options', 'correction', 'extension', 'statements/election', 'documents'])
      assert.equal((await house.post(`${record}/${act}`, {}, { as })).status, 403, act)
    const elsewhere = await house.addCommissioner('elsewhere')
    const stranger = await house.staff('administrator', elsewhere)
    assert.equal((await house.post(`${record.replace('testshire', 'elsewhere')}/extension`, {}, { as: stranger })).status, 404)
  }),
)
