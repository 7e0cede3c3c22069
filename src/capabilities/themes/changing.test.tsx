import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import type { Workplace } from '#platform/commands.ts'
import type { Actor } from '#platform/context.ts'
import { newId, newSalt } from '#platform/ids.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { slots } from '../../app.ts'
import { listThemes } from './index.ts'

const operator: Actor = { kind: 'operator' }
const desk = '/testshire/desk'

const placeOf = (house: TestHouse, file = '') =>
  ({
    within: (_: string, work: Parameters<Workplace['within']>[1]) => house.within(operator, work),
    atOnce: (work: (place: Workplace) => Promise<unknown>) => work(placeOf(house, file)),
    commissioners: async () => [house.commissioner],
    open: () => Readable.from([file]),
    write() {},
    progress() {},
  }) as unknown as Workplace

/** A file of comments that came with labels, and the frame that this made. */
async function labelled(house: TestHouse, source: string, rows: readonly { words: string; labels: string }[]) {
  const labels = [...new Set(rows.flatMap((row) => row.labels.split(' ')))]
  const file = [
    ['id', 'text', ...labels].join(','),
    ...rows.map((row, at) => [at, row.words, ...labels.map((label) => (row.labels.split(' ').includes(label) ? 1 : 0))].join(',')),
  ].join('\n')
  const command = slots.commands.find(({ name }) => name === 'import contributions')!
  await command.run(placeOf(house, file), ['-'], { commissioner: 'testshire', source, id: 'id', text: 'text', labels })
  return house.within(operator, async ({ db }) => {
    const { id: frameId } = await db.selectFrom('frames').select('id').where('title', '=', source).executeTakeFirstOrThrow()
    const { id: sourceId } = await db.selectFrom('sources').select('id').where('name', '=', source).executeTakeFirstOrThrow()
    const themes = new Map((await listThemes(db, frameId)).map(({ id, name }) => [name, id]))
    return { frameId, sourceId, themes }
  })
}

/** A claim that rests on a theme; findings have their own tests. */
const findingOn = (house: TestHouse, sourceId: string, themeId: string) =>
  house.within(operator, async ({ db, commissioner, now }) => {
    const [id, mine] = [newId(), { commissioner_id: commissioner.id }]
    const finding = { ...mine, id, source_id: sourceId, title: 'It matters', claim: 'x', contrary: '', made_at: now, salt: newSalt() }
    await db.insertInto('findings').values(finding).execute()
    await db
      .insertInto('finding_themes')
      .values({ ...mine, finding_id: id, theme_id: themeId, comments: 1, responses: 1 })
      .execute()
    return id
  })

/** The contributions that the thread reaches from here, or the findings. */
async function reached(house: TestHouse, subject: string, kind: string) {
  const { json } = await slots.commands.find(({ name }) => name === 'thread')!.run(placeOf(house), [subject], { commissioner: 'testshire' })
  return (json as { nodes: { kind: string; id: string }[] }).nodes
    .filter((node) => node.kind === kind)
    .map(({ id }) => id)
    .sort()
}

/** What comments are coded as now: theme names by words. */
const coded = (house: TestHouse, frameId: string) =>
  house.within(operator, async ({ db }) => {
    const { rows } = await sql<{ words: string; name: string }>`
      select distinct c.words, t.name from current_codings k join contributions c on c.id = k.contribution_id
      join named_themes t on t.id = k.theme_id where t.frame_id = ${frameId} order by 1, 2`.execute(db)
    return rows.map(({ words, name }) => `${words}: ${name}`)
  })

async function verified(house: TestHouse) {
  const { json } = await slots.commands.find(({ name }) => name === 'verify')!.run(placeOf(house), [], { commissioner: 'testshire' })
  return (json as { problems: { kind: string; says: string }[] }).problems.filter(({ kind }) => kind !== 'finding').map(({ says }) => says)
}

const cards = [
  { words: 'No space', labels: 'Parking' },
  { words: 'Too dear', labels: 'Cost Parking' },
  { words: 'Kind nurse', labels: 'Staff' },
]

