import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gather } from '#platform/slots.ts'
import { withOwnDatabase } from '#platform/testing.ts'
import { holdThemes, listThemes, makeFrame, themes } from './index.ts'

const operator = { kind: 'operator' } as const
const slots = gather([themes])

test(
  'INS-1: of two people who merge two themes into each other at once, one is refused, and no theme goes in a circle',
  withOwnDatabase(slots, async ({ house }) => {
    const as = await house.staff('analyst')
    const plan = ['Cost', 'Fees'].map((name) => ({ name, definition: 'x' }))
    const { frameId, themeIds } = await house.within(operator, (ctx) => makeFrame(ctx, { title: 'Winter', themes: plan }))
    const merge = (from: string, into: string) => house.post(`/testshire/desk/themes/${from}/merge`, { into, note: 'The same' }, { as })
    const replies = await Promise.all([merge(themeIds.Cost!, themeIds.Fees!), merge(themeIds.Fees!, themeIds.Cost!)])

    assert.deepEqual(replies.map(({ status }) => status).sort(), [303, 409])
    assert.match(replies.find(({ status }) => status === 409)!.text, /put away/)
    const left = await house.within(operator, ({ db }) => listThemes(db, frameId))
    assert.equal(left.length, 1)
    const now = await house.within(operator, (ctx) => holdThemes(ctx, Object.values(themeIds)))
    assert.deepEqual([...now.values()], [left[0]!.id, left[0]!.id])
  }),
)

test(
  'INS-1: a merge waits for whoever is coding with its theme, and whoever codes after it is told which theme it became',
  withOwnDatabase(slots, async ({ house }) => {
    const as = await house.staff('analyst')
    const plan = ['Cost', 'Fees'].map((name) => ({ name, definition: 'x' }))
    const { themeIds } = await house.within(operator, (ctx) => makeFrame(ctx, { title: 'Winter', themes: plan }))
    const [cost, fees] = [themeIds.Cost!, themeIds.Fees!]
    let merging: Promise<unknown> = Promise.resolve()
    let merged = false
    await house.within(operator, async (ctx) => {
      assert.equal((await holdThemes(ctx, [cost])).get(cost), cost)
      merging = house.post(`/testshire/desk/themes/${cost}/merge`, { into: fees, note: 'The same' }, { as }).then(() => (merged = true))
      await new Promise((resolve) => setTimeout(resolve, 300))
      assert.equal(merged, false)
    })
    await merging
    await house.within(operator, async (ctx) => assert.equal((await holdThemes(ctx, [cost])).get(cost), fees))
  }),
)
