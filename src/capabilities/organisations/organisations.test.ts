import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gather } from '#platform/slots.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { addOrganisation, organisations } from './index.ts'
import { paths } from './paths.ts'

const slots = gather([organisations])
const commissioner = 'testshire'
const list = paths.list({ commissioner })
const given = {
  name: 'Moorside Carers',
  kind: 'voluntary',
  code: '',
  postcode: 'zz4 1pt',
  'fromOn-day': '1',
  'fromOn-month': '4',
  'fromOn-year': '2019',
}

const add = (house: TestHouse, name: string, code?: string) =>
  house.within({ kind: 'operator' }, (ctx) => addOrganisation(ctx, { kind: 'practice', name, code, fromOn: '2001-04-01' }))

test(
  'PEO-2: an engagement lead adds an organisation, and its page shows the name with its date and who added it',
  inHouse(slots, async (house) => {
    const lead = await house.staff('engagement lead')
    const added = await house.post(list, given, { as: lead })
    assert.equal(added.status, 303)
    const shown = await house.get(added.location, { as: lead })
    assert.match(shown.text, /Moorside Carers[\s\S]*1 April 2019/)
    assert.match(shown.text, /ZZ4 1PT/)
    assert.match(shown.text, /Added it/)
  }),
)

test(
  'what is missing is asked for, and what was typed is kept',
  inHouse(slots, async (house) => {
    const lead = await house.staff('engagement lead')
    const reply = await house.post(list, { ...given, name: '', 'fromOn-day': '31', 'fromOn-month': '2' }, { as: lead })
    assert.equal(reply.status, 422)
    assert.match(reply.text, /href="#name">\s*Enter the name/)
    assert.match(reply.text, /href="#fromOn-day">\s*The date/)
    assert.match(reply.text, /id="fromOn-day"[^>]*value="31"/)
    assert.match(reply.text, /value="voluntary" checked/)
  }),
)

test(
  'an analyst and an auditor look but do not add',
  inHouse(slots, async (house) => {
    for (const role of ['analyst', 'auditor'] as const) {
      const staff = await house.staff(role)
      const shown = await house.get(list, { as: staff })
      assert.equal(shown.status, 200)
      assert.doesNotMatch(shown.text, /Add an organisation/)
      assert.equal((await house.post(list, given, { as: staff })).status, 403)
    }
  }),
)

test(
  'one code belongs to one organisation',
  inHouse(slots, async (house) => {
    await add(house, 'Fellside Surgery', 'ZZ9001')
    const reply = await house.post(list, { ...given, code: 'zz9001' }, { as: await house.staff('administrator') })
    assert.equal(reply.status, 409)
    assert.match(reply.text, /already an organisation with the code ZZ9001/)
  }),
)

test(
  'the list is searched by the words in its address, and pages 50 at a time without losing the search',
  inHouse(slots, async (house) => {
    for (let at = 1; at <= 53; at++) await add(house, `Surgery ${String(at).padStart(2, '0')}`, `ZZ90${String(at).padStart(2, '0')}`)
    await add(house, 'Fellside 100% Health')
    const auditor = await house.staff('auditor')
    const first = await house.get(`${list}?words=surgery&kind=practice`, { as: auditor })
    assert.match(first.text, /Surgery 01[\s\S]*Surgery 50/)
    assert.doesNotMatch(first.text, /Surgery 51|Fellside/)
    const next = /href="([^"]*after=[^"]*)"/.exec(first.text)![1]!.replaceAll('&amp;', '&')
    const second = await house.get(next, { as: auditor })
    assert.match(second.text, /Surgery 51[\s\S]*Surgery 53/)
    assert.doesNotMatch(second.text, /Surgery 50|Fellside|after=/)
    assert.match((await house.get(`${list}?words=ZZ9007`, { as: auditor })).text, /Surgery 07/)
    assert.match((await house.get(`${list}?words=100%25`, { as: auditor })).text, /Fellside 100% Health/)
    assert.doesNotMatch((await house.get(`${list}?words=1_0`, { as: auditor })).text, /Fellside/)
    assert.match((await house.get(`${list}?kind=council`, { as: auditor })).text, /Nothing found/)
  }),
)

test(
  "another commissioner's organisation is not there",
  inHouse(slots, async (house) => {
    const id = await add(house, 'Fellside Surgery')
    const elsewhere = await house.addCommissioner('elsewhere')
    const stranger = await house.staff('administrator', elsewhere)
    assert.equal((await house.get(paths.show({ commissioner: 'elsewhere', id }), { as: stranger })).status, 404)
    assert.equal((await house.get(paths.show({ commissioner, id }), { as: stranger })).status, 404)
  }),
)
