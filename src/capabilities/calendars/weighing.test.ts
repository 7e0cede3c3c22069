import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays } from '#platform/time.ts'
import { type Period, periodsFrom } from './period.ts'
import { referencePeriods } from './reference-period.ts'
import { weigh } from './weighing.ts'
import { isWorkingDay, workingDayAfter } from './working-day.ts'

const bankHolidays = referencePeriods.filter(({ kind }) => kind === 'bank holiday')
const christmas: Period = { key: 'c', kind: 'holiday', name: 'Christmas', from: '2026-12-20', to: '2027-01-03', reason: 'test' }
const boxing: Period = { ...christmas, key: 'b', kind: 'bank holiday', name: 'Boxing Day', from: '2026-12-26', to: '2026-12-26' }
const election: Period = { ...christmas, key: 'e', kind: 'pre-election', name: 'Vote', from: '2026-11-01', to: '2026-11-20' }

/** Easter Sunday by the anonymous Gregorian algorithm (Nature, 1876; Meeus, Astronomical Algorithms, chapter 8). */
function easterSunday(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const [d, e] = [Math.floor(b / 4), b % 4]
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const [i, k] = [Math.floor(c / 4), c % 4]
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 19 * l) / 433)
  const month = Math.floor((h + l - 7 * m + 90) / 25)
  const day = (h + l - 7 * m + 33 * month + 19) % 32
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

test('PLN-11: Easter in the list of bank holidays is where the Gregorian calendar puts it', () => {
  for (let year = 2019; year <= 2028; year++) {
    const sunday = easterSunday(year)
    const onDay = (on: string) => bankHolidays.find(({ from }) => from === on)?.name
    assert.equal(onDay(addDays(sunday, -2)), 'Good Friday')
    assert.equal(onDay(addDays(sunday, 1)), 'Easter Monday')
    const time = referencePeriods.find(({ name }) => name === `Easter ${year}`)
    assert.deepEqual([time?.from, time?.to], [addDays(sunday, -9), addDays(sunday, 5)])
  }
})

test('PLN-11: eight bank holidays a year, with those that were moved and added, none at a weekend', () => {
  const extra: Record<string, number> = { '2022': 10, '2023': 9 }
  for (let year = 2019; year <= 2028; year++)
    assert.equal(bankHolidays.filter(({ from }) => from.startsWith(`${year}`)).length, extra[year] ?? 8, `${year}`)
  for (const day of ['2020-05-08', '2022-06-02', '2022-06-03', '2022-09-19', '2023-05-08', '2027-12-28'])
    assert.ok(
      bankHolidays.some(({ from }) => from === day),
      day,
    )
  assert.ok(!bankHolidays.some(({ from }) => from === '2020-05-04'))
  for (const { from } of bankHolidays) assert.ok(![0, 6].includes(new Date(`${from}T12:00:00Z`).getUTCDay()), from)
})

test('PLN-11: a local pre-election period begins 25 working days before the first Thursday in May', () => {
  const locals = referencePeriods.filter(({ kind, name }) => kind === 'pre-election' && name.startsWith('Local'))
  assert.equal(locals.length, 9)
  for (const { from, to } of locals) {
    assert.deepEqual([new Date(to).getUTCDay(), to.slice(5) <= '05-07', to.slice(5, 7)], [4, true, '05'])
    assert.equal(workingDayAfter(from, 25, bankHolidays), to)
  }
})

test('R16: working days leave out the day of receipt, weekends and bank holidays', () => {
  assert.equal(workingDayAfter('2026-12-23', 3, bankHolidays), '2026-12-30')
  assert.equal(workingDayAfter('2026-03-31', 20, bankHolidays), '2026-04-30')
  assert.equal(workingDayAfter('2026-06-01', 0, bankHolidays), '2026-06-01')
  assert.ok(!isWorkingDay('2031-12-25', []), 'Christmas Day, in a year not known yet')
  assert.throws(() => workingDayAfter('2026-06-01', 1.5, []), RangeError)
})

test('R4: twelve weeks over Christmas lose fifteen days, and the date that gives them back is suggested', () => {
  const weighed = weigh({ opensOn: '2026-11-02', closesOn: '2027-01-24' }, [christmas, boxing, election])
  assert.deepEqual(weighed, {
    holidays: [{ name: 'Christmas', from: '2026-12-20', to: '2027-01-03', days: 15 }],
    holidayDays: 15,
    meantDays: 84,
    suggestedClosesOn: '2027-02-08',
    preElection: [{ name: 'Vote', from: '2026-11-01', to: '2026-11-20' }],
  })
})

test('PLN-11: what a commissioner writes over a period counts, and what it takes out does not', () => {
  const written = { key: 'c', kind: 'holiday' as const, name: 'Christmas here', from: '2026-12-24', to: '2027-01-01', reason: 'Ours' }
  assert.deepEqual(periodsFrom([christmas, election], [written, { ...election, from: null, to: null }]), [written])
})

const dates = fc.integer({ min: 0, max: 2800 }).map((days) => addDays('2019-06-01', days))
const asked = fc
  .record({ opensOn: dates, length: fc.integer({ min: 1, max: 250 }) })
  .map(({ opensOn, length }) => ({ opensOn, closesOn: addDays(opensOn, length - 1) }))

test('R4: the date suggested is never earlier, is stable when weighed again, and is the same where there are no holidays', () => {
  fc.assert(
    fc.property(asked, (period) => {
      const { suggestedClosesOn, meantDays, holidayDays } = weigh(period, referencePeriods)
      assert.ok(suggestedClosesOn >= period.closesOn)
      const again = weigh({ opensOn: period.opensOn, closesOn: suggestedClosesOn, meantDays }, referencePeriods)
      assert.equal(again.suggestedClosesOn, suggestedClosesOn)
      // From twelve weeks on nobody needs to say what was meant.
      if (meantDays === 84)
        assert.equal(weigh({ ...period, closesOn: suggestedClosesOn }, referencePeriods).suggestedClosesOn, suggestedClosesOn)
      if (holidayDays === 0) assert.equal(suggestedClosesOn, period.closesOn)
      assert.equal(weigh(period, []).suggestedClosesOn, period.closesOn)
    }),
  )
})

test('R4: by the date suggested people have the days they were meant to have, and by no earlier one', () => {
  fc.assert(
    fc.property(asked, ({ opensOn, closesOn }) => {
      const { suggestedClosesOn, meantDays } = weigh({ opensOn, closesOn }, referencePeriods)
      const ordinary = (to: string) => {
        const length = Math.round((Date.parse(to) - Date.parse(opensOn)) / 86_400_000) + 1
        return length - weigh({ opensOn, closesOn: to }, referencePeriods).holidayDays
      }
      assert.ok(ordinary(suggestedClosesOn) >= meantDays)
      if (suggestedClosesOn > closesOn) assert.ok(ordinary(addDays(suggestedClosesOn, -1)) < meantDays)
    }),
  )
})
