import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { codeWords, finishComment } from '#capabilities/codings'
import { contributionsOf, receiveResponse, setAsideResponse, withdrawResponse } from '#capabilities/contributions'
import { addOrganisation } from '#capabilities/organisations'
import { draftSurvey, type Question, releaseSurvey } from '#capabilities/surveys'
import { makeFrame } from '#capabilities/themes'
import { NotFound, Refused } from '#platform/errors.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { slots } from '../../app.ts'
import type { Basis } from './basis.ts'
import { countCross } from './queries/count-cross.ts'
import { countPage } from './queries/count-page.ts'
import { countView } from './queries/count-view.ts'
import { listDimensions } from './queries/dimensions.ts'
import type { CountedCross } from './result-cross.ts'

const options = (...values: string[]) => values.map((value) => ({ value, label: value }))
const towns = [...options('bus', 'car'), { value: 'on-foot', label: '🚶 <b>on foot</b>' }, { value: 'arabic', label: 'سيارة' }]

const questions: Question[] = [
  { key: 'travel', type: 'one-of', text: 'How do you travel?', options: towns },
  { key: 'times', type: 'some-of', text: 'When could you come?', options: options('early', 'noon', 'late') },
  { key: 'each', type: 'matrix', text: 'How hard is each?', options: options('easy', 'hard'), rows: options('parking', 'waiting') },
  { key: 'order', type: 'ranking', text: 'What comes first?', options: options('near', 'soon', 'kind') },
  { key: 'ease', type: 'scale', text: 'How easy?', least: 0, most: 10, ends: { least: 'not', most: 'very' } },
  { key: 'years', type: 'number', text: 'How many years?', least: 0, most: 200 },
  { key: 'home', type: 'postcode', text: 'Where do you live?' },
  { key: 'equality-age', type: 'one-of', text: 'How old are you?', options: options('young', 'old'), block: 'equality' },
  { key: 'why', type: 'long-text', text: 'Why?' },
]

const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null, freq: 4 })
const person = fc.record({
  travel: maybe(fc.constantFrom(...towns.map(({ value }) => value))),
  times: fc.subarray(['early', 'noon', 'late']),
  parking: maybe(fc.constantFrom('easy', 'hard')),
  waiting: maybe(fc.constantFrom('easy', 'hard')),
  order: fc.shuffledSubarray(['near', 'soon', 'kind']),
  ease: maybe(fc.integer({ min: 0, max: 10 })),
  years: maybe(fc.integer({ min: 0, max: 200 })),
  area: maybe(fc.constantFrom('RM1', 'RM2')),
  decile: maybe(fc.integer({ min: 1, max: 10 })),
  age: maybe(fc.constantFrom('young', 'old')),
  channel: fc.constantFrom('web', 'paper', 'telephone'),
  place: maybe(fc.constantFrom('North', 'South')),
  variant: maybe(fc.constantFrom('easy-read')),
  organisation: fc.boolean(),
  themes: maybe(fc.subarray(['Getting there', 'Getting there/Parking', 'Getting there/Buses', 'Staff'])),
  gone: fc.constantFrom(null, null, null, null, 'withdrawn', 'set aside'),
})
type Person = typeof person extends fc.Arbitrary<infer P> ? P : never

/** What a person is in, of a dimension, told from what they said and not from how it is kept; null where they said nothing. */
const saidBy: Readonly<Record<string, (of: Person) => readonly string[] | null>> = {
  'question:travel': ({ travel }) => (travel ? [travel] : null),
  'question:times': ({ times }) => (times.length > 0 ? times : null),
  'question:each:parking': ({ parking }) => parking && [parking],
  'question:each:waiting': ({ waiting }) => waiting && [waiting],
  'question:order': ({ order }) => (order[0] ? [order[0]] : null),
  'question:order:kind': ({ order }) => (order.includes('kind') ? [String(order.indexOf('kind') + 1)] : null),
  'question:ease': ({ ease }) => (ease === null ? null : [String(ease)]),
  'question:years': ({ years }) => (years === null ? null : [String(years)]),
  'question:home': ({ area }) => (area ? [area] : null),
  decile: ({ area, decile }) => (area && decile !== null ? [String(decile)] : null),
  'equality:equality-age': ({ age }) => age && [age],
  channel: ({ channel }) => [channel],
  place: ({ place }) => place && [place],
  variant: ({ variant }) => [variant ?? 'original'],
  organisation: ({ organisation }) => [organisation ? 'organisation' : 'person'],
  themes: ({ themes }) => themes && [...new Set(themes.flatMap((theme) => [theme, theme.split('/')[0]!]))],
}

/** A band holds every number from its first to its last. */
function isIn(row: string, said: string): boolean {
  const [, from, to] = /^(\d+)\.\.(\d+)$/.exec(row) ?? []
  return from === undefined ? row === said : Number(from) <= Number(said) && Number(said) <= Number(to)
}

