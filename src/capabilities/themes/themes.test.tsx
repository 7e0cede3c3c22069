import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor, Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { gather } from '#platform/slots.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { addTheme } from './actions/add-theme.ts'
import { moveTheme } from './actions/move-theme.ts'
import { listFrames, listThemes, makeFrame, readDown, themes } from './index.ts'
import { listVersions } from './queries/frames.ts'

const slots = gather([themes])
const operator: Actor = { kind: 'operator' }

const travel = [
  {
    name: 'Getting there',
    definition: 'How people travel',
    themes: [
      { name: 'Parking', definition: 'Places, cost, blue badges' },
      { name: 'Buses', definition: 'Routes and times' },
    ],
  },
  { name: 'Staff', definition: 'How people were treated' },
]

const frameFor = (house: TestHouse) => house.within(operator, (ctx) => makeFrame(ctx, { title: 'Clinic hours', themes: travel }))

const namesOf = (house: TestHouse, frameId: string, version?: number) =>
  house.within(operator, async ({ db }: Context) =>
    readDown(await listThemes(db, frameId, version === undefined ? {} : { version })).map(({ fullName }) => fullName),
  )

/** Every mistake in the summary links to something that is on the page. */
function linksLand(text: string) {
  const links = [...text.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id!).filter((id) => id !== 'maincontent')
  assert.ok(links.length > 0, 'the page has no error links')
  for (const id of links) assert.match(text, new RegExp(`id="${id}"`), `#${id} lands nowhere`)
}

test(
  'INS-1: a frame is made with its themes in a tree, and gives their ids by name',
  inHouse(slots, async (house) => {
    const { frameId, themeIds } = await frameFor(house)
    assert.deepEqual(Object.keys(themeIds), ['Getting there', 'Getting there/Parking', 'Getting there/Buses', 'Staff'])
    assert.deepEqual(await namesOf(house, frameId), ['Getting there', 'Getting there: Parking', 'Getting there: Buses', 'Staff'])
    const [frame] = await house.within(operator, ({ db }) => listFrames(db))
    assert.deepEqual([frame?.title, frame?.version], ['Clinic hours', 1])
  }),
)

test(
  'INS-1: an analyst makes a frame, adds a theme, rewords it, moves it and puts it away; each is a version, and every version can be seen',
  inHouse(slots, async (house) => {
    const as = await house.staff('analyst')
    const made = await house.post('/testshire/desk/frames', { title: 'Winter' }, { as })
    assert.equal(made.status, 303)
    const frameId = made.location.split('/').at(-1)!

    await house.post(`${made.location}/themes`, { name: 'Travel', definition: 'Getting to us', parent: '' }, { as })
    await house.post(`${made.location}/themes`, { name: 'Parking', definition: 'Places to park', parent: '' }, { as })
    const [parking, top] = await house.within(operator, async ({ db }) => {
      const themes = await listThemes(db, frameId)
      return [themes.find(({ name }) => name === 'Parking')!.id, themes.find(({ name }) => name === 'Travel')!.id]
    })
    const theme = `/testshire/desk/themes/${parking}`
    assert.equal(
      (await house.post(`${theme}/wording`, { name: 'Car parks', definition: 'Places to park', note: 'People say car park' }, { as }))
        .location,
      theme,
    )
    assert.equal((await house.post(`${theme}/place`, { parent: top!, note: 'It is a part of travel' }, { as })).location, theme)
    assert.equal((await house.post(`${theme}/retirement`, { note: 'Nobody spoke of it' }, { as })).location, theme)

    assert.deepEqual(await namesOf(house, frameId), ['Travel'])
    assert.deepEqual(await namesOf(house, frameId, 5), ['Travel', 'Travel: Car parks'])
    assert.deepEqual(await namesOf(house, frameId, 4), ['Travel', 'Car parks'])
    assert.deepEqual(await namesOf(house, frameId, 3), ['Travel', 'Parking'])
    assert.deepEqual(
      (await house.within(operator, ({ db }) => listVersions(db, frameId))).map(({ number, note, madeBy }) => [number, note, madeBy]),
      [
        [6, 'Nobody spoke of it', 'Test analyst'],
        [5, 'It is a part of travel', 'Test analyst'],
        [4, 'People say car park', 'Test analyst'],
        [3, 'Added “Parking”', 'Test analyst'],
        [2, 'Added “Travel”', 'Test analyst'],
        [1, 'The first version', 'Test analyst'],
      ],
    )
    const old = await house.get(`${made.location}/versions/3`, { as })
    assert.match(old.text, />Parking</)
    assert.doesNotMatch(old.text, /Car parks/)
    const now = await house.get(made.location, { as })
    assert.match(now.text, /Put a theme away: version 6/)
    assert.match((await house.get(theme, { as })).text, /This theme has been put away/)
    assert.equal((await house.post(`${theme}/wording`, { name: 'Bays', definition: 'x', note: 'y' }, { as })).status, 409)
  }),
)

