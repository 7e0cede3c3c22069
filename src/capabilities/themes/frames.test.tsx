import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import type { Workplace } from '#platform/commands.ts'
import type { Actor } from '#platform/context.ts'
import { gather } from '#platform/slots.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { commands } from './commands.ts'
import { listThemes, makeFrame, readDown, themes } from './index.ts'

const slots = gather([themes])
const operator: Actor = { kind: 'operator' }
const desk = '/testshire/desk'

const namesOf = (house: TestHouse, frameId: string) =>
  house.within(operator, async ({ db }) => readDown(await listThemes(db, frameId)).map(({ fullName }) => fullName))

const csv = (text: string) => ({ file: [{ name: 'Our frame.csv', bytes: Buffer.from(text) }] })

test(
  'INS-1: what a theme includes, what it does not, and examples are written down, kept by a reword and by a mistake, and each version keeps its own',
  inHouse(slots, async (house) => {
    const as = await house.staff('analyst')
    const { frameId } = await house.within(operator, (ctx) => makeFrame(ctx, { title: 'Winter' }))
    const typed = {
      name: '🅿️ مواقف',
      definition: 'Places',
      includes: 'Blue badges\nBays',
      excludes: 'Cost',
      examples: '“No space”',
      parent: '',
    }
    const wrong = await house.post(`${desk}/frames/${frameId}/themes`, { ...typed, name: '' }, { as })
    assert.equal(wrong.status, 422)
    for (const kept of ['Blue badges\nBays', 'Cost', '“No space”']) assert.ok(wrong.text.includes(kept), kept)
    await house.post(`${desk}/frames/${frameId}/themes`, typed, { as })

    const [theme] = await house.within(operator, ({ db }) => listThemes(db, frameId))
    const at = `${desk}/themes/${theme!.id}`
    for (const said of ['🅿️ مواقف', 'Blue badges', 'Does not include', '“No space”'])
      assert.ok((await house.get(at, { as })).text.includes(said), said)
    assert.match((await house.get(`${at}/wording`, { as })).text, /Blue badges/)
    await house.post(`${at}/wording`, { ...typed, excludes: 'Cost, and fines', note: 'Clearer' }, { as })
    const [now] = await house.within(operator, ({ db }) => listThemes(db, frameId))
    const [then] = await house.within(operator, ({ db }) => listThemes(db, frameId, { version: 2 }))
    assert.deepEqual([now?.includes, now?.excludes, then?.excludes], ['Blue badges\nBays', 'Cost, and fines', 'Cost'])
    const long = await house.post(`${at}/wording`, { ...typed, examples: 'x'.repeat(5001), note: 'y' }, { as })
    assert.ok(long.status === 422 && long.text.includes('Examples must be 5,000 characters or fewer'))
  }),
)

test(
  'INS-1: any version of a frame can be the start of another, and neither changes the other',
  inHouse(slots, async (house) => {
    const as = await house.staff('analyst')
    const plan = [{ name: 'Travel', definition: 'x', includes: 'Buses', themes: [{ name: 'Parking', definition: 'y' }] }]
    const { frameId, themeIds } = await house.within(operator, (ctx) => makeFrame(ctx, { title: 'Winter', themes: plan }))
    await house.post(`${desk}/themes/${themeIds.Travel}/wording`, { name: 'Getting there', definition: 'x', note: 'y' }, { as })

    assert.equal((await house.post(`${desk}/frames/${frameId}/copies`, { title: '', version: '1' }, { as })).status, 422)
    const old = await house.post(`${desk}/frames/${frameId}/copies`, { title: 'As it was', version: '1' }, { as })
    const copy = old.location.split('/').at(-1)!
    assert.deepEqual(await namesOf(house, copy), ['Travel', 'Travel: Parking'])
    assert.match((await house.get(old.location, { as })).text, /Copied from “Winter”, version 1/)
    const latest = await house.post(`${desk}/frames/${frameId}/copies`, { title: 'As it is' }, { as })
    assert.deepEqual(await namesOf(house, latest.location.split('/').at(-1)!), ['Getting there', 'Getting there: Parking'])
    const [travel] = await house.within(operator, ({ db }) => listThemes(db, copy))
    assert.equal(travel?.includes, 'Buses')
    assert.notEqual(travel?.id, themeIds.Travel)
    assert.equal((await house.get(`${desk}/frames/${frameId}/copies/new?version=9`, { as })).status, 404)
  }),
)

