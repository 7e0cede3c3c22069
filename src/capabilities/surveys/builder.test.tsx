import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Staff } from '#platform/context.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { slots } from '../../app.ts'
import type { ContactPromise, Question } from './index.ts'
import { draftSurvey, findSurvey, releaseSurvey } from './index.ts'

const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
]
const drives: Question = { key: 'q1', type: 'one-of', text: 'Do you drive?', options: yesNo }
const where: Question = { key: 'q2', type: 'short-text', text: 'Where do you park?' }

async function draft(house: TestHouse, lead: Staff, questions: Question[] = [drives, where], promise: ContactPromise = 'linked') {
  const { surveyId } = await house.within(lead, (ctx) => draftSurvey(ctx, { title: 'Parking', promise, questions }))
  const at = (rest = '') => `/testshire/desk/surveys/${surveyId}${rest}`
  const asked = async () => (await house.within(lead, (ctx) => findSurvey(ctx.db, surveyId))).questions
  const post = (rest: string, body: Record<string, string | string[]> = {}) => house.post(at(rest), body, { as: lead })
  const get = (rest = '') => house.get(at(rest), { as: lead })
  return { surveyId, at, asked, post, get }
}

test(
  'SAY-1: pages and conditions are built without JavaScript, and previewed page by page',
  inHouse(slots, async (house) => {
    const lead = await house.staff('engagement lead')
    const { asked, post, get } = await draft(house, lead)
    assert.match((await get('/questions/q2/conditions')).text, /Nothing is asked on an earlier page[\s\S]*Start a new page here/)

    const odd = await post('/questions/q2/page', { title: 'Parking' })
    assert.deepEqual([odd.status, /Tick “Start a new page here”[\s\S]*value="Parking"/.test(odd.text)], [422, true])
    assert.equal((await post('/questions/q2/page', { starts: 'yes', title: 'Parking' })).status, 303)
    assert.match((await get('/questions/q2/conditions')).text, /Everyone is asked[\s\S]*Do you drive\?/)
    assert.match((await get('/questions/q2/conditions?question=q1')).text, /name="values"[\s\S]*value="yes"/)

    const none = await post('/questions/q2/conditions', { question: 'q1', is: 'any of' })
    assert.deepEqual([none.status, /Tick at least one answer/.test(none.text)], [422, true])
    await post('/questions/q2/conditions', { question: 'q1', is: 'any of', values: ['yes', 'rocket'] })
    await post('/questions/q2/conditions', { question: 'q1', is: 'answered' })
    await post('/questions/q2/conditions/joining', { when: 'any' })
    assert.deepEqual((await asked())[1], {
      ...where,
      page: 'Parking',
      asked: {
        when: 'any',
        of: [
          { question: 'q1', is: 'any of', values: ['yes'] },
          { question: 'q1', is: 'answered' },
        ],
      },
    })
    await post('/questions/q2/conditions/removal', { at: '1' })
    assert.match((await get()).text, /Page 2: Parking[\s\S]*Only if the answer to “Do you drive\?” is “Yes”\./)

    const first = (await get('/preview')).text
    assert.match(first, /gt-preview--phone[\s\S]*Page 1 of 2[\s\S]*Do you drive\?[\s\S]*page=2/)
    assert.doesNotMatch(first, /Where do you park/)
    const second = (await get('/preview?page=2&width=full')).text
    assert.match(second, /“Where do you park\?” is not asked of everyone[\s\S]*Page 2 of 2/)
    assert.doesNotMatch(second, /gt-preview--phone/)

    await post('/questions/q2/conditions/removal', { at: '0' })
    assert.deepEqual((await asked())[1], { ...where, page: 'Parking' })
  }),
)

