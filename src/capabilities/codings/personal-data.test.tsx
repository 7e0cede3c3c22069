import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contributions } from '#capabilities/contributions'
import { makeFrame, themes } from '#capabilities/themes'
import type { Actor } from '#platform/context.ts'
import { newId, newSalt } from '#platform/ids.ts'
import { gather } from '#platform/slots.ts'
import { inHouse } from '#platform/testing.ts'
import { codings } from './index.ts'

const slots = gather([contributions, themes, codings])
const operator: Actor = { kind: 'operator' }

test(
  'INS-1: from the coding page personal data is taken out, and the way leads back to the same comment of the same queue, nowhere else',
  inHouse(slots, async (house) => {
    const [lead, analyst] = [await house.staff('engagement lead'), await house.staff('analyst')]
    const { comment, id } = await house.within(operator, async (ctx) => {
      const mine = { commissioner_id: ctx.commissioner.id }
      const [sourceId, responseId, contributionId] = [newId(), newId(), newId()]
      await ctx.db
        .insertInto('sources')
        .values({ ...mine, id: sourceId, name: 'Cards', added_at: ctx.now })
        .execute()
      const response = {
        ...mine,
        id: responseId,
        channel: 'import',
        source_id: sourceId,
        said_on: ctx.today,
        received_at: ctx.now,
        salt: newSalt(),
      }
      await ctx.db.insertInto('responses').values(response).execute()
      const said = {
        ...mine,
        id: contributionId,
        response_id: responseId,
        words: 'Nurse Joy was kind.',
        salt: newSalt(),
        source_id: sourceId,
      }
      await ctx.db.insertInto('contributions').values(said).execute()
      const { frameId } = await makeFrame(ctx, { title: 'Hours', themes: [{ name: 'Staff', definition: '' }] })
      return { id: contributionId, comment: `/testshire/desk/coding/${frameId}/source-${sourceId}/${contributionId}?queue=again` }
    })
    assert.doesNotMatch((await house.get(comment, { as: analyst })).text, /id="redact"/)
    const link = /id="redact" href="([^"]+)"/.exec((await house.get(comment, { as: lead })).text)![1]!.replaceAll('&amp;', '&')
    const form = await house.get(link, { as: lead })
    const back = /name="back" value="([^"]+)"/.exec(form.text)![1]!
    assert.equal(back, comment)
    const address = `/testshire/desk/contributions/${id}/redaction`
    const wrong = await house.post(address, { words: 'Nobody', reason: '', back }, { as: lead })
    assert.equal(wrong.status, 422)
    assert.ok(wrong.text.includes(`name="back" value="${back}"`))
    assert.equal((await house.post(address, { words: 'Joy', reason: 'A name', back }, { as: lead })).location, comment)
    assert.doesNotMatch((await house.get(comment, { as: lead })).text, /Joy/)
    for (const elsewhere of [
      'https://evil.example/',
      '//evil.example',
      '/otherham/desk/coding',
      '/testshire/desk/../../x',
      '/testshire/desk/"onclick',
    ]) {
      const asked = await house.get(`${address}?back=${encodeURIComponent(elsewhere)}`, { as: lead })
      assert.doesNotMatch(asked.text, /name="back"/, elsewhere)
    }
    const sent = await house.post(address, { words: 'kind', reason: 'A test', back: '//evil.example' }, { as: lead })
    assert.equal(sent.location, `/testshire/desk/contributions/${id}`)
  }),
)