test(
  'INS-1: a spreadsheet is read and shown before a frame is made of it, once',
  inHouse(slots, async (house) => {
    const as = await house.staff('analyst')
    const at = `${desk}/frame-plans`
    assert.match((await house.post(at, { title: '' }, { as, files: {} })).text, /Choose a file/)
    const wrong = await house.post(at, { title: 'Kept' }, { as, files: csv('Words,Score\nKind,5\n') })
    assert.ok(wrong.status === 422 && wrong.text.includes('needs a header') && wrong.text.includes('value="Kept"'))
    const circle = await house.post(at, { title: '' }, { as, files: csv('Theme,Parent\nA,B\nB,A\n') })
    assert.match(circle.text, /circle: rows 2, 3/)

    const sent = await house.post(
      at,
      { title: '' },
      { as, files: csv('Theme,Parent,Description,Colour\nStaff,,How,red\nManner,Staff,x,red\n,,y,\n') },
    )
    const shown = await house.get(sent.location, { as })
    for (const said of ['Our frame', 'Make the frame with 2 themes', 'Not read', 'It has no name', 'The theme above'])
      assert.ok(shown.text.includes(said), said)
    const made = await house.post(`${sent.location}/frame`, {}, { as })
    assert.deepEqual(await namesOf(house, made.location.split('/').at(-1)!), ['Staff', 'Staff: Manner'])
    assert.equal((await house.post(`${sent.location}/frame`, {}, { as })).status, 409)
    assert.match((await house.get(sent.location, { as })).text, /A frame was made of this file/)
  }),
)

test(
  'INS-1: the command brings a frame in, safe to repeat, and adds what the file has gained since',
  inHouse(slots, async (house) => {
    const run = async (text: string) => {
      const place = {
        within: (_: string, work: Parameters<Workplace['within']>[1]) => house.within(operator, work),
        open: () => Readable.from([Buffer.from(text)]),
      } as unknown as Workplace
      return (await commands[0]!.run(place, ['-'], { commissioner: 'testshire', title: 'NHS' })).json as Record<string, unknown>
    }
    const file = 'Category,Sub-category\nStaff,Manner\nStaff,Numbers\n'
    const { frame, ...first } = await run(file)
    assert.deepEqual(first, { read: 2, imported: 3, already: 0, rejected: [] })
    assert.deepEqual(await run(file), { frame, read: 2, imported: 0, already: 3, rejected: [] })
    assert.deepEqual(await run(`${file}Food,\nStaff,manner\n`), {
      frame,
      read: 4,
      imported: 1,
      already: 3,
      rejected: [{ row: 5, reason: 'The same theme is in row 2 already' }],
    })
    assert.deepEqual(await namesOf(house, String(frame)), ['Staff', 'Staff: Manner', 'Staff: Numbers', 'Food'])
  }),
)