/** A survey that these people answered, as one could ask and answer it. */
async function answered(house: TestHouse, people: readonly Person[]) {
  const lead = await house.staff(['engagement lead', 'analyst', 'administrator'])
  return house.within(lead, async (ctx) => {
    const version = await draftSurvey(ctx, { title: 'Crossed', promise: 'linked', questions })
    await releaseSurvey(ctx, version.surveyId)
    const themes = [
      { name: 'Getting there', definition: 'Ways', themes: [{ name: 'Parking' }, { name: 'Buses' }] },
      { name: 'Staff', definition: 'People' },
    ]
    const frame = await makeFrame(ctx, { title: 'Said', themes })
    const organisationId = await addOrganisation(ctx, {
      name: 'Carers',
      kind: 'voluntary',
      fromOn: '2020-01-01',
      code: undefined,
      postcode: undefined,
    })
    for (const one of people) {
      const choices: Record<string, string[] | null> = {
        travel: one.travel ? [one.travel] : null,
        times: one.times,
        each: [one.parking && `parking:${one.parking}`, one.waiting && `waiting:${one.waiting}`].filter((choice) => choice !== null),
        order: one.order.map((thing, at) => `${thing}:${at + 1}`),
        ease: one.ease === null ? null : [String(one.ease)],
        years: one.years === null ? null : [String(one.years)],
        home: one.area ? [`area:${one.area}`, ...(one.decile ? [`decile:${one.decile}`] : [])] : null,
        'equality-age': one.age ? [one.age] : null,
      }
      const answers = questions.map((question) => ({
        question,
        choices: choices[question.key]?.length ? choices[question.key]! : null,
        words: question.key === 'why' && one.themes ? 'Because' : null,
      }))
      const { responseId } = await receiveResponse(ctx, {
        version,
        answers: answers.filter((answer) => answer.choices || answer.words),
        channel: one.channel as 'web',
        place: one.place,
        variant: one.variant,
        organisationId: one.organisation ? organisationId : null,
      })
      const [comment] = await contributionsOf(ctx.db, [responseId])
      if (comment && one.themes) {
        if (one.themes.length > 0)
          await codeWords(ctx, { contributionId: comment.id, span: null, themeIds: one.themes.map((theme) => frame.themeIds[theme]!) })
        else await finishComment(ctx, { contributionId: comment.id, frameId: frame.frameId })
      }
      if (one.gone === 'withdrawn') await withdrawResponse(ctx, responseId)
      if (one.gone === 'set aside') await setAsideResponse(ctx, responseId, 'A test')
    }
    return {
      surveyId: version.surveyId,
      frameId: frame.frameId,
      themeIds: frame.themeIds,
      standing: people.filter(({ gone }) => gone === null),
      lead,
    }
  })
}

const crossing = fc.record({
  rows: fc.constantFrom(...Object.keys(saidBy)),
  by: fc.option(fc.constantFrom(...Object.keys(saidBy)), { nil: null }),
  only: fc.uniqueArray(
    fc.record({ of: fc.constantFrom(...Object.keys(saidBy)), picks: fc.array(fc.nat(), { minLength: 1, maxLength: 2 }) }),
    {
      maxLength: 2,
      selector: ({ of }) => of,
    },
  ),
})

test(
  'INS-3: any two things crossed, with any filters, count what going through everyone one by one counts',
  inHouse(slots, async (house) => {
    const { surveyId, frameId, themeIds, standing, lead } = await answered(house, fc.sample(person, { numRuns: 50, seed: 5 }))
    const basis: Basis = { surveyId, sourceId: null }
    const themeOf = new Map(Object.entries(themeIds).map(([path, id]) => [id, path]))
    const nameOf = (name: string) => (name === 'themes' ? `theme:${frameId}` : name)
    const isInRow = (name: string, row: string, one: Person) =>
      (saidBy[name]!(one) ?? []).some((said) => isIn(name === 'themes' ? (themeOf.get(row) ?? row) : row, said))
    let filled = 0
    await house.within(lead, async (ctx) => {
      for (const { rows, by, only } of fc.sample(crossing, { numRuns: 60, seed: 7 })) {
        if (rows === by) continue
        const filters: { of: string; values: string[] }[] = []
        for (const { of, picks } of only) {
          const { rows: values } = await countCross(ctx, basis, { rows: nameOf(of), by: null, only: [] })
          filters.push({ of, values: [...new Set(picks.map((pick) => values[pick % values.length]!.value))] })
        }
        const found = await countCross(ctx, basis, {
          rows: nameOf(rows),
          by: by && nameOf(by),
          only: filters.map(({ of, values }) => ({ of: nameOf(of), values })),
        })
        const left = standing.filter((one) => filters.every(({ of, values }) => values.some((value) => isInRow(of, value, one))))
        const isInColumn = (column: string, one: Person) => by === null || isInRow(by, column, one)
        const said = (name: string | null, one: Person) => name === null || saidBy[name]!(one) !== null
        const count = (is: (one: Person) => boolean) => left.filter(is).length
        const expected: Omit<CountedCross, 'rows' | 'columns' | 'several'> = {
          counts: found.rows.map((row) =>
            found.columns.map((column) => count((one) => isInRow(rows, row.value, one) && isInColumn(column.value, one))),
          ),
          rowAnswered: found.rows.map((row) => count((one) => isInRow(rows, row.value, one) && said(by, one))),
          columnAnswered: found.columns.map((column) => count((one) => said(rows, one) && isInColumn(column.value, one))),
          answered: count((one) => said(rows, one)),
          answeredBoth: count((one) => said(rows, one) && said(by, one)),
          asked: left.length,
        }
        const { rows: _, columns: __, several: ___, ...counted } = found
        assert.deepEqual(counted, expected, `${rows} by ${by}, only ${JSON.stringify(filters)}`)
        if (counted.answeredBoth > 3) filled++
      }
    })
    assert.ok(filled > 15, `only ${filled} of the tables had anything in them`)
  }),
)

