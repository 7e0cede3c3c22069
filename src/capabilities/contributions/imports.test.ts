import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import type { Options, Workplace } from '#platform/commands.ts'
import type { Actor } from '#platform/context.ts'
import { digestOf } from '#platform/digests.ts'
import { Refused } from '#platform/errors.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { slots } from '../../app.ts'

const operator: Actor = { kind: 'operator' }
const command = slots.commands.find(({ name }) => name === 'import contributions')!

async function bringIn(house: TestHouse, file: string | Buffer, options: Options = {}) {
  const written: string[] = []
  const place = {
    within: (_slug: string, work: Parameters<Workplace['within']>[1]) => house.within(operator, work),
    open: () => Readable.from([Buffer.from(file)]),
    write: (line: string) => written.push(line),
    progress: () => {},
  } as unknown as Workplace
  const { json } = await command.run(place, ['-'], { commissioner: 'testshire', source: 'Friends and family', ...options })
  return { ...(json as { read: number; imported: number; already: number; rejected: { row: number; reason: string }[] }), written }
}

const kept = (house: TestHouse) =>
  house.within(operator, ({ db }) =>
    db
      .selectFrom('contributions as c')
      .innerJoin('responses as r', 'r.id', 'c.response_id')
      .select(['c.words', 'c.score', 'c.question_text', 'r.place', 'r.said_on', 'r.respondent', 'r.id as response'])
      .orderBy('c.id')
      .execute(),
  )

test(
  'a broken row is refused by its number with its reason, and the rest come in; again adds nothing',
  inHouse(slots, async (house) => {
    const file = 'id,feedback,score\n1,Good,5\n2,"Never closed,4\n3,Kind,3\n4,One cell too many,2,1\n5,Quick,1\n'
    const first = await bringIn(house, file, { id: 'id', score: 'score' })
    assert.deepEqual(first.rejected, [
      { row: 3, reason: 'A quotation mark is opened and never closed' },
      { row: 5, reason: 'It has 4 cells, and the header has 3' },
    ])
    assert.deepEqual([first.read, first.imported, first.already], [5, 3, 0])
    const again = await bringIn(house, file, { id: 'id', score: 'score' })
    assert.deepEqual([again.read, again.imported, again.already, again.rejected.length], [5, 0, 3, 2])
    assert.deepEqual(
      (await kept(house)).map(({ words, score }) => [words, score]),
      [
        ['Good', 5],
        ['Kind', 3],
        ['Quick', 1],
      ],
    )
  }),
)

test(
  'rows that are alike are as many people: each comes in once, and a file grown longer brings only what is new',
  inHouse(slots, async (house) => {
    const file = 'feedback;question\nNothing;Q1\nNothing;Q1\nNothing;Q2\n'
    assert.equal((await bringIn(house, file)).imported, 3)
    const grown = await bringIn(house, `${file}Nothing;Q1\n`)
    assert.deepEqual([grown.imported, grown.already], [1, 3])
  }),
)

test(
  'an id that comes again with other words is refused, with the same words it is there already',
  inHouse(slots, async (house) => {
    const found = await bringIn(house, 'id,feedback\n1,Good\n1,Good\n1,Bad\n', { id: 'id' })
    assert.deepEqual([found.imported, found.already], [1, 1])
    assert.deepEqual(found.rejected, [{ row: 4, reason: 'Its id came with other words before' }])
  }),
)

test(
  'what one respondent said on one day is one response, across files too',
  inHouse(slots, async (house) => {
    const header = 'id,who,Date,feedback\n'
    const options = { id: 'id', respondent: 'who' }
    await bringIn(
      house,
      `${header}1,R1,31/05/2022,Good\n2,R1,31/05/2022,Kind\n3,R1,01/06/2022,Late\n4,,31/05/2022,Alone\n5,,31/05/2022,Alone too\n`,
      options,
    )
    await bringIn(house, `${header}6,R1,31/05/2022,More\n`, options)
    const rows = await kept(house)
    const response = (words: string) => rows.find((row) => row.words === words)!.response
    assert.equal(response('Good'), response('Kind'))
    assert.equal(response('Good'), response('More'))
    assert.equal(new Set(rows.map((row) => row.response)).size, 4)
  }),
)

