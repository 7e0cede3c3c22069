import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { draftConsultation, findConsultation, publishConsultation, setOutProposal } from '#capabilities/consultations'
import { draftDecision, putFinding } from '#capabilities/decisions'
import type { Question } from '#capabilities/surveys'
import type { Body } from '../src/platform/forms.ts'
import { pressed } from '../src/platform/plain-browser.ts'
import { addDays } from '../src/platform/time.ts'
import { makeMoreSense, moreSaid } from './sense-story.ts'
import { type Files, on, type Telling, visiting } from './visiting.ts'

const options = [
  { value: 'bus', label: 'Bus' },
  { value: 'car', label: 'Car' },
]
const travel: Question = { key: 'q1', type: 'one-of', text: 'How do you travel?', required: true, options }
const why: Question = {
  key: 'q2',
  type: 'long-text',
  text: 'You said {q1}: why?',
  page: 'More',
  asked: { when: 'all', of: [{ question: 'q1', is: 'any of', values: ['bus'] }] },
}
const plan: Question = { key: 'q3', type: 'file', text: 'Can you show us?' }
const words = { summary: 'Walking clinics', canChange: 'The hours', cannotChange: 'The place', decides: 'The Board' }
const letter =
  'Please keep the walk-in centre at Fenwick Road open every day, because the next one is nine miles away and the last bus goes at six'

const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=', 'base64')
// Frame headers of MPEG-1 layer III (ISO/IEC 11172-3), and silence.
const sound = Buffer.concat(Array.from({ length: 3 }, () => Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(413)])))
const pdf = Buffer.from('%PDF-1.4\n%%EOF')
const diary =
  'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Drop-in\r\nDTSTART;VALUE=DATE:20260101\r\nRRULE:FREQ=MONTHLY\r\nEND:VEVENT\r\nEND:VCALENDAR'

/**
 * What the story of Northmoor has no more of, since it is told to its end, and what it has none of: a draft, an open survey with every way to
 * answer it, an unanswered finding, a message in doubt. Mostly by posting the forms of the desk. Answers with addresses that
 * no page links to, or only one among many.
 */
