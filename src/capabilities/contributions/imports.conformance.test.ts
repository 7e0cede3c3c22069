import assert from 'node:assert/strict'
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import type { Options, Workplace } from '#platform/commands.ts'
import type { Actor } from '#platform/context.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { slots } from '../../app.ts'

const folder = fileURLToPath(new URL('../../../../shared/data/feedback/pxtextmining/', import.meta.url))
const skip = existsSync(folder) ? false : 'The folder ../shared/data is not here: the real comments are not tried'
const operator: Actor = { kind: 'operator' }
const command = slots.commands.find(({ name }) => name === 'import contributions')!

const bringIn = async (house: TestHouse, file: string, options: Options) => {
  const place = {
    within: (_slug: string, work: Parameters<Workplace['within']>[1]) => house.within(operator, work),
    open: (name: string) => createReadStream(name),
    write: () => {},
    progress: () => {},
  } as unknown as Workplace
  return (await command.run(place, [`${folder}${file}`], { commissioner: 'testshire', source: file, ...options })).json
}

const counts = (house: TestHouse) =>
  house.within(operator, async ({ db }) => {
    const rows = await db.selectFrom('contributions').select(['words', 'score']).execute()
    const labels = await db
      .selectFrom('current_codings as k')
      .innerJoin('current_themes as t', 't.id', 'k.theme_id')
      .select(({ fn }) => ['t.name', fn.countAll<number>().as('count')])
      .groupBy('t.name')
      .execute()
    return {
      rows: rows.length,
      withWords: rows.filter(({ words }) => words !== null).length,
      withScore: rows.filter(({ score }) => score !== null).length,
      labels: new Map(labels.map(({ name, count }) => [name, count])),
    }
  })

/** How often each one-hot label is set in a file, counted by a library that knows nothing of ours. */
function labelsIn(file: string): Map<string, number> {
  const [header = [], ...rows] = parse(readFileSync(`${folder}${file}`, 'utf8'), { bom: true }) as string[][]
  const first = header.indexOf('Not assigned')
  return new Map(
    header.slice(first).flatMap((name, at) => {
      const count = rows.filter((row) => row[first + at]?.trim() === '1').length
      return count > 0 ? [[name.replaceAll('\u00a0', ' ').trim(), count] as const] : []
    }),
  )
}

// The numbers below were counted in the files with another tool.
test(
  'the 10,334 comments of three trusts come in with their labels; again adds nothing',
  { skip },
  inHouse(slots, async (house) => {
    const options = { text: 'feedback', score: 'criticality', labels: ['label'] }
    assert.deepEqual(await bringIn(house, 'phase_1_text_data.csv', options), { read: 10_334, imported: 10_334, already: 0, rejected: [] })
    assert.deepEqual(await bringIn(house, 'phase_1_text_data.csv', options), { read: 10_334, imported: 0, already: 10_334, rejected: [] })
    const { rows, withWords, withScore, labels } = await counts(house)
    assert.deepEqual([rows, withWords], [10_334, 10_334])
    // The 36 that are no score of this scale: -o, -9, NA, -NA, -6, SS, A, cc.
    assert.equal(withScore, 10_334 - 36)
    assert.deepEqual(
      labels,
      new Map([
        ['Access', 411],
        ['Care received', 3363],
        ['Communication', 874],
        ["Couldn't be improved", 1703],
        ['Dignity', 142],
        ['Environment/ facilities', 499],
        ['Miscellaneous', 353],
        ['Staff', 2844],
        ['Transition/coordination', 145],
      ]),
    )
  }),
)

test(
  'the 4,744 rows with fifty one-hot labels come in, empty answers and all; again adds nothing',
  { skip },
  inHouse(slots, async (house) => {
    const options = {
      text: 'FFT answer',
      score: 'Comment sentiment',
      saidOn: 'Date',
      dateFormat: 'DD/MM/YYYY',
      place: 'Service type 1',
      id: 'Comment ID',
      respondent: 'Respondent ID',
      question: 'FFT question',
      labels: ['Not assigned..Positive experience & gratitude'],
    }
    const file = 'v6framework_230831.csv'
    assert.deepEqual(await bringIn(house, file, options), { read: 4744, imported: 4744, already: 0, rejected: [] })
    assert.deepEqual(await bringIn(house, file, options), { read: 4744, imported: 0, already: 4744, rejected: [] })
    const { rows, withWords, labels } = await counts(house)
    assert.equal(rows, 4744)
    assert.equal(withWords, 3727)
    assert.equal(
      [...labels.values()].reduce((sum, count) => sum + count, 0),
      6210,
    )
    assert.deepEqual(new Map([...labels].sort()), new Map([...labelsIn(file)].sort()), 'each of the labels, as often as in the file')
    assert.equal(labels.get('Not assigned'), 217)
    assert.equal(labels.get('Parking'), 1)
    await house.within(operator, async ({ db }) => {
      const said = await db.selectFrom('responses').select('place').where('place', 'is not', null).execute()
      assert.ok(said.every(({ place }) => !place?.includes('\u00a0')))
      assert.ok(said.some(({ place }) => place === 'PTS  - Patient Transport'))
    })
  }),
)