test(
  'INS-1: a merge shows what will happen first, then carries every coding; the finding keeps its way to the words, and the history verifies',
  inHouse(slots, async (house) => {
    const as = await house.staff('analyst')
    const { frameId, sourceId, themes } = await labelled(house, 'Cards', cards)
    const [cost, parking] = [themes.get('Cost')!, themes.get('Parking')!]
    const finding = await findingOn(house, sourceId, cost)
    const before = await reached(house, `finding:${finding}`, 'contribution')
    assert.equal(before.length, 1)

    const first = await house.get(`${desk}/themes/${cost}/merge?into=${parking}`, { as })
    for (const says of ['Cost becomes Parking', '1 comment', '2 comments', 'It matters']) assert.ok(first.text.includes(says), says)
    const merged = await house.post(`${desk}/themes/${cost}/merge`, { into: parking, note: 'The same thing' }, { as })
    assert.equal(merged.location, `${desk}/themes/${parking}`)

    assert.deepEqual(await coded(house, frameId), ['Kind nurse: Staff', 'No space: Parking', 'Too dear: Parking'])
    assert.deepEqual(await reached(house, `finding:${finding}`, 'contribution'), before)
    assert.deepEqual(await reached(house, `contribution:${before[0]}`, 'finding'), [finding])
    assert.ok((await reached(house, `theme:${cost}`, 'theme')).includes(parking))
    assert.deepEqual(await verified(house), [])
    const old = await house.get(`${desk}/themes/${cost}`, { as })
    assert.match(old.text, /This theme became/)
    assert.match((await house.get(merged.location, { as })).text, /Took in another theme: version 2/)
    assert.equal((await house.post(`${desk}/themes/${cost}/merge`, { into: parking, note: 'Again' }, { as })).status, 409)
  }),
)