export async function tellMore(telling: Telling): Promise<string[]> {
  const { slug, place } = telling
  const desk = `/${slug}/desk`
  const { get, post } = visiting(telling)
  const today = await place.within(slug, async (ctx) => ctx.today)
  const { draft, walkIn, ward, parking } = await beginConsultations(telling, today)

  const map = { type: 'information', text: 'Where', 'picture-description': 'A map' }
  const building = `${desk}/surveys/${draft.surveyId}`
  await post(`${building}/questions`, map, { 'picture-upload': { name: 'map.png', bytes: dot } })
  await post(`${building}/blocks`, { block: 'equality' })
  await post(`${building}/saved-blocks`, { name: 'Travel', from: 'q1', to: 'q2' })
  await post(`${desk}/consultations/${draft.id}/documents`, { title: 'Plan', kind: 'other' }, { file: { name: 'plan.pdf', bytes: pdf } })

  const survey = `${desk}/surveys/${walkIn.surveyId}`
  const record = `${desk}/consultations/${walkIn.id}`
  await post(`${survey}/questions`, map, { 'picture-upload': { name: 'map.png', bytes: dot } })
  await post(`${survey}/release`, {})
  await post(`${survey}/variants`, { kind: 'language', language: 'cy', name: 'Cymraeg' })
  await post(`${survey}/variants/cy/texts`, { 'text-title': 'Canolfan' })
  await post(`${survey}/variants/cy/offer`, {})
  await post(`${survey}/variants`, { kind: 'audio' })
  await post(`${survey}/variants/audio/recordings`, { part: 'q1' }, { recording: { name: 'question.mp3', bytes: sound } })
  await post(`${survey}/variants/audio/offer`, {})
  await post(`${survey}/variants`, { kind: 'bsl' })
  await post(`${record}/documents`, { title: 'Map', kind: 'other' }, { file: { name: 'map.pdf', bytes: pdf } })
  await post(`${record}/correction`, { ...words, summary: 'Walk-in clinics', correction: 'A wrong word' })
  await post(`${record}/extension`, { ...on('closesOn', addDays(today, 40)), reason: 'Snow' })

  const receipts = await answerOnTheWeb(telling)
  const sheets = await typePapers(telling, record, today)
  const entry = {
    'typed-way': 'telephone',
    ...on('typed-said', today),
    ...on('typed-received', today),
    q1: 'car',
    'typed-helper': 'interpreter',
  }
  // Enough of them to be weighted.
  for (let at = 0; at < 20; at += 1) await post(`${record}/entries`, at < 8 ? { ...entry, q1: 'bus', q2: 'It is near' } : entry)
  await post(`${desk}/texts/secret`, {})
  await post(`${desk}/texts/lines`, { number: '07700 900000', keyword: 'bus', question: `${walkIn.surveyId} q2` })
  const kiosk = await post(`${desk}/kiosks`, { consultation: walkIn.id, name: 'Mill Street', place: '' })
  await post(`${record}/exports`, { format: 'csv' })
  const questions = (await get(`${survey}/files/json`)).body
  await post(`${desk}/surveys-import`, { title: 'Brought' }, { file: { name: 'survey.json', bytes: Buffer.from(questions) } })

  const codes = await post(`${desk}/consultations/${ward.id}/invitations/codes`, {
    name: 'Patients',
    count: '2',
    instruction: 'Go to our website and type',
  })
  await post(`${desk}/consultations/${ward.id}/invitations/messages`, { name: 'Carers', addresses: 'ada@example.org' })
  await post(`/${slug}/consultations/${parking.slug}/link`, { email: 'ada@example.org' })

  await post(`${desk}/calendar/entries`, {
    title: 'Roadshow',
    communities: 'Carers',
    shared: 'yes',
    ...on('startsOn', today),
    ...on('endsOn', today),
  })
  await post(
    `${desk}/calendar/feeds`,
    { name: 'The council', communities: '' },
    { file: { name: 'council.ics', bytes: Buffer.from(diary) } },
  )
  const period = { kind: 'bank holiday', name: 'A day off', ...on('from', '2099-06-01'), ...on('to', '2099-06-01'), reason: 'The gazette' }
  await post(`${desk}/calendar/periods`, period)
  const [, colleague = ''] = /<option value="([0-9a-f-]{36})"/.exec((await get(`${desk}/duty`)).body) ?? []
  // From tomorrow: on the days of a turn nobody else opens the duty inbox.
  await post(`${desk}/duty/turns`, { member: colleague, ...on('startsOn', addDays(today, 1)) })

  await decideMore(telling)
  const sourceId = await importComments(telling)
  await telling.slots.jobs.find(({ name }) => name === 'compare what came')!.run((work) => place.within(slug, work), {})
  await setAside(telling, walkIn.surveyId)
  const sense = await makeMoreSense(telling, { surveyId: walkIn.surveyId, sourceId, today })
  const [stand = ''] = /\/[\w-]+\/kiosk\/[\w-]+/.exec(kiosk.body) ?? []
  const [, codesFile = ''] = /action="([^"]*\/batches\/[^"]*\/codes)"/.exec(codes.body) ?? []
  return [
    ...[stand, `${stand}/thanks`, `${stand}/state`, sheets, codesFile],
    ...[
      `${building}/questions/q2/conditions?question=q1`,
      `${building}/blocks`,
      `${building}/blocks/equality/removal`,
      `${building}/preview`,
    ],
    ...[
      `${building}/questions/q2/conditions/joining`,
      `${survey}/variants`,
      `${survey}/preview`,
      `${record}/papers`,
      `/${slug}/consultations/${parking.slug}/link/asked`,
    ],
    ...receipts,
    ...sense,
    ...(await linksInMessages(telling)),
  ]
}

const beginConsultations = ({ place, slug }: Telling, today: string) =>
  place.within(slug, async (ctx) => {
    const begin = async (title: string, rest: Partial<Parameters<typeof draftConsultation>[1]> = {}) => {
      const dates = { opensOn: addDays(today, -1), closesOn: addDays(today, 30) }
      const asked = { promise: 'linked' as const, questions: [travel, why] }
      const id = await draftConsultation(ctx, {
        ...words,
        ...dates,
        ...asked,
        kind: 'survey',
        title,
        slug: title.toLowerCase().replaceAll(' ', '-'),
        ...rest,
      })
      return findConsultation(ctx.db, id)
    }
    const draft = await begin('Walking clinics', { opensOn: '2099-01-01', closesOn: '2099-03-01' })
    const walkIn = await begin('Walk-in centres', { questions: [travel, plan, why] })
    const ward = await begin('Ward beds')
    const parking = await begin('Parking places')
    await setOutProposal(ctx, ward.id, { answering: 'invited' })
    await setOutProposal(ctx, parking.id, { answering: 'one each' })
    for (const { id } of [walkIn, ward, parking]) await publishConsultation(ctx, id)
    return { draft, walkIn, ward, parking }
  })

