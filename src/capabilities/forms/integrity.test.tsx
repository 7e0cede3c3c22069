import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Consultation, draftConsultation, publishConsultation, setOutProposal } from '#capabilities/consultations'
import { addPerson } from '#capabilities/people'
import type { ContactPromise, Question } from '#capabilities/surveys'
import { addVariant, offerVariant, writeTexts } from '#capabilities/variants'
import type { Staff } from '#platform/context.ts'
import { sendMessage } from '#platform/mail.ts'
import { pressed } from '#platform/plain-browser.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { slots } from '../../app.ts'

const yesOrNo: Question = {
  key: 'q1',
  type: 'one-of',
  text: 'Should it open later?',
  options: [
    { value: 'yes', label: 'Yes' },
    { value: 'no', label: 'No' },
  ],
}
const respond = '/testshire/consultations/clinic-hours/respond'

async function openSurvey(
  house: TestHouse,
  {
    promise = 'anonymous',
    asked = [],
    answering = 'anyone',
  }: { promise?: ContactPromise; asked?: Question[]; answering?: Consultation['answering'] } = {},
) {
  house.now = new Date('2026-06-20T10:00:00Z')
  const lead = await house.staff('engagement lead')
  const id = await house.within(lead, (ctx) =>
    draftConsultation(ctx, {
      title: 'Clinic hours',
      slug: 'clinic-hours',
      summary: 'We plan to open later.',
      canChange: 'The hours',
      cannotChange: 'The building',
      opensOn: '2026-07-01',
      closesOn: '2026-07-31',
      promise,
      questions: [yesOrNo, ...asked],
    }),
  )
  await house.within(lead, (ctx) => setOutProposal(ctx, id, { answering }))
  const { surveyId } = await house.within(lead, (ctx) => publishConsultation(ctx, id))
  house.now = new Date('2026-07-10T10:00:00Z')
  return { lead, surveyId }
}

const flagged = (house: TestHouse, lead: Staff) =>
  house.within(lead, async ({ db }) =>
    (await db.selectFrom('events').select('detail').where('name', '=', 'response.flagged').execute()).map(({ detail }) => detail),
  )

test(
  'SAY-4: a robot that fills in what nobody sees is taken, counted and flagged; a person is not',
  inHouse(slots, async (house) => {
    const { lead } = await openSurvey(house)
    const form = pressed((await house.get(respond)).text, 'Send your answers', { q1: 'yes' })
    assert.equal((await house.post(form.action, form.body)).status, 303)
    assert.deepEqual(await flagged(house, lead), [])
    assert.equal((await house.post(form.action, { ...form.body, 'gt-more': 'http://example.com' })).status, 303)
    assert.deepEqual(await flagged(house, lead), [{ signs: ['hidden field'] }])
    const counted = await house.within(lead, ({ db }) => db.selectFrom('counted_responses').select('id').execute())
    assert.equal(counted.length, 2)
  }),
)

test(
  'SAY-4: under attack a form waits, and is taken when it comes again after waiting, with all that was typed',
  inHouse(slots, async (house) => {
    const { lead } = await openSurvey(house, { asked: [{ key: 'q2', type: 'long-text', text: 'Why?' }] })
    const form = pressed((await house.get(respond)).text, 'Send your answers', { q1: 'yes', q2: 'One\n“two” <three>' })
    for (let robot = 0; robot < 50; robot += 1) await house.post(form.action, { ...form.body, 'gt-more': 'x' })
    const before = (await house.within(lead, ({ db }) => db.selectFrom('responses').select('id').execute())).length
    const wait = await house.post(form.action, form.body)
    assert.equal(wait.status, 200)
    assert.match(wait.text, /Wait half a minute/)
    house.now = new Date(house.now.getTime() + 40_000)
    const again = pressed(wait.text, 'Send your answers')
    const sent = await house.post(again.action, again.body)
    assert.equal(sent.status, 303)
    assert.match((await house.get(sent.location)).text, /One[\s\S]*“two” &lt;three/)
    assert.equal((await house.within(lead, ({ db }) => db.selectFrom('responses').select('id').execute())).length, before + 1)
  }),
)