test(
  'SAY-1: a question that another leans on is not moved behind it, removed or put on its page; the page says which, with a link',
  inHouse(slots, async (house) => {
    const lead = await house.staff('engagement lead')
    const leaning: Question = {
      ...where,
      page: '',
      text: 'You said {q1}: why?',
      asked: { when: 'all', of: [{ question: 'q1', is: 'answered' }] },
    }
    const { asked, post, get } = await draft(house, lead, [drives, leaning])
    const refused = async (reply: Promise<{ status: number; text: string }>) => {
      const { status, text } = await reply
      assert.equal(status, 422)
      assert.match(
        text,
        /it is asked because of that answer[\s\S]*questions\/q2\/conditions[\s\S]*it repeats that answer[\s\S]*questions\/q2"/,
      )
    }
    await refused(post('/questions/q1/removal'))
    await refused(post('/questions/q1/place', { direction: 'down' }))
    await refused(post('/questions/q2/page', { title: '' }))
    assert.match((await get('/questions/q1/removal')).text, /This question cannot be removed/)
    assert.deepEqual(await asked(), [drives, leaning])

    const piping = await post('/questions/q1', { type: 'short-text', text: 'After {q2}?' })
    assert.deepEqual([piping.status, /start a new page/i.test(piping.text)], [409, true])
    assert.match((await get('/questions/q2')).text, /Repeat an earlier answer[\s\S]*\{q1\}/)
  }),
)

test(
  'SAY-1: a question is copied, and one is asked with its author’s own words where it is not answered',
  inHouse(slots, async (house) => {
    const lead = await house.staff('engagement lead')
    const { asked, post, get } = await draft(house, lead)
    assert.equal((await post('/questions/q1/copies')).status, 303)
    assert.deepEqual(await asked(), [drives, { ...drives, key: 'q3' }, where])
    await post('/questions/q2', { type: 'short-text', text: 'Where?', required: 'yes', mistake: 'Say where you park' })
    assert.equal((await asked())[2]?.mistake, 'Say where you park')
    assert.match((await get('/questions/q2')).text, /value="Say where you park"/)
  }),
)

test(
  'SAY-1: of two authors who save at once, the second is told, and nothing typed is lost',
  inHouse(slots, async (house) => {
    const lead = await house.staff('engagement lead')
    const { asked, post, get } = await draft(house, lead)
    const seenIn = (html: string) => /name="version-seen" value="([^"]+)"/.exec(html)?.[1] ?? ''
    const seen = seenIn((await get('/questions/q2')).text)
    await post('/questions/q2', { type: 'short-text', text: 'Theirs?', 'version-seen': seen })

    const second = await post('/questions/q2', { type: 'short-text', text: 'Mine?', 'version-seen': seen })
    assert.equal(second.status, 422)
    assert.match(second.text, /Someone changed this question since you opened it. It now reads “Theirs\?”[\s\S]*value="Mine\?"/)
    assert.equal((await asked())[1]?.text, 'Theirs?')
    await post('/questions/q2', { type: 'short-text', text: 'Mine?', 'version-seen': seenIn(second.text) })
    assert.equal((await asked())[1]?.text, 'Mine?')

    const again = seenIn((await get('/questions/q2')).text)
    const release = seenIn((await get('/release')).text)
    await post('/questions/q2/removal')
    const gone = await post('/questions/q2', { type: 'short-text', text: 'Still mine?', 'version-seen': again })
    assert.equal(gone.status, 422)
    assert.match(gone.text, /Someone removed this question[\s\S]*action="[^"]*\/questions"[\s\S]*value="Still mine\?"/)
    const stale = await post('/release', { 'version-seen': release })
    assert.deepEqual([stale.status, /Someone changed these questions since you opened them/.test(stale.text)], [409, true])
  }),
)