test(
  'INS-1: a frame with a circle in it is refused',
  inHouse(slots, async (house) => {
    const as = await house.staff('analyst')
    const { frameId, themeIds } = await frameFor(house)
    const top = themeIds['Getting there']!
    for (const parent of [top, themeIds['Getting there/Parking']!]) {
      const refused = await house.post(`/testshire/desk/themes/${top}/place`, { parent, note: 'To see' }, { as })
      assert.equal(refused.status, 409)
      assert.match(refused.text, /cannot be put under itself/)
    }
    assert.deepEqual(await namesOf(house, frameId), ['Getting there', 'Getting there: Parking', 'Getting there: Buses', 'Staff'])
  }),
)

test(
  'a theme goes under a theme of its own frame and no other, and is put away only when nothing is under it',
  inHouse(slots, async (house) => {
    const { frameId, themeIds } = await frameFor(house)
    const other = await house.within(operator, (ctx) => makeFrame(ctx, { title: 'Other', themes: [{ name: 'Food', definition: 'Meals' }] }))
    const move = (parentId: string) => house.within(operator, (ctx) => moveTheme(ctx, themeIds.Staff!, { parentId, note: 'x' }))
    await assert.rejects(move(other.themeIds.Food!), /not in this frame/)
    await assert.rejects(
      house.within(operator, (ctx) => addTheme(ctx, { frameId, name: 'Toilets', definition: 'x', parentId: newId() })),
      /not in this frame/,
    )

    const as = await house.staff('engagement lead')
    const away = await house.post(`/testshire/desk/themes/${themeIds['Getting there']}/retirement`, { note: 'Too wide' }, { as })
    assert.equal(away.status, 409)
    assert.match(away.text, /Move or put away the themes under it first/)
  }),
)

test(
  'every form of a frame says what is missing, keeps what was typed, and its links land',
  inHouse(slots, async (house) => {
    const as = await house.staff('analyst')
    const { frameId, themeIds } = await frameFor(house)
    const theme = `/testshire/desk/themes/${themeIds.Staff}`
    for (const [path, body, says, keeps] of [
      ['/testshire/desk/frames', { title: ' ' }, 'Enter a name for the frame', ''],
      [`/testshire/desk/frames/${frameId}/themes`, { name: '', definition: 'Meals', parent: '' }, 'Enter a name for the theme', 'Meals'],
      [
        `/testshire/desk/frames/${frameId}/themes`,
        { name: 'STAFF', definition: 'Meals', parent: '' },
        'There is already a theme called STAFF',
        'Meals',
      ],
      [
        `/testshire/desk/frames/${frameId}/themes`,
        { name: 'Food', definition: 'Meals', parent: 'nonsense' },
        'Choose a theme of this frame',
        'Meals',
      ],
      [`${theme}/wording`, { name: 'Team', definition: '', note: '' }, 'Enter what belongs under this theme', 'Team'],
      [`${theme}/wording`, { name: 'getting there', definition: 'x', note: 'y' }, 'There is already a theme called getting there', ''],
      [`${theme}/place`, { parent: themeIds['Getting there']!, note: '' }, 'Enter why you are making this change', ''],
      [`${theme}/retirement`, { note: '' }, 'Enter why you are making this change', ''],
    ] as const) {
      const reply = await house.post(path, body, { as })
      assert.equal(reply.status, 422, path)
      assert.ok(reply.text.includes(says), `${path} says ${says}`)
      assert.ok(reply.text.includes(keeps))
      linksLand(reply.text)
    }
  }),
)

test(
  'an auditor sees frames and themes and changes none; another commissioner’s staff see that there is nothing',
  inHouse(slots, async (house) => {
    const { frameId, themeIds } = await frameFor(house)
    const pages = [
      '/testshire/desk/frames',
      `/testshire/desk/frames/${frameId}`,
      `/testshire/desk/frames/${frameId}/versions/1`,
      `/testshire/desk/themes/${themeIds.Staff}`,
    ]
    const auditor = await house.staff('auditor')
    for (const path of pages) assert.equal((await house.get(path, { as: auditor })).status, 200, path)
    assert.doesNotMatch((await house.get(pages[1]!, { as: auditor })).text, /Add a theme/)
    const acts = ['/testshire/desk/frames', `${pages[1]}/themes`, ...['wording', 'place', 'retirement'].map((act) => `${pages[3]}/${act}`)]
    for (const path of acts) assert.equal((await house.post(path, {}, { as: auditor })).status, 403, path)

    const elsewhere = await house.addCommissioner('otherham')
    const stranger = await house.staff('administrator', elsewhere)
    for (const path of pages) assert.equal((await house.get(path, { as: stranger })).status, 404, path)
    for (const path of acts) assert.equal((await house.post(path, {}, { as: stranger })).status, 404, path)
    for (const path of pages.slice(1))
      assert.equal((await house.get(path.replace('testshire', 'otherham'), { as: stranger })).status, 404, path)
    for (const path of acts.slice(1))
      assert.equal((await house.post(path.replace('testshire', 'otherham'), {}, { as: stranger })).status, 404, path)
  }),
)