test(
  'field 8, field 14: whoever opened a link of theirs and then answers is nobody in the history of the response',
  inHouse(slots, async (house) => {
    const { lead } = await openSurvey(house)
    const { personId } = await house.within({ kind: 'public' }, (ctx) => addPerson(ctx, { name: 'Ada', email: 'ada@example.org' }))
    const as = { kind: 'person' as const, id: personId }
    const sent = await house.post(respond, { q1: 'yes', 'quote-me': 'yes' }, { as })
    await house.post(`${sent.location}/withdrawal`, {}, { as })
    const events = await house.within(lead, ({ db }) =>
      db.selectFrom('events').select(['name', 'actor_kind', 'actor_id']).where('actor_kind', '<>', 'staff').execute(),
    )
    assert.ok(events.length >= 2)
    for (const event of events) assert.deepEqual([event.actor_kind, event.actor_id], ['public', null], event.name)
    const consents = await house.within(lead, ({ db }) => db.selectFrom('consents').select('person_id').execute())
    assert.deepEqual(consents, [{ person_id: null }])
  }),
)

test(
  'SAY-5: answers in another language are kept with the words of the questions as they were written, and say where they came from',
  inHouse(slots, async (house) => {
    const { lead, surveyId } = await openSurvey(house, { asked: [{ key: 'q2', type: 'short-text', text: 'Why?' }] })
    await house.within(lead, async (ctx) => {
      await addVariant(ctx, surveyId, { kind: 'language', language: 'cy', code: 'cy', name: 'Cymraeg' })
      await writeTexts(ctx, surveyId, 'cy', { 'q1.text': 'A ddylai agor yn hwyrach?', 'q2.text': 'Pam?' })
      await offerVariant(ctx, surveyId, 'cy')
    })
    assert.match((await house.get(respond)).text, /href="[^"]*\?variant=cy"[^>]*>\s*Cymraeg/)
    const welsh = await house.get(`${respond}?variant=cy`)
    assert.match(welsh.text, /lang="cy"[\s\S]*A ddylai agor yn hwyrach/)
    assert.match((await house.get(`${respond}?variant=xx`)).text, /Should it open later/)
    const form = pressed(welsh.text, 'Send your answers', { q1: 'yes', q2: 'Achos' })
    assert.equal((await house.post(form.action, form.body)).status, 303)
    const [response] = await house.within(lead, ({ db }) => db.selectFrom('counted_responses').select('variant').execute())
    const [said] = await house.within(lead, ({ db }) => db.selectFrom('contributions').select(['question_text', 'words']).execute())
    assert.deepEqual([response?.variant, said?.question_text, said?.words], ['cy', 'Why?', 'Achos'])
  }),
)

const pdf = { name: 'plan.pdf', bytes: Buffer.from('%PDF-1.4\n%%EOF') }

test(
  'a file is kept at the first post and carried, though another answer is wrong; one that lies about its type is refused beside its field',
  inHouse(slots, async (house) => {
    const asked: Question[] = [
      { key: 'q2', type: 'file', text: 'Do you have a plan?' },
      { key: 'q3', type: 'short-text', text: 'Why?', required: true },
    ]
    const { lead } = await openSurvey(house, { asked })
    const first = await house.get(respond)
    assert.match(first.text, /enctype="multipart\/form-data"/)
    const { action, body } = pressed(first.text, 'Send your answers')
    const lie = await house.post(action, body, { files: { 'q2.file': [{ name: 'plan.pdf', bytes: Buffer.from('GIF89a') }] } })
    assert.equal(lie.status, 422)
    assert.match(lie.text, /href="#q2\.file"[\s\S]*not what its name says/)

    const missed = await house.post(action, body, { files: { 'q2.file': [pdf] } })
    assert.equal(missed.status, 422)
    assert.match(missed.text, /href="#q3"[\s\S]*plan\.pdf/)
    const waiting = () => house.within(lead, async ({ db }) => (await db.selectFrom('waiting_files').selectAll().execute()).length)
    assert.equal(await waiting(), 1)
    const again = pressed(missed.text, 'Send your answers', { q3: 'Because' })
    assert.equal((await house.post(again.action, again.body)).status, 303)
    assert.equal(await waiting(), 0)
  }),
)