test(
  'SAY-1: the equality questions come and go as one, cannot be changed, and are kept apart',
  inHouse(slots, async (house) => {
    const lead = await house.staff('engagement lead')
    const { asked, post, get } = await draft(house, lead)
    assert.match((await get('/blocks')).text, /equality-age|age/i)
    assert.equal((await post('/blocks', { block: 'equality' })).status, 303)
    const [, , first, ...rest] = await asked()
    assert.ok(first?.page && rest.length > 3 && [first, ...rest].every(({ block, required }) => block === 'equality' && !required))
    assert.match((await get()).text, /gt-block[\s\S]*Remove them all/)
    assert.deepEqual(
      [
        (await post('/blocks', { block: 'equality' })).status,
        (await post(`/questions/${first?.key}`, { type: 'short-text', text: 'Age?' })).status,
      ],
      [409, 409],
    )
    assert.equal((await post(`/questions/${first?.key}/copies`)).status, 409)
    assert.match((await get('/blocks/equality/removal')).text, /Remove these questions\?/)
    assert.equal((await post('/blocks/equality/removal')).status, 303)
    assert.deepEqual(await asked(), [drives, where])
    await post('/blocks', { block: 'equality' })
    assert.equal((await asked())[2]?.key, first?.key)
  }),
)

test(
  'SAY-1: a run of questions is saved, and asked elsewhere under keys of its own',
  inHouse(slots, async (house) => {
    const lead = await house.staff('engagement lead')
    const lean: Question = {
      ...where,
      page: 'Parking',
      text: 'You said {q1}',
      asked: { when: 'all', of: [{ question: 'q1', is: 'answered' }] },
    }
    const one = await draft(house, lead, [drives, lean])
    const bare = await one.post('/saved-blocks', { name: ' ', from: 'q1', to: 'q2' })
    assert.deepEqual([bare.status, /Enter a name/.test(bare.text)], [422, true])
    const half = await one.post('/saved-blocks', { name: 'Half', from: 'q2', to: 'q2' })
    assert.deepEqual([half.status, /needs an answer from outside these questions/.test(half.text)], [409, true])
    assert.equal((await one.post('/saved-blocks', { name: 'Parking', from: 'q2', to: 'q1' })).status, 303)

    const other = await draft(house, lead)
    const id = /value="([0-9a-f-]{36})"/.exec((await other.get('/blocks')).text)?.[1] ?? ''
    await other.post('/blocks', { block: id })
    const [, , copied, leans] = await other.asked()
    assert.deepEqual([copied?.key, leans?.key, leans?.text, leans?.asked?.of[0]?.question], ['q3', 'q4', 'You said {q3}', 'q3'])
    assert.match((await other.get()).text, /<strong>Parking<\/strong>/)

    assert.match((await other.get(`/saved-blocks/${id}/retirement`)).text, /Stop offering “Parking”\?/)
    await other.post(`/saved-blocks/${id}/retirement`)
    assert.doesNotMatch((await one.get('/blocks')).text, new RegExp(id))
    assert.equal((await other.asked()).length, 4)
  }),
)

test(
  'field 11: anonymity holds: an anonymous survey asks nothing that tells who someone is, however it comes in',
  inHouse(slots, async (house) => {
    const lead = await house.staff('engagement lead')
    const email: Question = { key: 'q3', type: 'email', text: 'Your email?' }
    await assert.rejects(
      draft(house, lead, [drives, email], 'anonymous'),
      /nobody can find out who answered, so “Your email\?” cannot be asked/,
    )
    const { post, asked } = await draft(house, lead, [drives], 'anonymous')
    assert.equal((await post('/questions', { type: 'email', text: 'Your email?' })).status, 409)
    assert.equal((await post('/questions', { type: 'postcode', text: 'Your postcode?' })).status, 303)
    assert.equal((await post('/questions', { type: 'postcode', text: 'Your postcode?', reason: 'To plan buses' })).status, 409)
    assert.equal((await asked()).length, 2)
    const linked = await draft(house, lead, [drives, email])
    assert.equal((await linked.post('/promise', { promise: 'anonymous' })).status, 409)
  }),
)

