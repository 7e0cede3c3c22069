import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { makeFrame, themes } from '#capabilities/themes'
import type { Actor } from '#platform/context.ts'
import { newId, newSalt } from '#platform/ids.ts'
import { gather } from '#platform/slots.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { codings } from './index.ts'
import { lengthOf, partsOf, sentencesOf } from './span.ts'

const slots = gather([themes, codings])
const operator: Actor = { kind: 'operator' }

const setOut = (house: TestHouse, words: readonly string[]) =>
  house.within(operator, async (ctx) => {
    const mine = { commissioner_id: ctx.commissioner.id }
    const sourceId = newId()
    const rows = words.map((said) => ({ ...mine, id: newId(), response_id: newId(), words: said, salt: newSalt(), source_id: sourceId }))
    await ctx.db
      .insertInto('sources')
      .values({ ...mine, id: sourceId, name: `Cards ${sourceId}`, added_at: ctx.now })
      .execute()
    const response = { ...mine, channel: 'import', source_id: sourceId, said_on: ctx.today, received_at: ctx.now }
    await ctx.db
      .insertInto('responses')
      .values(rows.map((row) => ({ ...response, id: row.response_id, salt: newSalt() })))
      .execute()
    await ctx.db.insertInto('contributions').values(rows).execute()
    const { frameId, themeIds } = await makeFrame(ctx, { title: 'Hours', themes: [{ name: 'Parking', definition: '' }] })
    const batch = `/testshire/desk/coding/${frameId}/source-${sourceId}`
    return { at: (index: number) => `${batch}/${rows[index]!.id}`, parking: themeIds.Parking! }
  })

const odd: Readonly<Record<string, string>> = {
  'one word': 'Parking',
  'a full stop': '.',
  'an emoji alone': '👨‍👩‍👧‍👦',
  'right to left': 'پارکنگ نہیں تھی۔ عملہ مہربان تھا۔',
  'mixed languages': 'Kind staff. Dim lle i barcio. پارکنگ نہیں۔ 👍🏽 谢谢。',
  'control characters': 'Kind\u0001\u0002\u001b[31m staff.\u0007 \ufffe\ufffd No\u202eparking\u0008.',
  markup: '<script>alert(1)</script> & "quotes" <b>bold</b>',
  '20,000 characters': 'The car park was full, and 👍 nobody told us. '.repeat(434),
  '20,000 characters without a space': 'x'.repeat(20_000),
  '6,000 sentences': 'Dr. '.repeat(5_000),
  'nothing but line breaks between': `One.${'\n'.repeat(5_000)}Two.`,
}

const stored = (house: TestHouse, id: string, start: number, end: number): Promise<string | undefined> =>
  house.within(operator, async ({ db }) => {
    const { rows } = await sql<{ said: string }>`
      select substr(words, ${start + 1}::integer, ${end - start}::integer) as said from contributions where id = ${id}`.execute(db)
    return rows[0]?.said
  })

test(
  'INS-1: a comment of any kind is shown, coded whole and in part, and the part is the same words in the database',
  inHouse(slots, async (house) => {
    const as = await house.staff('analyst')
    const all = Object.entries(odd)
    const { at, parking } = await setOut(
      house,
      all.map(([, words]) => words),
    )
    for (const [index, [kind, words]] of all.entries()) {
      const shown = await house.get(at(index), { as })
      assert.equal(shown.status, 200, kind)
      assert.doesNotMatch(shown.text, /<script>alert|<b>bold/)
      assert.ok(shown.text.length < 400_000, `${kind}: ${shown.text.length}`)
      await house.post(`${at(index)}/codings`, { place: 'whole', themes: parking }, { as })
      const last = lengthOf(words)
      const places = [...shown.text.matchAll(/name="place"[^>]*value="(\d+-\d+)"/g)].map((match) => match[1]!)
      for (const place of [places.at(-1) ?? `0-${last}`]) {
        assert.equal((await house.post(`${at(index)}/codings`, { place, themes: parking }, { as })).status, 303, `${kind} ${place}`)
        const [start = 0, end = 0] = place.split('-').map(Number)
        const said = await stored(house, at(index).split('/').at(-1) ?? '', start, end)
        assert.equal(said, [...words].slice(start, end).join(''), kind)
      }
      assert.equal((await house.post(`${at(index)}/codings`, { place: `0-${last + 1}`, themes: parking }, { as })).status, 422, kind)
    }
  }),
)

test('INS-1: for any text, a list of its parts is no longer than asked, and no sentence falls between two of them', () => {
  const text = fc
    .array(fc.constantFrom('Kind. ', 'No! ', 'Dr. Patel ', '👍🏽 ', 'شکریہ۔ ', '\n', '██ ', 'word '), { maxLength: 80 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 12 }), (words, most) => {
      const parts = partsOf(words, most)
      assert.ok(parts.length <= most)
      for (const sentence of sentencesOf(words))
        assert.equal(parts.filter((part) => part.start <= sentence.start && sentence.end <= part.end).length, 1)
      for (const [at, part] of parts.entries()) assert.ok(at === 0 || parts[at - 1]!.end <= part.start)
    }),
  )
})

test('INS-1: the sentences of 20,000 characters are found in a moment, whatever they are', () => {
  for (const words of ['Dr. '.repeat(5000), 'x'.repeat(20_000), ' '.repeat(20_000), 'Mr.\t'.repeat(5000), '👍'.repeat(10_000)]) {
    const started = performance.now()
    sentencesOf(words)
    assert.ok(performance.now() - started < 2000, words.slice(0, 8))
  }
})