test(
  'INS-1: a frame is saved as a file and printed as a code book; an empty one says that it is empty',
  inHouse(slots, async (house) => {
    const as = await house.staff('auditor')
    const plan = [{ name: 'Travel', definition: 'x', excludes: 'Cost', themes: [{ name: '=Parking', definition: 'y' }] }]
    const { frameId } = await house.within(operator, (ctx) => makeFrame(ctx, { title: 'Winter', themes: plan }))
    const saved = await house.get(`${desk}/frames/${frameId}/files/csv`, { as })
    assert.ok(saved.text.includes("1.1,'=Parking,Travel,y,,,"))
    assert.match(saved.header('content-disposition') ?? '', /winter-version-1\.csv/)
    assert.equal((await house.get(`${desk}/frames/${frameId}/files/xlsx`, { as })).status, 200)
    assert.equal((await house.get(`${desk}/frames/${frameId}/files/doc`, { as })).status, 404)
    const book = await house.get(`${desk}/frames/${frameId}/code-book`, { as })
    for (const said of ['1 Travel', '1.1 =Parking', 'Does not include', 'Cost']) assert.ok(book.text.includes(said), said)

    const empty = await house.within(operator, (ctx) => makeFrame(ctx, { title: 'Empty' }))
    assert.match((await house.get(`${desk}/frames/${empty.frameId}`, { as })).text, /This frame has no themes yet/)
    assert.match((await house.get(`${desk}/frames/${empty.frameId}/code-book`, { as })).text, /no themes yet/)
    assert.equal((await house.get(`${desk}/frames/${empty.frameId}/files/xlsx`, { as })).status, 200)
  }),
)

test(
  'INS-1: in a frame of 2,000 themes one is found by a word, and its page is drawn within five seconds on a busy machine',
  inHouse(slots, async (house) => {
    const as = await house.staff('analyst')
    const plan = Array.from({ length: 40 }, (_, top) => ({
      name: `Part ${top}`,
      definition: 'x',
      themes: Array.from({ length: 49 }, (_below, at) => ({ name: `Theme ${top}-${at}`, definition: 'What people said of it' })),
    }))
    const { frameId } = await house.within(operator, (ctx) => makeFrame(ctx, { title: 'Large', themes: plan }))
    const from = performance.now()
    const whole = await house.get(`${desk}/frames/${frameId}`, { as })
    assert.ok(performance.now() - from < 5000, `${performance.now() - from} ms`)
    assert.match(whole.text, /Theme 39-48/)
    assert.equal([...whole.text.matchAll(/href="#theme-/g)].length, 40)
    const found = await house.get(`${desk}/frames/${frameId}?find=theme%2039-48`, { as })
    assert.match(found.text, /1 theme with “theme 39-48”/)
    assert.match(found.text, /Part 39</)
    assert.doesNotMatch(found.text, /Part 38</)
    assert.match((await house.get(`${desk}/frames/${frameId}?find=nothing`, { as })).text, /0 themes with “nothing”/)
  }),
)

test(
  'an auditor changes nothing about merges, splits, copies and files, and another commissioner’s staff see that there is nothing',
  inHouse(slots, async (house) => {
    const plan = ['Staff', 'Travel'].map((name) => ({ name, definition: 'x' }))
    const { frameId, themeIds } = await house.within(operator, (ctx) => makeFrame(ctx, { title: 'Winter', themes: plan }))
    const at = `/desk/themes/${themeIds.Staff}`
    const acts = [`${at}/merge`, `${at}/split`, `/desk/frames/${frameId}/copies`]
    const auditor = await house.staff('auditor')
    for (const path of [...acts, '/desk/frame-plans'])
      assert.equal((await house.post(`/testshire${path}`, {}, { as: auditor })).status, 403, path)
    const stranger = await house.staff('administrator', await house.addCommissioner('otherham'))
    for (const path of [
      ...acts.slice(0, 2),
      `/desk/frames/${frameId}/code-book`,
      `/desk/frames/${frameId}/copies/new`,
      `/desk/frames/${frameId}/files/csv`,
    ])
      assert.equal((await house.get(`/otherham${path}`, { as: stranger })).status, 404, path)
    for (const path of acts) assert.equal((await house.post(`/otherham${path}`, { title: 'x' }, { as: stranger })).status, 404, path)
    for (const path of ['/desk/merges/x/reversal', '/desk/splits/x', '/desk/frame-plans/x'])
      assert.equal((await house.get(`/otherham${path}`, { as: stranger })).status, 404, path)
  }),
)