test(
  'PUB-2: the check and the versions are there for everyone on the desk; findings link to the question and stop nobody',
  inHouse(slots, async (house) => {
    const lead = await house.staff('engagement lead')
    const { surveyId, at, post, get } = await draft(house, lead, [{ ...drives, text: 'Do stakeholders drive?' }])
    assert.match((await get('/check')).text, /Reading age[\s\S]*questions\/q1"[\s\S]*It says “stakeholder”/)
    const auditor = await house.staff('auditor')
    const check = await house.get(at('/check'), { as: auditor })
    assert.deepEqual([check.status, /questions\/q1"/.test(check.text)], [200, false])

    await house.within(lead, (ctx) => releaseSurvey(ctx, surveyId))
    await post('/questions/q1', { type: 'one-of', text: 'Do you drive?', labels: 'Yes\nNo\nSometimes' })
    const versions = (await house.get(at('/versions'), { as: auditor })).text
    assert.match(
      versions,
      /Version 2[\s\S]*A draft[\s\S]*Reworded “Do stakeholders drive\?” to “Do you drive\?”[\s\S]*“Sometimes”[\s\S]*Version 1[\s\S]*Released/,
    )
  }),
)

// One dot, white.
const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=', 'base64')

test(
  'SAY-1: information has a picture with its description; nobody sees it in public before it is released, nor any other file through it',
  inHouse(slots, async (house) => {
    const lead = await house.staff('engagement lead')
    const { surveyId, at, asked, get } = await draft(house, lead)
    const send = (rest: string, body: Record<string, string>, bytes: Uint8Array = dot) =>
      house.post(
        at(rest),
        { type: 'information', text: 'Where it is', ...body },
        { as: lead, files: { 'picture-upload': [{ name: 'map.png', bytes }] } },
      )
    const bare = await send('/questions', {})
    assert.deepEqual([bare.status, /Describe the picture[\s\S]*Choose the picture again/.test(bare.text)], [422, true])
    const lies = await send('/questions', { 'picture-description': 'A map' }, Buffer.from('<svg onload="alert(1)">'))
    assert.deepEqual([lies.status, lies.text.includes('value="A map"')], [422, true])
    assert.equal((await send('/questions', { 'picture-description': 'A map' })).status, 303)

    const information = (await asked())[2]
    assert.equal(information?.picture?.description, 'A map')
    const file = information?.picture?.file ?? ''
    assert.match((await get('/preview')).text, new RegExp(`<img[^>]*desk/surveys/${surveyId}/pictures/${file}[^>]*alt="A map"`))
    assert.equal((await get(`/pictures/${file}`)).status, 200)
    const inPublic = () => house.get(`/testshire/surveys/${surveyId}/pictures/${file}`)
    assert.equal((await inPublic()).status, 404)
    await house.within(lead, (ctx) => releaseSurvey(ctx, surveyId))
    assert.deepEqual([(await inPublic()).status, (await inPublic()).header('content-type')], [200, 'image/png'])

    // Another file cannot be named as the picture of a question.
    const forged = { type: 'information', text: 'Where', picture: surveyId, 'picture-description': 'A map' }
    await house.post(at(`/questions/${information?.key}`), forged, { as: lead })
    assert.equal((await asked())[2]?.picture, undefined)
  }),
)

test(
  'field 12: what is not released yet is seen by nobody but the desk, not its pictures either',
  inHouse(slots, async (house) => {
    const lead = await house.staff('engagement lead')
    const { surveyId, at } = await draft(house, lead)
    for (const rest of ['', '/preview', '/check', '/versions', '/blocks']) assert.notEqual((await house.get(at(rest))).status, 200, rest)
    assert.equal((await house.get(`/testshire/surveys/${surveyId}/pictures/${surveyId}`)).status, 404)
    const stranger = await house.staff('engagement lead', await house.addCommissioner('elsewhere'))
    for (const rest of ['/preview', '/check', '/versions', '/blocks', '/questions/q1/conditions', '/questions/q1/page'])
      assert.equal((await house.get(at(rest), { as: stranger })).status, 404, rest)
  }),
)
