import { z } from 'zod'
import type { Body } from './forms.ts'

/** The date typed in three fields, as 2026-09-30: '' where all are empty, null where it is no date. */
export function dateTyped(body: Body, name: string): string | null {
  const [year, month, day] = ['year', 'month', 'day'].map((part) => String(body[`${name}-${part}`] ?? '').trim())
  if (!year && !month && !day) return ''
  if (!/^\d{4}$/.test(year ?? '') || !/^\d{1,2}$/.test(month ?? '') || !/^\d{1,2}$/.test(day ?? '')) return null
  const date = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
  const moment = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(date) ? date : null
}

/** Such a date in a form's schema; `what` reads after "Enter". */
export const aDate = (what: string) =>
  z
    .string()
    .nullable()
    .transform((date, check) => {
      if (date) return date
      check.addIssue({
        code: 'custom',
        message: date === '' ? `Enter ${what}` : `${what[0]?.toUpperCase()}${what.slice(1)} must be a real date, like 27 3 2026`,
      })
      return z.NEVER
    })

/** A date as its three fields show it. */
export function dateParts(name: string, on: string): Record<string, string> {
  const [year, month, day] = on.split('-').map(Number)
  return { [`${name}-day`]: String(day), [`${name}-month`]: String(month), [`${name}-year`]: String(year) }
}