/** A link to answer, as it comes by email to whoever asks for one. */
async function linkFor(house: TestHouse, email: string): Promise<string> {
  assert.equal((await house.post('/testshire/consultations/clinic-hours/link', { email })).status, 303)
  const system = { kind: 'system' } as const
  const answer = slots.jobs.find(({ name }) => name === 'send someone their link to answer')
  const letters: string[] = []
  const post = sendMessage({ send: async ({ text }) => void letters.push(text), close() {} }, 'https://involve.example.nhs.uk')
  for (const { id } of await house.within(system, ({ db }) => db.selectFrom('link_requests').select('id').execute()))
    await answer?.run((work) => house.within(system, work), { request: id })
  for (const { id } of await house.within(system, ({ db }) => db.selectFrom('messages').select('id').execute()))
    await post.run((work) => house.within(system, work), { message: id })
  return /(\/testshire\/invitation\/[\w-]+)/.exec(letters.at(-1) ?? '')?.[1] ?? ''
}

test(
  'field 9, field 14: a link by email answers once, without an account, and nothing tells which answers came by it',
  inHouse(slots, async (house) => {
    const { lead } = await openSurvey(house, { answering: 'one each' })
    const door = await house.get(respond)
    assert.match(door.text, /Get a link/)
    assert.doesNotMatch(door.text, /Should it open later/)
    const wrong = await house.post(respond, { invitation: 'nonsense' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /href="#invitation"[\s\S]*do not know this code or link/)
    assert.equal((await house.post(respond, { 'survey-step': '1', q1: 'yes' })).status, 409)

    const link = await linkFor(house, 'ada@example.org')
    const opened = pressed((await house.get(link)).text, 'Start')
    const first = await house.post(opened.action, opened.body)
    assert.match(first.text, /Should it open later/)
    const form = pressed(first.text, 'Send your answers', { q1: 'yes' })
    const sent = await house.post(form.action, form.body)
    assert.equal(sent.status, 303)

    const again = await house.post(form.action, { ...form.body, q1: 'no' })
    assert.equal(again.status, 409)
    assert.match(again.text, /has been used already[\s\S]*Should it open later\?[\s\S]*No/)
    assert.match((await house.get(link)).text, /has been used already/)
    assert.equal((await house.within(lead, ({ db }) => db.selectFrom('responses').select('id').execute())).length, 1)

    const secret = link.split('/').at(-1) ?? ''
    const kept = await house.within(lead, async ({ db }) => ({
      response: await db.selectFrom('responses').selectAll().execute(),
      receipt: await db.selectFrom('receipts').selectAll().execute(),
      events: await db.selectFrom('events').selectAll().where('name', 'like', 'response.%').execute(),
      invitation: await db.selectFrom('invitations').selectAll().execute(),
      spending: await db.selectFrom('invitation_spendings').selectAll().execute(),
    }))
    const { response, receipt, events, ...invited } = kept
    assert.doesNotMatch(JSON.stringify(kept), new RegExp(`${secret}|ada@example`))
    const ids = (rows: unknown): string[] => JSON.stringify(rows).match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/g) ?? []
    const known = ids([response, receipt, events])
    const shared = new Set(ids(invited).filter((id) => known.includes(id) && id !== house.commissioner.id))
    assert.deepEqual([...shared], [response[0]?.survey_id], 'they share the survey and nothing else')

    const change = pressed((await house.get(`${sent.location}/answers`)).text, 'Send your answers', { q1: 'no' })
    assert.equal((await house.post(change.action, change.body)).status, 303, 'whoever has answered may change it')
  }),
)