/** Four who send one letter, and one whose words are held for somebody on duty; then answers saved to be finished later. Answers with the receipts. */
async function answerOnTheWeb(telling: Telling): Promise<string[]> {
  const { get, post } = visiting(telling)
  const press = async (html: string, button: string, typed: Body = {}, files: Files = {}) => {
    const { action, body } = pressed(html, button, typed)
    return post(action, body, files)
  }
  const respond = `/${telling.slug}/consultations/walk-in-centres/respond`
  const begin = async (files: Files = {}) => press((await get(respond)).body, 'Continue', { q1: 'bus' }, files)
  const receipts: string[] = []
  for (const said of [letter, letter, `${letter}. My mother cannot drive.`, `${letter}. Nor can I.`, 'My husband hits me']) {
    const { body } = await press((await begin({ 'q3.file': { name: 'plan.pdf', bytes: pdf } })).body, 'Continue', { q2: said })
    const { headers } = await press(
      (await press(body, 'Continue', { 'tell-me': 'yes', 'your-email': 'ada@example.org' })).body,
      'Send your answers',
    )
    receipts.push(String(headers.location))
  }
  const asked = await press((await begin()).body, 'Save and come back later', { q2: 'Half a sen' })
  await press(asked.body, 'Save and send me a link', { 'return-address': 'ada@example.org' })
  return receipts
}

/** One form typed once, one typed twice and not alike, one not typed, and scans. Answers with where they are printed from. */
async function typePapers(telling: Telling, record: string, today: string) {
  const { get, post } = visiting(telling)
  const [first, second] = telling.staff
  const { headers } = await post(`${record}/papers/print`, { copies: '3' })
  const sheets = String(headers.location)
  const printed = (await get(sheets)).body
  const [once = '', differing = ''] = [...printed.matchAll(/aria-label="Form ([0-9A-Z]{4}-[0-9A-Z]{3})"/g)].map(([, serial]) => serial!)
  const type = (serial: string, q1: string, cookie: string) =>
    post(`${record}/papers/keying`, { serial, ...on('receivedOn', today), q1, q2: q1 === 'bus' ? 'It is near' : '' }, {}, cookie)
  await type(once, 'bus', first)
  await type(differing, 'bus', first)
  await type(differing, 'car', second)
  for (const serial of [once, differing])
    await post(`${record}/papers/forms/${serial.replace('-', '')}/scans`, {}, { scan: { name: 'scan.pdf', bytes: pdf } })
  return sheets
}

/** Of the groups and the responses with a flag, one each. */
async function setAside(telling: Telling, surveyId: string) {
  const { get, post } = visiting(telling)
  const flags = `/${telling.slug}/desk/flags/${surveyId}`
  const first = async (page: string, link: RegExp) => link.exec((await get(page)).body)?.[1] ?? assert.fail(`${page} has no ${link}`)
  await post(`${await first(flags, /href="([^"]*\/groups\/[^"]*)"/)}/exclusion`, { why: 'twice' })
  await post(`${await first(`${flags}/robots`, /href="([^"]*\/responses\/[^"]*)"/)}/exclusion`, { why: 'robot' })
}

async function decideMore({ place, slug }: Telling) {
  await place.within(slug, async (ctx) => {
    const [finding] = await ctx.db.selectFrom('current_findings').selectAll().limit(1).execute()
    const decision = { title: 'On walking clinics', question: 'Shall we?', decidedBy: 'The Board', decidedOn: ctx.today }
    const decisionId = await draftDecision(ctx, decision)
    await putFinding(ctx, { decisionId, findingId: finding!.id })
    const [message] = await ctx.db.selectFrom('messages').select('id').limit(1).execute()
    const attempt = { commissioner_id: ctx.commissioner.id, id: randomUUID(), message_id: message!.id, at: ctx.now }
    await ctx.db.insertInto('message_attempts').values(attempt).execute()
    const outcome = {
      commissioner_id: ctx.commissioner.id,
      attempt_id: attempt.id,
      outcome: 'in doubt' as const,
      code: 'ECONNECTION',
      at: ctx.now,
    }
    await ctx.db.insertInto('message_outcomes').values(outcome).execute()
  })
}

async function importComments({ place, slots, slug }: Telling) {
  const command = slots.commands.find(({ name }) => name === 'import contributions')!
  const file = Readable.from([Buffer.from('words,on\nThe nurses were kind,2026-01-05\n'), Buffer.from(moreSaid)])
  const options = { commissioner: slug, source: 'Comment cards', text: 'words', saidOn: 'on' }
  await command.run({ ...place, open: () => file as never }, ['-'], options)
  return place.within(
    slug,
    async ({ db }) => (await db.selectFrom('known_sources').selectAll().where('name', '=', options.source).executeTakeFirstOrThrow()).id,
  )
}

/** The links that messages bring with them, made as when they are sent: one of each kind. */
const linksInMessages = ({ place, slots, slug }: Telling) =>
  place.within(slug, async (ctx) => {
    const messages = await ctx.db.selectFrom('messages').select(['link_kind', 'link_subject_id']).orderBy('id', 'desc').execute()
    const links = []
    for (const kind of ['saved answers', 'invitation', 'person link']) {
      const subject = messages.find(({ link_kind }) => link_kind === kind)?.link_subject_id
      assert.ok(subject, `a message with a link: ${kind}`)
      links.push(await slots.mailLinks.find((maker) => maker.kind === kind)!.make(ctx, subject))
    }
    return links
  })
