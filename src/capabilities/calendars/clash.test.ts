import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays } from '#platform/time.ts'
import { badTimes, overloads, sameDays } from './clash.ts'
import { communitiesTyped, type Planned, placeIn, quarterOf } from './planned.ts'

const planned = (id: string, startsOn: string, endsOn: string, rest: Partial<Planned> = {}): Planned => ({
  id,
  title: id,
  startsOn,
  endsOn,
  communities: ['Carers'],
  organiser: 'NHS Test',
  href: null,
  from: 'us',
  ...rest,
})

test('PLN-11: three things that ask something of one community at once are too many where two are not', () => {
  const three = [
    planned('one', '2026-04-01', '2026-04-30'),
    planned('two', '2026-04-10', '2026-05-10', { from: 'a feed' }),
    planned('three', '2026-04-20', '2026-06-01', { communities: ['carers'] }),
    planned('elsewhere', '2026-04-01', '2026-06-01', { communities: ['Young people'] }),
  ]
  const [found, ...more] = overloads(three, 2)
  assert.deepEqual(more, [])
  assert.deepEqual([found?.community, found?.from, found?.to], ['Carers', '2026-04-20', '2026-04-30'])
  assert.deepEqual(
    found?.planned.map(({ id }) => id),
    ['one', 'two', 'three'],
  )
  assert.deepEqual(overloads(three, 3), [])
})

test('PLN-11: the days called too many are exactly those on which more run at once', () => {
  const some = fc.array(fc.record({ start: fc.integer({ min: 0, max: 40 }), length: fc.integer({ min: 0, max: 20 }) }), { maxLength: 12 })
  fc.assert(
    fc.property(some, fc.integer({ min: 1, max: 4 }), (given, atOnce) => {
      const all = given.map(({ start, length }, at) =>
        planned(`${at}`, addDays('2026-01-01', start), addDays('2026-01-01', start + length)),
      )
      const spans = overloads(all, atOnce)
      for (let day = '2026-01-01'; day < '2026-03-10'; day = addDays(day, 1)) {
        const running = all.filter(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn).length
        assert.equal(
          spans.some(({ from, to }) => from <= day && day <= to),
          running > atOnce,
          day,
        )
      }
    }),
  )
})

test('PLN-11: what runs beside ours is told apart by whether it asks the same community', () => {
  const [found] = sameDays([
    planned('ours', '2026-04-01', '2026-04-30'),
    planned('same', '2026-04-30', '2026-05-10', { from: 'another commissioner' }),
    planned('beside', '2026-04-02', '2026-04-03', { from: 'a feed', communities: [] }),
    planned('later', '2026-05-01', '2026-05-03', { from: 'a feed' }),
  ])
  assert.deepEqual(
    [found?.ours.id, found?.sameCommunity.map(({ id }) => id), found?.others.map(({ id }) => id)],
    ['ours', ['same'], ['beside']],
  )
})

test('PLN-11: ours over a holiday or before an election is said, others’ are not', () => {
  const vote = { key: 'v', kind: 'pre-election' as const, name: 'Vote', from: '2026-04-01', to: '2026-05-07', reason: 'test' }
  const found = badTimes(
    [planned('ours', '2026-04-30', '2026-05-30'), planned('theirs', '2026-04-30', '2026-05-30', { from: 'a feed' })],
    [vote],
  )
  assert.deepEqual(
    found.map(({ ours, preElection }) => [ours.id, preElection[0]?.name]),
    [['ours', 'Vote']],
  )
})

test('a quarter, a place in it, and names of communities', () => {
  assert.deepEqual(quarterOf('2026-11-30'), { from: '2026-10-01', to: '2026-12-31' })
  assert.deepEqual(quarterOf('2028-02-29'), { from: '2028-01-01', to: '2028-03-31' })
  assert.deepEqual(placeIn({ from: '2026-01-01', to: '2026-01-10' }, { from: '2025-12-25', to: '2026-01-05' }), { start: 0, length: 0.5 })
  assert.deepEqual(communitiesTyped('Carers\n carers ,Young  people;'), ['Carers', 'Young people'])
})