test(
  'INS-1: a merge taken back brings the theme back with what was carried from it, and leaves what the other had before',
  inHouse(slots, async (house) => {
    const as = await house.staff('analyst')
    const { frameId, sourceId, themes } = await labelled(house, 'Cards', cards)
    const [cost, parking] = [themes.get('Cost')!, themes.get('Parking')!]
    const before = await coded(house, frameId)
    await house.post(`${desk}/themes/${cost}/merge`, { into: parking, note: 'The same thing' }, { as })
    const made = await findingOn(house, sourceId, parking)
    const link = /\/testshire\/desk\/merges\/[^"/]+\/reversal/.exec((await house.get(`${desk}/themes/${parking}`, { as })).text)![0]
    assert.match((await house.get(link, { as })).text, /Take back the merge of Cost/)
    assert.equal((await house.post(link, { note: '' }, { as })).status, 422)
    house.now = new Date(house.now.getTime() + 60_000)
    const back = await house.post(link, { note: 'They are not' }, { as })

    assert.equal(back.location, `${desk}/themes/${cost}`)
    assert.deepEqual(await coded(house, frameId), before)
    assert.equal((await reached(house, `finding:${made}`, 'contribution')).length, 2, 'a finding made meanwhile keeps its words')
    const later = await findingOn(house, sourceId, cost)
    assert.equal((await reached(house, `finding:${later}`, 'contribution')).length, 1)
    assert.deepEqual(await verified(house), [])
    assert.equal((await house.post(link, { note: 'Again' }, { as })).status, 409)
  }),
)

test(
  'INS-1: a split makes new themes, and a person sorts what was said, 20 at a time; it can be left and resumed',
  inHouse(slots, async (house) => {
    const as = await house.staff('engagement lead')
    const rows = Array.from({ length: 23 }, (_, at) => ({ words: at % 2 ? `Badge ${at}` : `Nowhere ${at}`, labels: 'Parking' }))
    const { frameId, themes } = await labelled(house, 'Cards', rows)
    const parking = themes.get('Parking')!
    const typed = { 'name-1': 'Bays', 'definition-1': 'Blue badge bays', 'words-1': 'badge', place: 'below', note: 'Too wide' }
    const wrong = await house.post(`${desk}/themes/${parking}/split`, { ...typed, 'name-2': 'bays', place: '' }, { as })
    assert.equal(wrong.status, 422)
    for (const says of ['Blue badge bays', 'Choose where the new themes stand', 'Enter what belongs under this theme'])
      assert.ok(wrong.text.includes(says), says)

    const made = await house.post(`${desk}/themes/${parking}/split`, typed, { as })
    const first = await house.get(made.location, { as })
    assert.match(first.text, /0 comments sorted. 23 comments to sort/)
    const chosen = formOf(first.text)
    assert.equal(Object.keys(chosen).length, 10, 'those with the word have their theme chosen, and no other')
    assert.equal((await house.post(made.location, {}, { as })).status, 422)
    const sorted = await house.post(made.location, chosen, { as })
    assert.match((await house.get(sorted.location, { as })).text, /10 comments sorted. 13 comments to sort/)
    assert.equal((await coded(house, frameId)).filter((line) => line.endsWith(': Bays')).length, 10)
    assert.match((await house.get(`${desk}/themes/${parking}`, { as })).text, /Sort 13 comments/)
    assert.match((await house.post(made.location, chosen, { as })).location, /sorted=0/)

    const rest = await house.get(made.location, { as })
    const stay = Object.fromEntries([...rest.text.matchAll(/name="(to-[^"]+)"/g)].map(([, name]) => [name!, parking]))
    await house.post(made.location, stay, { as })
    assert.match((await house.get(made.location, { as })).text, /There is nothing left to sort/)
    assert.equal((await coded(house, frameId)).length, 23)
    assert.deepEqual(await verified(house), [])
  }),
)

/** The radios that are chosen on a page. */
const formOf = (text: string) =>
  Object.fromEntries(
    [...text.matchAll(/<input[^>]*type="radio"[^>]*>/g)].flatMap(([input]) =>
      / checked/.test(input) ? [[/name="([^"]+)"/.exec(input)![1]!, /value="([^"]+)"/.exec(input)![1]!] as const] : [],
    ),
  )

test(
  'INS-1: a theme counts its own comments, and with those below each comment once; the frame says where it is used',
  inHouse(slots, async (house) => {
    const as = await house.staff('auditor')
    const { frameId, themes } = await labelled(house, 'Cards', cards)
    const lead = await house.staff('engagement lead')
    for (const name of ['Cost', 'Staff'])
      await house.post(`${desk}/themes/${themes.get(name)}/place`, { parent: themes.get('Parking')!, note: 'x' }, { as: lead })
    await house.post(`${desk}/themes/${themes.get('Staff')}/retirement`, { note: 'x' }, { as: lead })
    const { text } = await house.get(`${desk}/frames/${frameId}`, { as })
    assert.match(text, /2 comments, 3 with those below/)
    assert.match(text, /Themes that were put away: 1/)
    assert.match(text.slice(text.indexOf('Where it is used')), /Cards[\s\S]*3 comments/)
    assert.match((await house.get(`${desk}/themes/${themes.get('Parking')}`, { as })).text, /3 comments, each counted once/)
  }),
)

test(
  'INS-1: while someone codes a comment blind it is not sorted, so that nobody sees what others coded',
  inHouse(slots, async (house) => {
    const as = await house.staff('analyst')
    const { frameId, sourceId, themes } = await labelled(house, 'Cards', cards)
    await house.within(operator, async ({ db, commissioner, now }) => {
      const [mine, round] = [commissioner.id, newId()]
      await sql`insert into rounds (commissioner_id, id, frame_id, source_id, size, seed, made_at)
        values (${mine}, ${round}, ${frameId}, ${sourceId}, 1, 1, ${now})`.execute(db)
      await sql`insert into round_coders values (${mine}, ${round}, ${as.id})`.execute(db)
      await sql`insert into round_comments select ${mine}, ${round}, id, 1 from contributions where words = 'No space'`.execute(db)
    })
    const typed = { 'name-1': 'Bays', 'definition-1': 'x', place: 'beside', note: 'Too wide' }
    const { location } = await house.post(`${desk}/themes/${themes.get('Parking')}/split`, typed, { as })
    const { text } = await house.get(location, { as })
    assert.match(text, /1 comment to sort\.\s+1 comment cannot be sorted yet/)
    assert.doesNotMatch(text, /No space/)
    await house.post(`${location}/closure`, {}, { as })
    assert.match((await house.get(location, { as })).text, /There is nothing left to sort/)
    assert.equal((await house.post(`${location}/closure`, {}, { as })).status, 409)
  }),
)

test(
  'INS-1: after any merges, splits, sortings, rewordings and merges taken back, no comment loses a theme, and a finding reaches all it reached',
  inHouse(slots, async (house) => {
    const as = await house.staff('analyst')
    const labels = ['A', 'B', 'C']
    const done = new Set<string>()
    const step = fc.record({ act: fc.constantFrom('merge', 'merge', 'split', 'reword', 'back'), one: fc.nat(20), other: fc.nat(20) })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uniqueArray(fc.constantFrom(...labels), { minLength: 1 }), { minLength: 2, maxLength: 5 }),
        fc.array(step, { minLength: 3, maxLength: 7 }),
        async (said, steps) => {
          const source = `Cards ${newId()}`
          const { frameId, sourceId, themes } = await labelled(
            house,
            source,
            said.map((some, at) => ({ words: `Words ${at}`, labels: some.join(' ') })),
          )
          const findings = new Map<string, string[]>()
          for (const theme of themes.values()) {
            const finding = await findingOn(house, sourceId, theme)
            findings.set(finding, await reached(house, `finding:${finding}`, 'contribution'))
          }
          for (const { act, one, other } of steps) {
            house.now = new Date(house.now.getTime() + 1000)
            if (await change(house, as, frameId, { act, one, other })) done.add(act)
          }
          const left = new Set((await coded(house, frameId)).map((line) => line.split(':')[0]))
          assert.equal(left.size, said.length, 'every comment is still coded')
          assert.deepEqual(await lost(house, frameId), [], 'every coding stands, or another stands for it')
          const walks = new Map<string, string[]>()
          for (const [finding, before] of findings) {
            const now = await reached(house, `finding:${finding}`, 'contribution')
            assert.ok(
              before.every((id) => now.includes(id)),
              'a finding reaches what it reached',
            )
            for (const id of now) walks.set(id, [...(walks.get(id) ?? []), finding])
          }
          for (const [id, found] of walks)
            assert.deepEqual(await reached(house, `contribution:${id}`, 'finding'), found.sort(), 'both ways alike')
        },
      ),
      { numRuns: 12 },
    )
    assert.deepEqual([...done].sort(), ['back', 'merge', 'reword', 'split'], 'each of them happened')
    assert.deepEqual(await verified(house), [])
  }),
)

