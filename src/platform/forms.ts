import type { z } from 'zod'

/** What a browser sends: a name once, or several times. */
export type Body = Record<string, string | string[]>

export interface Form<T> {
  ok: boolean
  values: Partial<Record<keyof T, string>>
  errors: Partial<Record<keyof T, string>>
}
export type FormResult<T> = (Form<T> & { ok: true; value: T }) | (Form<T> & { ok: false })

export const blank = { ok: false, values: {}, errors: {} } as const

/** A form that shows what is already kept. */
export const filled = <T>(values: Partial<Record<keyof T, string>>): Form<T> => ({ ok: false, values, errors: {} })

/** Read what someone typed. A mistake is a result to show them, not an exception. */
export function read<T>(schema: z.ZodType<T>, body: Body): FormResult<T> {
  const values = Object.fromEntries(Object.entries(body).map(([name, value]) => [name, [value].flat().at(-1) ?? ''])) as Form<T>['values']
  const parsed = schema.safeParse(body)
  if (parsed.success) return { ok: true, values, errors: {}, value: parsed.data }

  const errors: Record<string, string> = {}
  for (const issue of parsed.error.issues) errors[String(issue.path[0])] ??= issue.message
  return { ok: false, values, errors: errors as Form<T>['errors'] }
}