test(
  'an empty answer is kept as asked and unanswered, and a score or a date that cannot be read is left empty and counted',
  inHouse(slots, async (house) => {
    const found = await bringIn(house, 'feedback,score,Date,place\nDid not answer,-o,,A\n,3,soon,A\u00a0 B\nGood,-9,10/17/2021,\n', {
      score: 'score',
    })
    assert.equal(found.imported, 3)
    assert.deepEqual(
      (await kept(house)).map(({ words, score, said_on, place }) => [words, score, said_on, place]),
      [
        [null, null, '2026-03-10', 'A'],
        [null, 3, '2026-03-10', 'A  B'],
        ['Good', null, '2021-10-17', null],
      ],
    )
    assert.match(found.written.join('\n'), /month first: 1/)
    const event = await house.within(operator, ({ db }) =>
      db.selectFrom('events').select('detail').where('name', '=', 'source.taken-in').executeTakeFirstOrThrow(),
    )
    assert.deepEqual(event.detail, { imported: 3, labels: 0, unanswered: 2, scoresLeftEmpty: 2, datesLeftEmpty: 2, datesTurned: 1 })
  }),
)

test(
  'labels come as columns of their own or named in a cell, and every row of the spine is in the event',
  inHouse(slots, async (house) => {
    await bringIn(house, 'feedback,Parking,Staff,other\nGood,1,0,Access\nBad,,x,\n', {
      labels: ['Parking..Staff', 'other'],
      coder: 'Trust team',
    })
    await house.within(operator, async (ctx) => {
      const named = await ctx.db
        .selectFrom('codings as k')
        .innerJoin('current_themes as t', 't.id', 'k.theme_id')
        .select('t.name')
        .execute()
      assert.deepEqual(named.map(({ name }) => name).sort(), ['Access', 'Parking', 'Staff'])
      const { digests } = await ctx.db
        .selectFrom('events')
        .select('digests')
        .where('name', '=', 'source.taken-in')
        .executeTakeFirstOrThrow()
      const origin = '00000000-0000-0000-0000-000000000000'
      const rows = (await Promise.all(slots.spine.map((kind) => kind.read(ctx, origin, 20)))).flat()
      assert.deepEqual((digests as unknown[]).toSorted(), rows.map((row) => [row.kind, row.id, digestOf(row)]).sort())
      assert.equal(rows.length, 7)
    })
  }),
)

test(
  'an older spreadsheet’s letters are understood, with a word of warning',
  inHouse(slots, async (house) => {
    const found = await bringIn(house, Buffer.concat([Buffer.from('feedback\nThe caf'), Buffer.from([0xe9]), Buffer.from(' was shut\n')]))
    assert.equal((await kept(house))[0]!.words, 'The café was shut')
    assert.match(found.written.join('\n'), /Windows-1252/)
  }),
)

test(
  'a file that cannot be read as asked is refused before anything is kept',
  inHouse(slots, async (house) => {
    const refused = (file: string, options: Options, says: RegExp) =>
      assert.rejects(bringIn(house, file, options), (error) => error instanceof Refused && says.test(error.message))
    await refused('feedback,score\nGood,1\n', { score: 'points' }, /no column called “points”.*feedback, score/)
    await refused('a,b\n1,2\n', {}, /--text/)
    await refused('', {}, /empty/)
    await refused('feedback,Date\nGood,1\n', { dateFormat: 'MM' }, /day, a month and a year/)
    await house.within(operator, async ({ db }) => assert.equal((await db.selectFrom('sources').selectAll().execute()).length, 0))
  }),
)

test(
  'INS-1: a column of sentiments from 1 to 5 becomes its coder’s; any other value is told by its row, and the row comes in all the same',
  inHouse(slots, async (house) => {
    const file = 'feedback,feeling\nGood,1\nBad,5\nOdd,6\nOdder,bad\nNone,\n,2\n'
    const found = await bringIn(house, file, { sentiment: 'feeling', coder: 'phase 2' })
    assert.deepEqual([found.read, found.imported, found.rejected], [6, 6, []])
    assert.deepEqual(
      found.written.filter((line) => /sentiment/.test(line)),
      [4, 5].map((row) => `Row ${row}: its sentiment is not a number from 1 to 5, and was left empty.`),
    )
    const rows = await house.within(operator, ({ db }) =>
      db
        .selectFrom('current_sentiments as s')
        .innerJoin('contributions as c', 'c.id', 's.contribution_id')
        .select(['c.words', 's.value', 's.coder_name'])
        .orderBy('s.value')
        .execute(),
    )
    assert.deepEqual(rows, [
      { words: 'Good', value: 1, coder_name: 'phase 2' },
      { words: 'Bad', value: 5, coder_name: 'phase 2' },
    ])
    const again = await bringIn(house, file, { sentiment: 'feeling', coder: 'phase 2' })
    assert.equal(again.imported, 0)
  }),
)
