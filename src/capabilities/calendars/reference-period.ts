import bankHolidays from '../../../reference/bank-holidays-england.json' with { type: 'json' }
import holidays from '../../../reference/holiday-periods.json' with { type: 'json' }
import preElection from '../../../reference/pre-election-periods.json' with { type: 'json' }
import type { Period } from './period.ts'

/** The last day up to which bank holidays are known here. */
export const knownTo = bankHolidays.known.to

/** What reference/ holds, as the periods of every commissioner until they change them. */
export const referencePeriods: readonly Period[] = [
  ...bankHolidays.days.map(
    ({ on, name }): Period => ({
      key: `bank-holiday-${on}`,
      kind: 'bank holiday',
      name,
      from: on,
      to: on,
      reason: 'GOV.UK, bank holidays in England and Wales',
    }),
  ),
  ...holidays.periods.map(
    ({ name, from, to, about }): Period => ({ key: `holiday-${from}`, kind: 'holiday', name, from, to, reason: about }),
  ),
  ...preElection.periods.map(
    ({ name, from, to, source }): Period => ({ key: `pre-election-${from}`, kind: 'pre-election', name, from, to, reason: source }),
  ),
]