async function change(
  house: TestHouse,
  as: Actor,
  frameId: string,
  { act, one, other }: { act: string; one: number; other: number },
): Promise<boolean> {
  const themes = await house.within(operator, ({ db }) => listThemes(db, frameId))
  const [theme, second] = [themes[one % themes.length]!, themes[other % themes.length]!]
  const at = `${desk}/themes/${theme.id}`
  const isDone = async (path: string, body: Record<string, string>) => (await house.post(path, body, { as })).status === 303
  if (act === 'reword') return isDone(`${at}/wording`, { name: `N${one}${other}`, definition: 'x', note: 'y' })
  if (act === 'merge') return isDone(`${at}/merge`, { into: second.id, note: 'One thing' })
  if (act === 'split') {
    const parts = { 'name-1': newId(), 'definition-1': 'x', 'words-1': '1, 3' }
    const { location } = await house.post(`${at}/split`, { ...parts, place: other % 2 ? 'beside' : 'below', note: 'Two things' }, { as })
    return location !== '' && isDone(location, formOf((await house.get(location, { as })).text))
  }
  const link = /\/testshire\/desk\/merges\/[^"/]+\/reversal/.exec((await house.get(at, { as })).text)?.[0]
  return link !== undefined && isDone(link, { note: 'No' })
}

/** Codings that were taken away and for which none stands, of the same comment and coder. Nobody takes any away in these tests. */
const lost = (house: TestHouse, frameId: string) =>
  house.within(operator, async ({ db }) => {
    const { rows } = await sql<{ id: string }>`
      select c.id from codings c join themes t on t.id = c.theme_id join coding_removals x on x.coding_id = c.id
      where t.frame_id = ${frameId} and not exists (
        select from coding_successions s join codings n on n.id = s.successor_id and n.contribution_id = c.contribution_id and n.coder_id = c.coder_id
          and n.made_at = c.made_at
        where s.coding_id = c.id and not exists (select from coding_removals y where y.coding_id = n.id))`.execute(db)
    return rows
  })