test(
  'INS-3: everything by one other thing, counted at once, is each table counted by itself; and layers are the table with a filter',
  inHouse(slots, async (house) => {
    const { surveyId, frameId, lead } = await answered(house, fc.sample(person, { numRuns: 25, seed: 9 }))
    const basis: Basis = { surveyId, sourceId: null }
    await house.within(lead, async (ctx) => {
      const page = await countPage(ctx, basis, { by: 'equality:equality-age', only: [{ of: 'channel', values: ['web', 'paper'] }] })
      assert.ok(page.crosses.size > 10)
      for (const [rows, { cross }] of page.crosses)
        assert.deepEqual(
          cross.counts,
          (await countCross(ctx, basis, { rows, by: 'equality:equality-age', only: [{ of: 'channel', values: ['paper', 'web'] }] })).counts,
          rows,
        )

      const { byLayer, crossed } = await countView(ctx, basis, {
        rows: 'question:travel',
        with: `theme:${frameId}`,
        by: 'decile',
        only: [],
      })
      assert.equal(byLayer.length, 10)
      for (const { layer, cross } of byLayer)
        assert.deepEqual(
          cross.counts,
          (
            await countCross(ctx, basis, {
              rows: 'question:travel',
              by: `theme:${frameId}`,
              only: [{ of: 'decile', values: [layer.value] }],
            })
          ).counts,
        )
      assert.deepEqual(crossed.cross, await countCross(ctx, basis, { rows: 'question:travel', by: `theme:${frameId}`, only: [] }))
    })
  }),
)

test(
  'INS-3: what cannot be counted is refused in words: an unknown thing, an unknown answer, a thing by itself',
  inHouse(slots, async (house) => {
    const { surveyId, lead } = await answered(house, [])
    const basis: Basis = { surveyId, sourceId: null }
    await house.within(lead, async (ctx) => {
      const count = (rows: string, by: string | null = null, only: { of: string; values: string[] }[] = []) =>
        countCross(ctx, basis, { rows, by, only })
      await assert.rejects(count('question:nonsense'), NotFound)
      await assert.rejects(count('question:why'), NotFound)
      await assert.rejects(count("channel'; drop table responses"), NotFound)
      await assert.rejects(count('channel', 'channel'), Refused)
      await assert.rejects(count('channel', null, [{ of: 'question:travel', values: ['tram'] }]), NotFound)
      const { counts, asked } = await count('question:travel', 'decile', [{ of: 'place', values: ['Nowhere'] }])
      assert.deepEqual([asked, counts.flat().every((number) => number === 0)], [0, true])
    })
  }),
)

test(
  'PEO-6: what people said of themselves is in no table but as a number, whatever is crossed with it',
  inHouse(slots, async (house) => {
    const { surveyId, lead } = await answered(house, fc.sample(person, { numRuns: 12, seed: 3 }))
    const known = await house.within(lead, (ctx) => listDimensions(ctx.db, { surveyId, sourceId: null }))
    assert.ok(known.byName.has('equality:equality-age') && !known.byName.has('question:equality-age'))
    const ids = await house.within(lead, async (ctx) =>
      (await ctx.db.selectFrom('counted_responses').select('id').execute()).map(({ id }) => id),
    )
    for (const address of ['', '?rows=equality:equality-age', '?rows=question:travel&by=equality:equality-age']) {
      const { text } = await house.get(`/testshire/desk/results/${surveyId}${address}`, { as: lead })
      for (const id of ids) assert.ok(!text.includes(id))
    }
  }),
)
